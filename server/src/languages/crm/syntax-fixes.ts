import { nearest } from '../../base/suggest';
import type { SyntaxMessage } from '../../core/language';
import { changeTo } from '../../core/lint/fixes';
import { withoutWord } from './edits';
import { lex } from './lexer';
import { attributeName, isOperationAttribute } from './parser/operations';
import { statementKeywords } from './parser/parse';
import { isSectionWord } from './parser/sets';

type Fixes = NonNullable<SyntaxMessage['fixes']>;

/** The statement that a misspelt keyword was meant to be. */
export const nearestStatement: Fixes = ({ span, args }) =>
  changeTo(span, nearest(String(args?.['word'] ?? ''), statementKeywords));

/** A member that stands twice in a group goes the second time. */
export const memberTakenOut: Fixes = ({ span }, text) => [
  { title: { en: 'Delete it here', ja: 'ここから削除' }, safe: true, edits: [withoutWord(text, span)] },
];

/** Attributes of an operation come before parameters for it: the same words in another order, at the same places. */
export const parametersLast: Fixes = ({ span }, text) => {
  const { words } = lex(text);
  const first = words.findIndex(({ start }) => start === span.start);
  const behind = words.findIndex((word, index) => index > first && (isSectionWord(word) || !word.value.includes('=')));
  const places = first < 0 ? [] : words.slice(first, behind < 0 ? undefined : behind);
  const isOwn = ({ value }: { readonly value: string }): boolean => isOperationAttribute(attributeName(value));
  if (!places.some(isOwn)) return [];
  const sorted = [...places.filter(isOwn), ...places.filter((word) => !isOwn(word))];
  return [
    {
      title: { en: 'Write the parameters last', ja: 'パラメータを後ろに移す' },
      safe: true,
      edits: places.flatMap(({ start, end }, index) => {
        const word = sorted[index];
        const newText = word ? text.slice(word.start, word.end) : '';
        return newText === text.slice(start, end) ? [] : [{ span: { start, end }, newText }];
      }),
    },
  ];
};
