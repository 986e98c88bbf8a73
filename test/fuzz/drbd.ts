import { parseArgs } from 'node:util';
import type { Parser } from '../oracle/drbd/ask';
import { describe } from './drbd/compare';
import { fuzzDrbd } from './drbd/run';
import { report } from './loop';

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
const seed = Number(values.seed);
void report(fuzzDrbd(Number(values.cases), seed, parser), seed, describe);
