import type { Token } from '../../core/syntax/tree';
import type { CarriedState } from '../../core/workspace/unit';
import { isTrivia, isWord, readToken } from './lexer';

const blockStarts = new Set(['resource', 'common', 'global']);

interface Scan {
  readonly text: string;
  at: number;
  depth: number;
  /** Depth at which a `skip` was read whose block is not closed yet; -1 outside. Within, nothing is understood. */
  skipAt: number;
  /** Whether the next word is the first of a statement. */
  fresh: boolean;
  /** Whether any token of the item has been read. */
  begun: boolean;
  /** Whether the next token is the first on its line. */
  newLine: boolean;
}

/**
 * Cuts the next top-level section or statement, with the trivia in front of it and the rest of its last line. A
 * section whose brace is missing ends where the next `resource NAME {`, `common {` or `global {` starts a line.
 */
export function nextUnit(text: string, start: number): { end: number; after: CarriedState; open: boolean } {
  const scan: Scan = { text, at: start, depth: 0, skipAt: -1, fresh: true, begun: false, newLine: true };
  while (scan.at < text.length) {
    const token = readToken(text, scan.at);
    if (isTrivia(token)) {
      if (text.slice(token.start, token.end).includes('\n')) scan.newLine = true;
      scan.at = token.end;
      continue;
    }
    if (startsNext(scan, token)) return { end: token.start, after: '', open: false };
    scan.at = token.end;
    if (ends(scan, token)) return finishLine(text, token.end);
  }
  return { end: text.length, after: '', open: true };
}

/** Whether a token starts another item although the one before it has not ended. */
function startsNext(scan: Scan, token: Token): boolean {
  if (!scan.begun || !scan.newLine || scan.skipAt >= 0 || token.kind !== 'word') return false;
  const word = scan.text.slice(token.start, token.end);
  if (blockStarts.has(word)) return startsBlock(scan.text, token.end, word === 'resource');
  return scan.depth === 0 && (word === 'include' || word === 'skip');
}

function startsBlock(text: string, from: number, named: boolean): boolean {
  const first = significant(text, from);
  if (!named) return first?.kind === '{';
  return isWord(first) && significant(text, first.end)?.kind === '{';
}

function significant(text: string, from: number): Token | undefined {
  for (let at = from; at < text.length; ) {
    const token = readToken(text, at);
    if (!isTrivia(token)) return token;
    at = token.end;
  }
  return undefined;
}

/** Takes a token into the item; whether the item ends with it. */
function ends(scan: Scan, token: Token): boolean {
  const fresh = scan.fresh;
  scan.begun = true;
  scan.newLine = false;
  scan.fresh = token.kind === ';' || token.kind === '{' || token.kind === '}';
  if (token.kind === '{') scan.depth++;
  else if (token.kind === '}') return closes(scan);
  else if (token.kind === ';') return scan.depth === 0 && scan.skipAt < 0;
  else if (fresh && scan.skipAt < 0 && scan.text.slice(token.start, token.end) === 'skip') scan.skipAt = scan.depth;
  return false;
}

function closes(scan: Scan): boolean {
  scan.depth--;
  if (scan.depth <= scan.skipAt) scan.skipAt = -1;
  return scan.depth <= 0;
}

/** Takes along what stands behind an item on its last line, if that is only blanks and a comment. */
function finishLine(text: string, from: number): { end: number; after: CarriedState; open: boolean } {
  const rest = /[ \t\r]*(?:#[^\n]*)?/y;
  rest.lastIndex = from;
  rest.test(text);
  const end = Math.max(from, rest.lastIndex);
  if (end === text.length) return { end, after: '', open: true };
  return text[end] === '\n' ? { end: end + 1, after: '', open: false } : { end: from, after: '', open: false };
}
