import type { Edit } from '../../../base/edits';
import type { LayoutStyle } from '../../../core/features/format-style';
import type { Typed } from '../../../core/language';
import type { Token } from '../../../core/syntax/tree';
import { isTrivia, tokenize } from '../lexer';

/** A closing brace goes below what opened its section; a finished statement, and a new line, to their depth. */
export function formatTypedDrbd({ character, text, offset }: Typed, { indent }: LayoutStyle): Edit[] {
  const before = tokenize(text).filter(({ start }) => start < offset);
  if (character === '\n') return newLine(text, offset, before, indent);
  const last = before.at(-1);
  if (last?.kind !== character || last.end !== offset) return [];
  const inner = before.slice(0, -1);
  if (character === '}') return reindented(text, last.start, outerIndent(text, inner) ?? '');
  return character === ';' ? finished(text, last, inner, indent) : [];
}

/** The line with the cursor, which a line end has just begun. */
function newLine(text: string, offset: number, before: readonly Token[], indent: string): Edit[] {
  const at = offset + (/^[ \t]*/.exec(text.slice(offset))?.[0].length ?? 0);
  // A line end within a comment or a string begins no line of its own.
  if (before.some(({ kind, end }) => kind !== 'blank' && end > offset)) return [];
  const outer = outerIndent(text, before);
  if (outer === undefined) return [];
  return reindented(text, at, text[at] === '}' ? outer : outer + indent);
}

/** A statement that ends now: to its depth, and its semicolon to its last word. */
function finished(text: string, end: Token, inner: readonly Token[], indent: string): Edit[] {
  const from = inner.findLastIndex(({ kind }) => kind === '{' || kind === '}' || kind === ';') + 1;
  const words = inner.slice(from).filter((token) => !isTrivia(token));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const outer = outerIndent(text, inner);
  const gap = text.slice(last.end, end.start);
  return [
    ...(isFirst(text, first.start) ? reindented(text, first.start, outer === undefined ? '' : outer + indent) : []),
    ...(/^[ \t]+$/.test(gap) ? [{ span: { start: last.end, end: end.start }, newText: '' }] : []),
  ];
}

/** The indentation of the line with the brace that is open behind these tokens; undefined at the top. */
function outerIndent(text: string, before: readonly Token[]): string | undefined {
  const open: Token[] = [];
  for (const token of before) {
    if (token.kind === '{') open.push(token);
    if (token.kind === '}') open.pop();
  }
  const brace = open.at(-1);
  return brace && leading(text, brace.start);
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const leading = (text: string, at: number): string => /^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0] ?? '';

const isFirst = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** The edit that gives the line of its first word another indentation. */
function reindented(text: string, at: number, indent: string): Edit[] {
  const start = lineStart(text, at);
  const old = text.slice(start, at);
  return old.trim() !== '' || old === indent ? [] : [{ span: { start, end: at }, newText: indent }];
}
