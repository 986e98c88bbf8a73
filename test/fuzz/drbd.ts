import { parseArgs } from 'node:util';
import type { Parser } from '../oracle/drbd/ask';
import { describe } from './drbd/compare';
import { fuzzDrbd } from './drbd/run';

/** `npm run fuzz:drbd -- [--cases N] [--seed S] [--drbd 9|8.4|8.3]`: texts on which drbdadm and we do not agree. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    drbd: { type: 'string', default: '9' },
  },
});
const parser = (['9', '8.4', '8.3'] satisfies Parser[]).find((known) => known === values.drbd) ?? '9';
console.log(`DRBD ${parser}, ${values.cases} cases, seed ${values.seed}`);
const { cases, kinds } = fuzzDrbd(Number(values.cases), Number(values.seed), parser);
for (const { count, smallest } of kinds) console.log(`\n${count} times, made small:\n${describe(smallest)}`);
const total = kinds.reduce((sum, { count }) => sum + count, 0);
console.log(`\n${total} disagreements of ${kinds.length} kinds in ${cases} cases (seed ${values.seed})`);
process.exitCode = total === 0 ? 0 : 1;
