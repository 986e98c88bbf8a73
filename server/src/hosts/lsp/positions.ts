import type { Position, Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../base/span';

/** What one column counts, as negotiated with the client. */
export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** The first of the client's encodings that we know; UTF-16 where it names none. */
export const chooseEncoding = (offered: readonly string[] | undefined): Encoding =>
  offered?.includes('utf-16') === false
    ? (offered.find((e): e is Encoding => e === 'utf-8' || e === 'utf-32') ?? 'utf-16')
    : 'utf-16';

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** How long a text is, as each encoding counts. */
export const measures: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => sum(text, bytesOf),
  'utf-16': (text) => text.length,
  'utf-32': (text) => sum(text, () => 1),
};

function sum(text: string, width: (character: string) => number): number {
  let length = 0;
  for (const character of text) length += width(character);
  return length;
}

/** Translates between the protocol's positions and our UTF-16 offsets for one document. */
export class Positions {
  constructor(
    private readonly document: TextDocument,
    private readonly encoding: Encoding,
  ) {}

  /** Offset of a position; positions outside the text are moved to the nearest place in it. */
  offset(position: Position): number {
    if (this.encoding === 'utf-16') return this.document.offsetAt(position);
    const start = this.document.offsetAt({ line: position.line, character: 0 });
    const line = this.lineText(position.line);
    let left = position.character;
    let at = 0;
    for (const character of line) {
      if (left <= 0) break;
      left -= measures[this.encoding](character);
      at += character.length;
    }
    return start + at;
  }

  position(offset: number): Position {
    const position = this.document.positionAt(offset);
    if (this.encoding === 'utf-16') return position;
    const before = this.lineText(position.line).slice(0, position.character);
    return { line: position.line, character: measures[this.encoding](before) };
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  span(range: Range): Span {
    return { start: this.offset(range.start), end: this.offset(range.end) };
  }

  private lineText(line: number): string {
    return this.document
      .getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
      .replace(/[\r\n]+$/, '');
  }
}
