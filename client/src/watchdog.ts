/** How long things may take, in milliseconds. */
export interface Patience {
  /** An answer that is overdue for so long makes us ask whether the server still runs. */
  readonly overdue: number;
  /** So long the server may take to say that it does, counted in ticks: a window that stood still counts one. */
  readonly tick: number;
  readonly ticks: number;
}

const usual: Patience = { overdue: 10_000, tick: 1_000, ticks: 20 };

/**
 * Notices a server that hangs: an answer is long overdue, and a ping is not answered either. While no answer is awaited
 * no timer runs.
 */
export class Watchdog {
  private readonly awaited = new Set<{ since: number }>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private patience = usual;

  constructor(
    private readonly ping: () => Promise<unknown>,
    private readonly onHang: () => void,
    /** Further ticks, for all that the server has to do with. */
    private readonly more: () => number = () => 0,
  ) {}

  /** Watches over an answer of the server. */
  watch<R>(answer: Promise<R>): Promise<R> {
    const one = { since: Date.now() };
    this.awaited.add(one);
    this.set();
    return answer.finally(() => this.awaited.delete(one));
  }

  /** Waits longer or shorter from now on. */
  setPatience(patience: Patience = usual): void {
    this.patience = patience;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.set();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.awaited.clear();
  }

  /** The timer is left to run out, so that quick answers cost none. */
  private set(): void {
    const [oldest] = this.awaited;
    if (!oldest || this.timer !== undefined) return;
    this.timer = setTimeout(() => void this.look(), Math.max(0, oldest.since + this.patience.overdue - Date.now()));
  }

  private async look(): Promise<void> {
    const [oldest] = this.awaited;
    const overdue = oldest !== undefined && Date.now() - oldest.since >= this.patience.overdue;
    const hangs = overdue && !(await this.answers());
    if (this.timer === undefined) return; // we were disposed of
    this.timer = undefined;
    if (hangs) {
      this.awaited.clear();
      this.onHang();
      return;
    }
    // It lives and takes its time with what is awaited: it gets as much again.
    if (overdue) for (const one of this.awaited) one.since = Date.now();
    this.set();
  }

  private async answers(): Promise<boolean> {
    let answered = false;
    const done = (): void => {
      answered = true;
    };
    this.ping().then(done, done); // one that is refused was heard too
    const ticks = this.patience.ticks + this.more();
    for (let tick = 0; tick < ticks && !answered && this.timer !== undefined; tick++)
      await new Promise((resolve) => setTimeout(resolve, this.patience.tick));
    return answered;
  }
}
