import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Parser } from '../../oracle/drbd/ask';
import { cases } from '../../oracle/drbd/cases';
import { corpus } from '../../oracle/drbd/corpus';
import { type Disagreement, disagreements, isComparable, kindOf } from './compare';
import { generate } from './generate';
import { minimise } from './minimise';
import { mutate } from './mutate';
import { Random } from './random';
import { restyle } from './restyle';

export interface FuzzResult {
  readonly cases: number;
  /** One of each kind, as small as it can be made. */
  readonly kinds: readonly { readonly count: number; readonly smallest: Disagreement }[];
}

const batch = 500;
const examples = join(import.meta.dirname, '../../../examples');

/** Compares so many texts; the same seed gives the same texts. */
export function fuzzDrbd(count: number, seed: number, parser: Parser, progress?: (done: number) => void): FuzzResult {
  const random = new Random(seed);
  const real = realTexts();
  const kinds = new Map<string, Disagreement[]>();
  for (let done = 0; done < count; done += batch) {
    const texts = Array.from({ length: Math.min(batch, count - done) }, () => oneText(random, parser, real));
    for (const found of disagreements(texts, parser)) {
      const kind = kindOf(found);
      kinds.set(kind, [...(kinds.get(kind) ?? []), found]);
    }
    progress?.(done + texts.length);
  }
  return {
    cases: count,
    kinds: [...kinds.values()].map((found) => ({ count: found.length, smallest: smallestOf(found, parser) })),
  };
}

function smallestOf(found: readonly Disagreement[], parser: Parser): Disagreement {
  const [shortest] = [...found].sort((a, b) => a.text.length - b.text.length);
  return minimise(shortest as Disagreement, parser);
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
