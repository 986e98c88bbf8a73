import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';
import type { Attribute, Statement } from './statement';

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

/**
 * Takes an attribute out; with the word that opens its set if nothing else is in it, and with the whole statement where that
 * is made of the one set.
 */
export function withoutAttribute(text: string, statement: Statement, attribute: Attribute): Edit {
  const set = statement.sets.find(({ attributes }) => attributes.includes(attribute));
  const alone = set?.attributes.every((one) => one === attribute || one.name.startsWith('$')) ?? false;
  if (alone && /^(?:property|rsc_defaults|op_defaults)$/.test(statement.kind))
    return { span: { start: 0, end: text.length }, newText: '' };
  const start = alone && set?.attributes.length === 1 && set.head ? set.head.start : attribute.word.start;
  return withoutWord(text, { start, end: attribute.word.end });
}
