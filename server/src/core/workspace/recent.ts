/** Something that can let go of what can be worked out again. */
export interface Droppable {
  drop(): void;
}

/**
 * Keeps what was worked out last, up to so much text. What was read of a large file is many times its text; most of it
 * is needed once, when its findings are worked out, and costs little to read again.
 */
export class Recent<T extends Droppable> {
  private queue: { readonly item: T; readonly size: number }[] = [];
  private first = 0;
  private total = 0;

  /** `limit`: of all kept items' texts, in UTF-16 code units. */
  constructor(private readonly limit = 1_000_000) {}

  /** Notes that an item has been worked out; the oldest are dropped that are too many. The newest always stays. */
  add(item: T, size: number): void {
    this.queue.push({ item, size });
    this.total += size;
    while (this.total > this.limit && this.first < this.queue.length - 1) {
      const oldest = this.queue[this.first++];
      this.total -= oldest?.size ?? 0;
      oldest?.item.drop();
    }
    if (this.first > 1000) {
      this.queue = this.queue.slice(this.first);
      this.first = 0;
    }
  }
}
