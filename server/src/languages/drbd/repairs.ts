import type { Edit } from '../../base/edits';
import type { Text } from '../../base/text';
import type { Fix, Problem } from '../../core/workspace/unit';

type Repair = (problem: Problem, unitText: string) => readonly Fix[];

const one = (title: Text, edit: Edit, safe: boolean): Fix[] => [{ title, edits: [edit], safe }];

/** Puts a semicolon behind the word. */
export const addSemicolon: Repair = ({ span: { end } }) =>
  one({ en: 'Insert the semicolon', ja: '「;」を挿入する' }, { span: { start: end, end }, newText: ';' }, true);

/** Takes the mark away. */
export const remove: Repair = ({ span }) => one({ en: 'Remove it', ja: '削除する' }, { span, newText: '' }, true);

/** Puts the word into double quotes, with everything that is glued to it. */
export const quote: Repair = ({ span }, text) => {
  const before = /[^\s{};"]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const after = /^[^\s{};"#]*/.exec(text.slice(span.end))?.[0].length ?? 0;
  const whole = { start: span.start - before, end: span.end + after };
  const newText = `"${text.slice(whole.start, whole.end).replace(/[\\"]/g, '\\$&')}"`;
  return one({ en: 'Put it in quotes', ja: '引用符で囲む' }, { span: whole, newText }, false);
};

/** Puts a value and the words that follow it into one pair of quotes. */
export const quoteAll: Repair = ({ span }, text) => {
  const value = /([^\s{};"[\]]+)[ \t]+$/.exec(text.slice(0, span.start));
  const words = text.slice(span.start, span.end).trimEnd();
  if (!value?.[1] || /["{}\\]/.test(words)) return [];
  const start = value.index;
  // The value itself has an option's name in front of it; without one there is nothing to put together.
  if (!/[\w-][ \t]+$/.test(text.slice(0, start))) return [];
  const newText = `"${text.slice(start, span.start)}${words}"`;
  return one(
    { en: 'Put the words in quotes', ja: '全体を引用符で囲む' },
    { span: { start, end: span.start + words.length }, newText },
    false,
  );
};

/** Puts the family in front of a bracket. */
export const addIpv6: Repair = ({ span: { start } }) =>
  one({ en: 'Insert "ipv6"', ja: '「ipv6」を挿入する' }, { span: { start, end: start }, newText: 'ipv6 ' }, true);
