import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lex } from '../../../server/src/languages/crm/lexer';
import { context, lines } from '../../oracle/crm/cases';
import { corpusFiles } from '../../oracle/crm/corpus';
import { recordedVerdicts } from '../../oracle/crm/recorded';
import { type FuzzResult, fuzz } from '../loop';
import type { Random } from '../random';
import { type Disagreement, disagreements, isComparable, kindOf } from './compare';
import { CrmshProcess } from './crmsh-process';
import { statement } from './generate';
import { logicalLines } from './logical-lines';
import { mutate } from './mutate';
import { useWords } from './words';

const examples = join(import.meta.dirname, '../../../examples');

/** Compares so many texts; the same seed gives the same texts. */
export async function fuzzCrm(count: number, seed: number): Promise<FuzzResult<Disagreement>> {
  const crmsh = new CrmshProcess();
  const real = new RealTexts();
  try {
    return await fuzz(
      {
        make: (random) => oneText(random, real),
        compare: (texts) => disagreements(texts.filter(isComparable), crmsh),
        kindOf,
        splits: [(text) => text.split(/(?<=\n)/), words, (text) => [...text]],
        same: (a, b) => a.what === b.what && kindOf(a) === kindOf(b),
      },
      count,
      seed,
    );
  } finally {
    crmsh.stop();
  }
}

/** The text in pieces that begin with a word. */
export function words(text: string): string[] {
  const starts = logicalLines(text).flatMap(({ start, end }) =>
    lex(text.slice(start, end)).words.map((word) => start + word.start),
  );
  const from = [...new Set([0, ...starts])].sort((a, b) => a - b);
  return from.map((at, i) => text.slice(at, from[i + 1] ?? text.length));
}

export function oneText(random: Random, real: RealTexts): string {
  for (;;) {
    const text = random.weigh(
      [7, () => `${context}${several(random)}`],
      [8, () => `${context}${mutate(random, several(random))}`],
      [6, () => `${context}${mutate(random, `${random.pick(real.lines)}\n`)}`],
      [1, () => mutate(random, `${context}${several(random)}`)],
      [1, () => mutate(random, random.pick(real.files))],
    )();
    if (isComparable(text)) return text;
  }
}

const several = (random: Random): string =>
  random.several(1, random.weigh([3, 1], [1, 3]), () => `${statement(random)}\n`).join('');

/** Our own examples and cases, and the real files that lie beside the project, where they do. */
export class RealTexts {
  readonly files: readonly string[];
  readonly lines: readonly string[];

  constructor() {
    const names = readdirSync(examples).filter((name) => name.endsWith('.crm'));
    const own = names.map((name) => readFileSync(join(examples, name), 'utf8'));
    const files = [...own, ...corpusFiles().map(({ text }) => text)].filter(isComparable);
    this.files = files.filter(({ length }) => length < 2500);
    const recorded = recordedVerdicts().map(({ text }) => text);
    const ofFiles = [...files, ...recorded].flatMap((text) => logicalLines(text).map((line) => line.text));
    this.lines = [...new Set([...lines, ...ofFiles])].filter((line) => !line.startsWith('#'));
    useWords([
      ...new Set(this.lines.flatMap((line) => lex(line).words.map(({ start, end }) => line.slice(start, end)))),
    ]);
  }
}
