import type { Token } from '../../../server/src/core/syntax/tree';
import { isTrivia, tokenize } from '../../../server/src/languages/drbd/lexer';
import type { Random } from '../random';

const words = (
  'on net disk device minor address volume 0 1 2 10.1.1.1 10.1.1.2 7788 : ; { } [ ] yes no timeout 60 "x" alpha beta gamma ' +
  'protocol C meta-disk internal /dev/vg/x /dev/drbd3 node-id host connection connection-mesh hosts path options quorum ' +
  'majority skip resync-rate 10M none al-extents handlers startup common resource r9 floating stacked-on-top-of r0 global ' +
  'usage-count proxy inside outside port verify-alg 99999999 1K "" ipv6 fd00::1 via template-file syncer plugin include ' +
  'flexible-meta-disk become-primary-on no-tcp-cork stacked-timeouts both ignore-on rate discard-my-data 123456789 -1'
).split(' ');

type Mutation = (random: Random, text: string) => string;

const solid = (text: string): Token[] => tokenize(text).filter((token) => !isTrivia(token));
const raw = (text: string, { start, end }: Token): string => text.slice(start, end);
const replace = (text: string, { start, end }: { start: number; end: number }, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const onToken =
  (change: (random: Random, text: string, token: Token, tokens: readonly Token[]) => string): Mutation =>
  (random, text) => {
    const tokens = solid(text);
    return tokens.length === 0 ? text : change(random, text, random.pick(tokens), tokens);
  };

const onLines =
  (change: (random: Random, lines: string[]) => void): Mutation =>
  (random, text) => {
    const lines = text.split('\n');
    change(random, lines);
    return lines.join('\n');
  };

const drop = onToken((_random, text, token) => replace(text, token, ''));
const duplicate = onToken((_random, text, token) => replace(text, token, `${raw(text, token)} ${raw(text, token)}`));
const swap = onToken((random, text, a, tokens) => {
  const b = random.pick(tokens);
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return replace(replace(text, second, raw(text, first)), first, raw(text, second));
});
const substitute = onToken((random, text, token) => replace(text, token, random.pick(words)));
const insert = onToken((random, text, token) => replace(text, token, `${raw(text, token)} ${random.pick(words)} `));
const copy = onToken((random, text, token, tokens) => replace(text, token, raw(text, random.pick(tokens))));
/** A word that another of its kind is put in for: one name, one number for another. */
const copyAlike = onToken((random, text, token, tokens) => {
  const alike = tokens.filter((other) => other.kind === token.kind && raw(text, other) !== raw(text, token));
  return alike.length === 0 ? text : replace(text, token, raw(text, random.pick(alike)));
});
const quote = onToken((_random, text, token) => {
  const word = raw(text, token);
  return replace(text, token, word.startsWith('"') ? word.slice(1, -1) : `"${word}"`);
});
const otherCase = onToken((_random, text, token) => {
  const word = raw(text, token);
  return replace(text, token, word === word.toUpperCase() ? word.toLowerCase() : word.toUpperCase());
});
const spoil = onToken((random, text, token) => {
  const word = raw(text, token);
  const at = random.below(word.length + 1);
  return replace(
    text,
    token,
    word.slice(0, at) +
      random.pick(['', 'x', '-', '.', '0', '"', '\\', '@', ' ', '\t', '#']) +
      word.slice(at + random.below(2)),
  );
});
const mark = onToken((random, text, _token, tokens) => {
  const marks = tokens.filter(({ kind }) => '{};[]:'.includes(kind));
  return marks.length === 0
    ? text
    : replace(text, random.pick(marks), random.pick(['', ';', '{', '}', ';;', '};', ' ']));
});
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
  [3, drop],
  [2, duplicate],
  [2, swap],
  [4, substitute],
  [3, insert],
  [2, copy],
  [12, copyAlike],
  [1, quote],
  [1, otherCase],
  [2, spoil],
  [3, mark],
  [5, dropLine],
  [6, duplicateLine],
  [6, swapLines],
  [1, joinLines],
  [1, cut],
];

/** The text with one to three things changed. */
export function mutate(random: Random, text: string): string {
  let changed = text;
  const times = random.weigh([6, 1], [2, 2], [1, 3]);
  for (let i = 0; i < times; i++) changed = random.weigh(...mutations)(random, changed);
  return changed;
}
