import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';

/** Takes a word out, with the blanks and line continuations that stand in front of it. */
export function withoutWord(text: string, { start, end }: Span): Edit {
  return { span: { start: text.slice(0, start).replace(/[\s\\]+$/, '').length, end }, newText: '' };
}

/** Puts text in at a place. */
export const insert = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });
