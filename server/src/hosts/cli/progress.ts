/** What a progress line needs of a stream. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Nothing is shown before this many milliseconds, and then not more often. */
const pause = 500;

/** A line on a terminal that says how far a long run is. Elsewhere nothing. */
export class Progress {
  private last: number;
  private shown = false;

  constructor(
    private readonly stream: ProgressStream,
    private readonly now: () => number = Date.now,
  ) {
    this.last = now();
  }

  /** `done` of `all` are done, `name` comes next. */
  at(done: number, all: number, name: string): void {
    if (!this.stream.isTTY || this.now() - this.last < pause) return;
    this.last = this.now();
    this.shown = true;
    const line = `${done}/${all} ${name}`;
    this.stream.write(`\r\u001b[K${line.slice(0, Math.max(10, (this.stream.columns ?? 80) - 1))}`);
  }

  /** Takes the line away, before anything else is written. */
  clear(): void {
    if (!this.shown) return;
    this.shown = false;
    this.stream.write('\r\u001b[K');
  }
}
