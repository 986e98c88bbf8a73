import { lex } from '../../../server/src/languages/crm/lexer';
import type { Random } from '../random';
import { logicalLines } from './logical-lines';
import { anyWord } from './words';

interface Piece {
  readonly start: number;
  readonly end: number;
}

type Mutation = (random: Random, text: string) => string;

const pieces = (text: string): Piece[] =>
  logicalLines(text).flatMap(({ start, end }) =>
    lex(text.slice(start, end)).words.map((found) => ({ start: start + found.start, end: start + found.end })),
  );

const raw = (text: string, { start, end }: Piece): string => text.slice(start, end);
const replace = (text: string, { start, end }: Piece, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const onWord =
  (change: (random: Random, text: string, at: Piece, all: readonly Piece[]) => string): Mutation =>
  (random, text) => {
    const all = pieces(text);
    return all.length === 0 ? text : change(random, text, random.pick(all), all);
  };

const onLines =
  (change: (random: Random, lines: string[]) => void): Mutation =>
  (random, text) => {
    const lines = text.split('\n');
    change(random, lines);
    return lines.join('\n');
  };

const drop = onWord((_random, text, at) => replace(text, at, ''));
const duplicate = onWord((_random, text, at) => replace(text, at, `${raw(text, at)} ${raw(text, at)}`));
const swap = onWord((random, text, one, all) => {
  const other = random.pick(all);
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return replace(replace(text, second, raw(text, first)), first, raw(text, second));
});
const substitute = onWord((random, text, at) => replace(text, at, anyWord(random)));
const insert = onWord((random, text, at) => replace(text, at, `${raw(text, at)} ${anyWord(random)}`));
const copy = onWord((random, text, at, all) => replace(text, at, raw(text, random.pick(all))));
const quote = onWord((random, text, at) => {
  const mark = random.pick(['"', "'", '']);
  return replace(text, at, `${mark}${raw(text, at).replace(/["']/g, '')}${random.slip(6) ? '' : mark}`);
});
const otherCase = onWord((_random, text, at) => {
  const found = raw(text, at);
  return replace(text, at, found === found.toUpperCase() ? found.toLowerCase() : found.toUpperCase());
});
const spoil = onWord((random, text, at) => {
  const found = raw(text, at);
  const where = random.below(found.length + 1);
  const by = random.pick([
    '',
    'x',
    '-',
    '.',
    '0',
    '"',
    "'",
    '\\',
    '@',
    ' ',
    '\t',
    '#',
    ':',
    '=',
    '$',
    '(',
    ')',
    '[',
    ']',
    '/',
    ',',
    '*',
    'é',
    '\u3000',
    '\u00a0',
    '\f',
    '&',
    '<',
    '\'"',
  ]);
  return replace(text, at, found.slice(0, where) + by + found.slice(where + random.below(2)));
});
const bracket = onWord((random, text, at) =>
  replace(
    text,
    at,
    random.pick([
      `(${raw(text, at)})`,
      `( ${raw(text, at)} )`,
      `[${raw(text, at)}`,
      `${raw(text, at)}]`,
      `{ ${raw(text, at)} }`,
    ]),
  ),
);
const equals = onWord((random, text, at) =>
  replace(text, at, raw(text, at).replace('=', random.pick(['', ' ', ' = ', '= ', '==', ':']))),
);
/** A line end with a backslash, with or without blanks round it. */
const continuation = onWord((random, text, at) =>
  replace(
    text,
    at,
    `${raw(text, at)}${random.pick([' \\\n', '\\\n', ' \\\n  ', ' \\ \n', ' \\\\\n', '\\\\\n\t', ' \\\u3000\n', ' \\\r\n', ' \\\n\n'])}`,
  ),
);
/** Two words grow together over a line end. */
const glue = onWord((random, text, at) => {
  const found = raw(text, at);
  const where = random.below(found.length + 1);
  return replace(text, at, `${found.slice(0, where)}\\\n${random.pick(['', '  '])}${found.slice(where)}`);
});
const breakLine = onWord((random, text, at) =>
  replace(text, at, `${raw(text, at)}${random.pick(['\n', '\n\n', '\r\n'])}`),
);
const remark = onWord((random, text, at) =>
  replace(text, at, `${raw(text, at)} ${random.pick(['# x', '#x', '#', '\\\n# x\n', '\n# x\n', '\n# -----\n'])}`),
);
const dropLine = onLines((random, lines) => lines.splice(random.below(lines.length), 1));
const duplicateLine = onLines((random, lines) =>
  lines.splice(random.below(lines.length + 1), 0, lines[random.below(lines.length)] ?? ''),
);
const swapLines = onLines((random, lines) => {
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
});
const joinLines = onLines((random, lines) => {
  const at = random.below(lines.length);
  lines.splice(at, 2, lines.slice(at, at + 2).join(' '));
});
const cut: Mutation = (random, text) => text.slice(0, random.below(text.length + 1));

const mutations: readonly (readonly [number, Mutation])[] = [
  [5, drop],
  [4, duplicate],
  [4, swap],
  [7, substitute],
  [6, insert],
  [5, copy],
  [2, quote],
  [3, otherCase],
  [6, spoil],
  [2, bracket],
  [2, equals],
  [2, continuation],
  [2, glue],
  [2, breakLine],
  [2, remark],
  [2, dropLine],
  [2, duplicateLine],
  [1, swapLines],
  [1, joinLines],
  [2, cut],
];

/** The text with one to three things changed. */
export function mutate(random: Random, text: string): string {
  let changed = text;
  const times = random.weigh([6, 1], [2, 2], [1, 3]);
  for (let i = 0; i < times; i++) changed = random.weigh(...mutations)(random, changed);
  return changed;
}
