/** How far back ends of the server count, in milliseconds. */
const memory = 10 * 60_000;

/** A server that ended more often in that time is not started again by itself. */
const most = 8;

const [shortest, longest] = [100, 30_000];

/** When a server that ended by itself is started again: soon, then later and later, and at last not any more. */
export class RestartPolicy {
  private ends: number[] = [];

  /** The server ended at a time: how long to wait; undefined: leave it. Both in milliseconds. */
  ended(now: number): number | undefined {
    this.ends = [...this.ends.filter((then) => now - then < memory), now];
    const count = this.ends.length;
    return count > most ? undefined : Math.min(shortest * 4 ** (count - 1), longest);
  }

  /** The user wants it started: what was does not count. */
  forget(): void {
    this.ends = [];
  }
}
