import type { Edit } from '../../../base/edits';
import type { Span } from '../../../base/span';
import type { Token } from '../../../core/syntax/tree';
import type { Item } from '../ast';

/** A statement on its way to another section, with the comments that go with it. */
export interface Moved {
  readonly text: string;
  /** Comment lines above it. */
  readonly lead: readonly string[];
  /** The comment behind it. */
  readonly trail?: string;
}

/** A statement's place in the text, so that it can be taken away with all that is its own. */
export interface Chunk extends Moved {
  readonly span: Span;
}

/** Lines and indentation of a unit's text: how to take statements out of it and put others in, in its own style. */
export class Layout {
  readonly eol: string;
  private readonly comments: readonly Span[];

  constructor(
    readonly text: string,
    tokens: readonly Token[],
  ) {
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
    this.comments = tokens.filter(({ kind }) => kind === 'comment');
  }

  slice({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Where the line behind that of an offset starts; the text's end if there is none. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** The blanks at the start of the line of an offset. */
  indentAt(at: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(at), this.nextLine(at)))?.[0] ?? '';
  }

  startsLine(at: number): boolean {
    return this.text.slice(this.lineStart(at), at).trim() === '';
  }

  /** Whether nothing but a comment follows on the line. */
  endsLine(at: number): boolean {
    return /^[ \t\r]*(#[^\n]*)?$/.test(this.restOfLine(at));
  }

  /** Whether a statement has its lines for itself. */
  isAlone({ start, end }: Span): boolean {
    return this.startsLine(start) && this.endsLine(end);
  }

  /** The statement with the comments that belong to it: lines right above it, and the one behind it. */
  chunkOf({ span }: Item, text = this.slice(span)): Chunk {
    if (!this.isAlone(span)) return { span: this.gap(span), text, lead: [] };
    const lead: string[] = [];
    let start = this.lineStart(span.start);
    while (start > 0) {
      const above = this.lineStart(start - 1);
      const line = this.text.slice(above, start).trim();
      if (!line.startsWith('#')) break;
      lead.unshift(line);
      start = above;
    }
    const trail = this.restOfLine(span.end).trim();
    return { span: { start, end: this.nextLine(span.end) }, text, lead, ...(trail && { trail }) };
  }

  /** What to take away of a section that is gone: its lines, without the comments above it. */
  sectionSpan({ span }: Item): Span {
    if (!this.isAlone(span)) return this.gap(span);
    return { start: this.lineStart(span.start), end: this.nextLine(span.end) };
  }

  /** The comments in a section and behind it on its last line that none of these spans holds. */
  commentsLeft({ span }: Item, taken: readonly Span[]): string[] {
    const end = this.endsLine(span.end) ? this.nextLine(span.end) : span.end;
    return this.comments
      .filter((c) => c.start >= span.start && c.end <= end)
      .filter((c) => !taken.some((t) => t.start <= c.start && c.end <= t.end))
      .map((c) => this.slice(c).trim());
  }

  /** Adds statements at the end of a section's block. */
  append(block: Item, added: readonly Moved[]): Edit[] {
    const close = block.span.end - 1;
    const isFramed = this.startsLine(close);
    const indent = this.inside(block);
    if (isFramed) {
      const at = this.lineStart(close);
      return [{ span: { start: at, end: at }, newText: this.lines(added, indent) }];
    }
    const rest = this.text.slice(0, close);
    const at = rest.trimEnd().length;
    const span = { start: at, end: close };
    if (added.every(isBare)) return [{ span, newText: ` ${added.map(({ text }) => text).join(' ')} ` }];
    return [
      ...this.breakBehindBrace(block, indent),
      { span, newText: `${this.eol}${this.lines(added, indent)}${this.indentAt(block.span.start)}` },
    ];
  }

  /** A new section as text, without indentation in front and without a line end behind. */
  section(keyword: string, statements: readonly Moved[], beside: Item, framed: boolean): string {
    if (!framed && statements.every(isBare)) return `${keyword} { ${statements.map(({ text }) => text).join(' ')} }`;
    const indent = this.indentAt(beside.span.start);
    const inner = indent + this.step(beside);
    return `${keyword} {${this.eol}${this.lines(statements, inner)}${indent}}`;
  }

  /** Lines of statements with their comments. */
  lines(statements: readonly Moved[], indent: string): string {
    return statements
      .flatMap(({ lead, text, trail }) => [...lead, trail ? `${text} ${trail}` : text])
      .map((line) => `${indent}${line}${this.eol}`)
      .join('');
  }

  /** The indentation of what stands in a section. */
  inside(block: Item): string {
    const own = block.body?.findLast(({ span }) => this.startsLine(span.start));
    return own ? this.indentAt(own.span.start) : this.indentAt(block.span.start) + this.step(block);
  }

  /** By how much the text indents: as round a statement, else four blanks. */
  private step(item: Item): string {
    const own = this.indentAt(item.span.start);
    if (own.startsWith('\t')) return '\t';
    const framed = item.body?.find(({ span }) => this.startsLine(span.start));
    const inner = framed && this.indentAt(framed.span.start);
    if (inner?.startsWith(own) && inner.length > own.length) return inner.slice(own.length);
    return own.length > 0 && own.length <= 8 ? own : '    ';
  }

  /** Puts what stands behind a block's opening brace onto a line of its own. */
  private breakBehindBrace(block: Item, indent: string): Edit[] {
    const [first] = block.body ?? [];
    if (!first || this.startsLine(first.span.start)) return [];
    const start = this.text.slice(0, first.span.start).trimEnd().length;
    return [{ span: { start, end: first.span.start }, newText: `${this.eol}${indent}` }];
  }

  private restOfLine(at: number): string {
    const end = this.text.indexOf('\n', at);
    return this.text.slice(at, end < 0 ? this.text.length : end);
  }

  /** A statement within a line, with the blanks on one side of it. */
  private gap({ start, end }: Span): Span {
    const before = /[ \t]*$/.exec(this.text.slice(0, start))?.[0].length ?? 0;
    if (!this.startsLine(start)) return { start: start - before, end };
    return { start, end: end + (/^[ \t]*/.exec(this.text.slice(end))?.[0].length ?? 0) };
  }
}

const isBare = ({ lead, trail }: Moved): boolean => lead.length === 0 && trail === undefined;
