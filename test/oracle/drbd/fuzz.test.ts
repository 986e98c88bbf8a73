import assert from 'node:assert/strict';
import { describe } from '../../fuzz/drbd/compare';
import { fuzzDrbd } from '../../fuzz/drbd/run';
import type { Parser } from './ask';
import { needsParser } from './needs-parser';

const cases = 1000;
const fixed = 20_261_123;
// A new one at each run would let a run fail that has nothing to do with what it was made for.
const other = Number(process.env['FUZZ_SEED'] ?? 4711);

suite('texts made up and changed', () => {
  for (const parser of ['9', '8.4', '8.3'] satisfies Parser[]) {
    for (const seed of [fixed, other]) {
      const what = seed === fixed ? 'a fixed seed' : `seed ${seed}`;
      test(`drbdadm and we agree on ${cases} of them for DRBD ${parser}, ${what}`, async function () {
        this.timeout(300_000);
        needsParser(parser, this);
        const { kinds } = await fuzzDrbd(cases, seed, parser);
        assert.equal(kinds.length, 0, `seed ${seed}:\n${kinds.map(({ smallest }) => describe(smallest)).join('\n')}`);
      });
    }
  }
});
