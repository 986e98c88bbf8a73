import type { Span } from '../../../base/span';
import { TreeBuilder } from '../../../core/syntax/builder';
import type { Node, Token } from '../../../core/syntax/tree';
import type { Parsed, Problem } from '../../../core/workspace/unit';
import { isTrivia, isWord, tokenize, wordValue } from '../lexer';
import type { DrbdSlot, Place, SlotNote } from './slot-notes';

/** What parsing a unit gives beside the tree: which slot each word fills, and which were open at the end. */
export interface DrbdParsed extends Parsed {
  /** The leaves of the tree, in order. */
  readonly tokens: readonly Token[];
  readonly notes: readonly SlotNote[];
  /** Slots that a further word could fill. */
  readonly wanted: readonly DrbdSlot[];
  /** Headers of the sections that the text's end left open, outer before inner. */
  readonly unclosed: readonly Span[];
  /** Words at the place of a name that drbdadm 9 takes for something else. */
  readonly badNames: readonly BadName[];
}

export interface BadName {
  readonly token: Token;
  /** A word of the language; else a number or an address. */
  readonly reserved: boolean;
}

/** Reads a statement or section whose first word is the current one. */
export type Production = (reader: Reader) => void;

/** What may stand at a place: statements by their first word, and perhaps options, whose names are facts. */
export interface PlaceGrammar {
  readonly statements: ReadonlyMap<string, Production>;
  readonly options?: Production;
}
export type Grammar = Readonly<Record<Place, PlaceGrammar>>;

/** A section that is being read. */
export interface OpenSection {
  readonly place: Place;
  readonly header: Token;
}

/** Walks over the words of a unit, builds the tree and notes problems and slots as it goes. Always advances. */
export class Reader {
  readonly tokens: readonly Token[];
  readonly problems: Problem[] = [];
  readonly notes: SlotNote[] = [];
  readonly wanted: DrbdSlot[] = [];
  readonly unclosed: Span[] = [];
  readonly badNames: BadName[] = [];
  readonly stack: OpenSection[] = [];
  /** Sections whose closing brace is indented less than they are: where a brace is likely to be missing. */
  readonly suspects: Token[] = [];
  /** How many sections were taken as closed without their brace; as many braces are left over further on. */
  unmatched = 0;
  private stopped = false;
  private readonly builder: TreeBuilder;
  private readonly lineStarts: number[] = [0];

  constructor(
    readonly source: string,
    readonly grammar: Grammar,
  ) {
    this.tokens = tokenize(source);
    this.builder = new TreeBuilder(this.tokens, isTrivia, 'file');
    for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
  }

  get token(): Token | undefined {
    return this.builder.current;
  }

  peek(ahead = 1): Token | undefined {
    return this.builder.peek(ahead);
  }

  /** Where the last word or mark ended. */
  get lastEnd(): number {
    return this.builder.lastEnd;
  }

  raw(token: Span | undefined): string {
    return token ? this.source.slice(token.start, token.end) : '';
  }

  value(token: Token | undefined): string {
    return token ? wordValue(token, this.source) : '';
  }

  /** Whether the current token is this mark. */
  at(mark: string): boolean {
    return this.token?.kind === mark;
  }

  /** Whether the current token is this word, without quotes. */
  atWord(word: string): boolean {
    return this.token?.kind === 'word' && this.raw(this.token) === word;
  }

  open(kind: string): void {
    this.builder.open(kind);
  }

  close(): Node {
    return this.builder.close();
  }

  finish(): Node {
    return this.builder.finish();
  }

  /** Takes the current token, whatever it is, and notes its slot. */
  bump(slot?: DrbdSlot): Token | undefined {
    const token = this.builder.bump();
    if (token && slot) this.notes.push({ span: { start: token.start, end: token.end }, slot });
    return token;
  }

  /** Notes what could stand here if the text went on. */
  want(...slots: DrbdSlot[]): void {
    if (!this.token && !this.stopped) this.wanted.push(...slots);
  }

  /** The text ended where something has to come first, so nothing that could follow it is wanted. */
  stop(): void {
    if (!this.token && !this.onNewLine()) this.stopped = true;
  }

  /** Notes what could stand here, and that nothing further out could. */
  wantOnly(...slots: DrbdSlot[]): void {
    this.want(...slots);
    if (!this.token) this.stopped = true;
  }

  /** Takes a word of any kind for a slot; undefined (and a problem, if there is a code) if there is none. */
  word(slot: DrbdSlot, missing?: string, args?: Problem['args']): Token | undefined {
    this.want(slot);
    if (isWord(this.token)) return this.bump(slot);
    this.stop();
    if (missing) this.problemHere(missing, args);
    return undefined;
  }

  /** Takes a mark if it stands here. */
  mark(mark: string): boolean {
    this.want({ kind: 'word', words: [mark] });
    if (!this.at(mark)) return false;
    this.bump();
    return true;
  }

  /** Takes a word of the grammar if it stands here. */
  keyword(word: string): boolean {
    this.want({ kind: 'word', words: [word] });
    if (!this.atWord(word)) return false;
    this.bump({ kind: 'word', words: [word] });
    return true;
  }

  problem(code: string, span: Span, args?: Problem['args']): void {
    this.problems.push({ code, span: { start: span.start, end: span.end }, ...(args && { args }) });
  }

  /** A problem at the current token if it stands on the same line, else at the end of what was read last. */
  problemHere(code: string, args?: Problem['args']): void {
    const token = this.token;
    const here = token !== undefined && !this.onNewLine() && token.kind !== '}' && token.kind !== ';';
    this.problem(code, here ? token : this.lastWord(), args);
  }

  /** The last character that was read: where something is missing. */
  lastWord(): Span {
    return { start: Math.max(0, this.lastEnd - 1), end: this.lastEnd };
  }

  /** Whether a line ends between the last token and the current one (or the text's end). */
  onNewLine(token: Token | undefined = this.token, from = this.lastEnd): boolean {
    return this.source.slice(from, token?.start ?? this.source.length).includes('\n');
  }

  /** Whether a token is the first on its line. */
  firstOnLine(token: Span): boolean {
    return this.source.slice(this.lineStart(token.start), token.start).trim() === '';
  }

  /** Blanks in front of the line that an offset stands in. */
  indent(offset: number): number {
    const start = this.lineStart(offset);
    let width = 0;
    for (let at = start; at < this.source.length; at++) {
      const c = this.source[at];
      if (c === '\t') width += 8 - (width % 8);
      else if (c === ' ') width++;
      else break;
    }
    return width;
  }

  private lineStart(offset: number): number {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.lineStarts[low] ?? 0;
  }

  /** Takes a block in braces without reading it; false if the text, or the section round it, ends first. */
  skipBlock(): boolean {
    return this.skipTo(0);
  }

  /** The same when the opening brace has been taken already. */
  skipRest(): boolean {
    return this.skipTo(1);
  }

  private skipTo(opened: number): boolean {
    let depth = opened;
    while (this.token && !(depth === 0 && this.at('}'))) {
      const kind = this.bump({ kind: 'skipped' })?.kind;
      if (kind === '{') depth++;
      if (kind === '}' && --depth === 0) return true;
    }
    return false;
  }
}
