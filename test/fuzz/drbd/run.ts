import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTrivia, tokenize } from '../../../server/src/languages/drbd/lexer';
import type { Parser } from '../../oracle/drbd/ask';
import { cases } from '../../oracle/drbd/cases';
import { corpus } from '../../oracle/drbd/corpus';
import { type FuzzResult, fuzz } from '../loop';
import type { Random } from '../random';
import { type Disagreement, disagreements, isComparable, kindOf } from './compare';
import { generate } from './generate';
import { mutate } from './mutate';
import { restyle } from './restyle';

const examples = join(import.meta.dirname, '../../../examples');

/** Compares so many texts; the same seed gives the same texts. */
export function fuzzDrbd(count: number, seed: number, parser: Parser): Promise<FuzzResult<Disagreement>> {
  const real = realTexts();
  return fuzz(
    {
      make: (random) => oneText(random, parser, real),
      compare: async (texts) => disagreements(texts.filter(isComparable), parser),
      kindOf,
      splits: [(text) => text.split(/(?<=\n)/), words],
      same: (a, b) => a.verdict.accepted === b.verdict.accepted,
    },
    count,
    seed,
  );
}

/** The text in pieces that begin with a word or mark. */
function words(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const token of tokenize(text)) {
    if (isTrivia(token) || token.start === 0) continue;
    pieces.push(text.slice(from, token.start));
    from = token.start;
  }
  return [...pieces, text.slice(from)];
}

/** A text made up, as it is or changed, or a real one changed. */
function oneText(random: Random, parser: Parser, real: readonly string[]): string {
  for (;;) {
    const text = random.weigh(
      [2, () => generate(random, parser)],
      [1, () => restyle(random, generate(random, parser))],
      [4, () => mutate(random, generate(random, parser))],
      [4, () => mutate(random, random.pick(real))],
    )();
    if (isComparable(text)) return text;
  }
}

/** Our own examples and cases, and the real files that lie beside the project, where they do. */
function realTexts(): string[] {
  const own = ['drbd.d/global_common.conf', 'drbd.d/mesh.res', 'drbd.d/r0.res', 'with-mistakes.res'];
  const files = own.map((name) => readFileSync(join(examples, name), 'utf8'));
  return [...files, ...cases, ...corpus().map(({ text }) => text)].filter(isComparable);
}
