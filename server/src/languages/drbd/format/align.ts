import type { Token } from '../../../core/syntax/tree';
import { isWord } from '../lexer';

/** A statement of one line: the gap behind its first word, and how long that word is. */
interface Row {
  readonly gap: Token;
  readonly width: number;
}

/**
 * What the gaps behind the first words of statements are to be, by where they stand: `align` puts the values of
 * neighbouring lines into one column, `single` leaves one blank, `keep` leaves them as they are. Words in front of a
 * brace are one blank apart.
 */
export function alignedGaps(text: string, all: readonly Token[], values: string): ReadonlyMap<number, string> {
  const gaps = new Map<number, string>();
  for (const gap of headGaps(text, all)) gaps.set(gap.start, ' ');
  if (values !== 'align' && values !== 'single') return gaps;
  for (const rows of runsOf(text, all)) {
    const widest = Math.max(...rows.map(({ width }) => width));
    for (const { gap, width } of rows) gaps.set(gap.start, values === 'single' ? ' ' : ' '.repeat(widest - width + 1));
  }
  return gaps;
}

/** The gaps between the words in front of a section's brace. */
function headGaps(text: string, all: readonly Token[]): Token[] {
  const found: Token[] = [];
  let gaps: Token[] = [];
  for (const [index, token] of all.entries()) {
    if (token.kind === '{') found.push(...gaps);
    if (token.kind === '{' || token.kind === '}' || token.kind === ';') gaps = [];
    else if (token.kind === 'blank' && isWord(all[index - 1]) && isWord(all[index + 1])) {
      if (!text.slice(token.start, token.end).includes('\n')) gaps.push(token);
    }
  }
  return found;
}

/** Runs of lines with one statement each; an empty line and a section end a run, a comment does not. */
function runsOf(text: string, all: readonly Token[]): Row[][] {
  const runs: Row[][] = [[]];
  let first: number | undefined; // where the statement begins
  for (const [index, { kind, start, end }] of all.entries()) {
    const isBreak = kind === 'blank' && /\n[ \t\r]*\n/.test(text.slice(start, end));
    if (isBreak || kind === '{' || kind === '}') runs.push([]);
    if (kind === '{' || kind === '}') first = undefined;
    else if (kind === ';') {
      const row = first === undefined ? undefined : rowOf(text, all, first, index);
      if (row) runs.at(-1)?.push(row);
      first = undefined;
    } else if (isWord(all[index])) first ??= index;
  }
  return runs.filter((rows) => rows.length > 0);
}

/** A statement that has a line to itself, with a value behind its first word. */
function rowOf(text: string, all: readonly Token[], first: number, end: number): Row | undefined {
  const [word, gap, value] = [all[first], all[first + 1], all[first + 2]];
  if (!word || gap?.kind !== 'blank' || !isWord(value)) return undefined;
  const lineStart = text.lastIndexOf('\n', word.start - 1) + 1;
  const isAlone = text.slice(lineStart, word.start).trim() === '';
  const isOneLine = !text.slice(word.start, all[end]?.end).includes('\n');
  return isAlone && isOneLine ? { gap, width: word.end - word.start } : undefined;
}
