import { Random } from './random';
import { type Compare, type Split, shrink } from './shrink';

/** What a differential fuzzer of a language knows: texts, and whether the tool and we agree on them. */
export interface Fuzzer<D extends { readonly text: string }> {
  readonly make: (random: Random) => string;
  readonly compare: Compare<D>;
  /** What a disagreement is about, roughly: the same for those that have one cause. */
  readonly kindOf: (found: D) => string;
  /** How a text may be made smaller, coarse first. */
  readonly splits: readonly Split[];
  /** Whether a smaller text still disagrees in the same way. */
  readonly same: (a: D, b: D) => boolean;
}

export interface FuzzResult<D> {
  readonly cases: number;
  /** One of each kind, as small as it can be made. */
  readonly kinds: readonly { readonly count: number; readonly smallest: D }[];
}

const batch = 500;

/** Compares so many texts; the same seed gives the same texts. */
export async function fuzz<D extends { readonly text: string }>(
  fuzzer: Fuzzer<D>,
  cases: number,
  seed: number,
): Promise<FuzzResult<D>> {
  const random = new Random(seed);
  const kinds = new Map<string, D[]>();
  for (let done = 0; done < cases; done += batch) {
    const texts = Array.from({ length: Math.min(batch, cases - done) }, () => fuzzer.make(random));
    for (const found of await fuzzer.compare(texts)) {
      const kind = fuzzer.kindOf(found);
      kinds.set(kind, [...(kinds.get(kind) ?? []), found]);
    }
  }
  const smallest: { count: number; smallest: D }[] = [];
  for (const found of kinds.values()) {
    const [shortest] = [...found].sort((a, b) => a.text.length - b.text.length);
    const small = await shrink(shortest as D, fuzzer.splits, fuzzer.compare, fuzzer.same);
    smallest.push({ count: found.length, smallest: small });
  }
  return { cases, kinds: smallest };
}

/** Prints what was found, and says with the exit code whether there was anything. */
export async function report<D>(
  found: Promise<FuzzResult<D>>,
  seed: number,
  describe: (found: D) => string,
): Promise<void> {
  const { cases, kinds } = await found;
  for (const { count, smallest } of kinds) console.log(`\n${count} times, made small:\n${describe(smallest)}`);
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  console.log(`\n${total} disagreements of ${kinds.length} kinds in ${cases} cases (seed ${seed})`);
  process.exitCode = total === 0 ? 0 : 1;
}
