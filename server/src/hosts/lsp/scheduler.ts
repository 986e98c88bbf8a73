/** Gives control back to the event loop and goes on afterwards; hosts have different ways. */
export type Defer = (task: () => void) => void;

/** How long one slice of background work may take before requests get their turn, in milliseconds. */
const slice = 10;

/**
 * Does background work, one job per key, in short slices between requests. There is no timer: when nothing is queued,
 * nothing runs. A job that is queued again while it waits runs once.
 */
export class Scheduler {
  private readonly queue = new Map<string, (proceed: () => boolean) => boolean>();
  private running = false;
  private stopped = false;

  constructor(private readonly defer: Defer) {}

  /** Queues a job. It works until `proceed` says no and returns whether it is done; if not it is called again. */
  enqueue(key: string, job: (proceed: () => boolean) => boolean): void {
    if (this.stopped) return;
    this.queue.delete(key); // the newest request goes last, with the newest job
    this.queue.set(key, job);
    if (this.running) return;
    this.running = true;
    this.defer(() => this.run());
  }

  /** Drops a job that has not run. */
  drop(key: string): void {
    this.queue.delete(key);
  }

  /** Drops all work and takes no more: the connection is about to close. */
  stop(): void {
    this.stopped = true;
    this.queue.clear();
  }

  /** Resolves when the event loop had a turn. */
  turn(): Promise<void> {
    return new Promise((resolve) => this.defer(resolve));
  }

  private run(): void {
    const end = performance.now() + slice;
    const proceed = () => performance.now() < end;
    for (const [key, job] of this.queue) {
      if (!proceed()) break;
      if (job(proceed)) this.queue.delete(key);
    }
    this.running = this.queue.size > 0;
    if (this.running) this.defer(() => this.run());
  }
}
