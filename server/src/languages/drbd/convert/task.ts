import type { Edit } from '../../../base/edits';
import type { Span } from '../../../base/span';
import type { Item } from '../ast';
import type { DrbdFacts } from '../facts';
import type { Layout } from './layout';
import { type RemarkId, remark } from './remarks';
import type { Remark, Target } from './types';

/** The rewriting of one unit while it is worked out. */
export class Task {
  readonly edits: Edit[] = [];
  readonly remarks: Remark[] = [];
  /** Statements that are gone, or have their new text already. */
  private readonly done = new Set<Item>();

  constructor(
    readonly layout: Layout,
    readonly facts: DrbdFacts,
    readonly to: Target,
    /** The file is from the time of DRBD 8. */
    readonly fromOld: boolean,
  ) {}

  isDone(item: Item): boolean {
    return this.done.has(item);
  }

  finish(item: Item): void {
    this.done.add(item);
  }

  replace(span: Span, newText: string): void {
    if (this.layout.slice(span) !== newText) this.edits.push({ span, newText });
  }

  insert(at: number, newText: string): void {
    this.edits.push({ span: { start: at, end: at }, newText });
  }

  /** Takes a statement away, with its comments. */
  remove(item: Item): void {
    this.finish(item);
    this.edits.push({ span: this.layout.chunkOf(item).span, newText: '' });
  }

  /** The target does not take an option's value. */
  remarkValue(option: Item): void {
    const [value] = option.args;
    if (value) this.remark('value', option, { value: value.text });
    else this.remark('bare', option);
  }

  remark(id: RemarkId, item: Item, args: Readonly<Record<string, string | number>> = {}): void {
    this.remarks.push(remark(id, item.keyword.span, { target: this.to, name: item.keyword.text, ...args }));
  }
}
