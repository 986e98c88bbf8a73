import type { Span } from '../../../base/span';
import type { Entry } from '../../../core/model/entries';
import { TreeBuilder } from '../../../core/syntax/builder';
import type { Node } from '../../../core/syntax/tree';
import type { Problem } from '../../../core/workspace/unit';
import { hasControl, isTrivia, type Lexed, partSpan, type Word } from '../lexer';
import type { NotedSlot, SlotKind } from '../slot-kinds';

/**
 * Goes over the words of a statement. Grammar functions say what may stand next (`expect`) before they take a word,
 * and which of it the word is when they take it. So slots, tree and problems come from the same decisions.
 */
export class Reader {
  readonly words: readonly Word[];
  readonly problems: Problem[];
  readonly slots: NotedSlot[] = [];
  readonly entries: Entry[] = [];
  private readonly tree: TreeBuilder;
  private index = 0;
  private expected: readonly SlotKind[] = [];
  /** The words ended where one was needed: what may follow is what was expected there. */
  private missing = false;

  constructor(
    lexed: Lexed,
    /** Words come through a shell first, so what looks odd may be meant for it. */
    readonly shell: boolean,
    rootKind: string,
  ) {
    this.words = lexed.words;
    this.problems = [...lexed.problems];
    this.tree = new TreeBuilder(lexed.tokens, isTrivia, rootKind);
  }

  /** The next word; undefined at the end. */
  get current(): Word | undefined {
    return this.words[this.index];
  }

  peek(ahead = 1): Word | undefined {
    return this.words[this.index + ahead];
  }

  /** All words from the next one on. */
  get rest(): readonly Word[] {
    return this.words.slice(this.index);
  }

  get atEnd(): boolean {
    return this.index >= this.words.length;
  }

  /** What may follow when the words end here. */
  get next(): readonly SlotKind[] {
    return this.atEnd ? this.expected : [];
  }

  /** Says what may stand at the next word. */
  expect(...slots: readonly SlotKind[]): void {
    if (!this.missing) this.expected = slots;
  }

  /** Says what may stand at the next word besides what was said before. */
  expectAlso(...slots: readonly SlotKind[]): void {
    this.expect(...this.expected, ...slots);
  }

  /** Takes the next word as what `slot` says, in a node of its own. Undefined at the end. */
  take(kind: string, slot?: SlotKind): Word | undefined {
    const word = this.current;
    if (!word) return undefined;
    // What cannot be read may be half a word: it is completed to what could stand here.
    const filled = slot ?? (kind === 'unread' ? this.expected[0] : undefined);
    if (filled) this.note(word, filled);
    this.advance(kind);
    return word;
  }

  /** Takes the next word whose parts (between offsets of its value) fill slots of their own. */
  takeParts(
    kind: string,
    parts: readonly { readonly from: number; readonly to: number; readonly slot: SlotKind }[],
  ): Word | undefined {
    const word = this.current;
    if (!word) return undefined;
    for (const { from, to, slot } of parts) this.note(partSpan(word, from, to), slot, from === 0 ? this.expected : []);
    this.advance(kind);
    return word;
  }

  /** Gives the word just read another (further) slot to fill. */
  note(span: Span, slot: SlotKind, others: readonly SlotKind[] = this.expected): void {
    this.slots.push({
      span: { start: span.start, end: span.end },
      slot,
      others: others.filter((other) => other !== slot),
    });
  }

  open(kind: string): void {
    this.tree.open(kind);
  }

  close(): void {
    this.tree.close();
  }

  problem(code: string, span: Span, args?: Readonly<Record<string, string | number>>): void {
    if (this.atEnd) this.missing = true;
    this.problems.push({ code, span: { start: span.start, end: span.end }, ...(args && { args }) });
  }

  declare(namespace: string, name: string, span: Span, value?: string): void {
    this.entry('declaration', namespace, name, span, value);
  }

  refer(namespace: string, name: string, span: Span, value?: string): void {
    this.entry('reference', namespace, name, span, value);
  }

  mark(namespace: string, name: string, span: Span, value?: string): void {
    this.entry('mark', namespace, name, span, value);
  }

  /** Where something is missing: behind the last word that was taken. */
  missingAt(): Span {
    const last = this.words[this.index - 1];
    return last ? { start: last.start, end: last.end } : { start: 0, end: 0 };
  }

  finish(): Node {
    return this.tree.finish();
  }

  private entry(role: Entry['role'], namespace: string, name: string, span: Span, value?: string): void {
    if (name === '') return;
    this.entries.push({
      role,
      namespace,
      name,
      span: { start: span.start, end: span.end },
      ...(value !== undefined && { value }),
    });
  }

  private advance(kind: string): void {
    const word = this.current;
    if (word && kind !== 'lost' && hasControl(word.value)) this.problem('control-character', word);
    this.tree.bumpAs(kind);
    this.index++;
    this.expected = [];
  }
}
