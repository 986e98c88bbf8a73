/** Something that can let go of what can be worked out again. */
export interface Droppable {
  drop(): void;
}

/**
 * Keeps what was worked out last, up to so much text. What was read of a large file is many times its text; most of it
 * is needed once, when its findings are worked out, and costs little to read again.
 */
export class Recent<T extends Droppable> {
  /** The sizes of what is kept, the oldest first. */
  private readonly kept = new Map<T, number>();
  private total = 0;

  /** `limit`: of all kept items' texts, in UTF-16 code units. */
  constructor(readonly limit = 1_000_000) {}

  /** Notes that an item has been worked out; the oldest are dropped that are too many. The newest always stays. */
  add(item: T, size: number): void {
    this.remove(item);
    this.kept.set(item, size);
    this.total += size;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.limit || oldest === item) break;
      this.remove(oldest);
      oldest.drop();
    }
  }

  /** An item is no longer of use to anybody. */
  remove(item: T): void {
    this.total -= this.kept.get(item) ?? 0;
    this.kept.delete(item);
  }
}
