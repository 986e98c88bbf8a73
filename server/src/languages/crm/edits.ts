import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';

/** Where the last word in front of a place ends: blanks, line ends and backslashes stand between. */
export function endOfWordBefore(text: string, before: number): number {
  let end = before;
  while (end > 0 && /[\s\\]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Takes a word out, with the blanks and line continuations that stand in front of it. */
export const withoutWord = (text: string, { start, end }: Span): Edit => ({
  span: { start: endOfWordBefore(text, start), end },
  newText: '',
});

/** Puts text in at a place. */
export const insert = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });
