import { parseArgs } from 'node:util';
import { describe } from './crm/compare';
import { fuzzCrm } from './crm/run';
import { report } from './loop';

/** `npm run fuzz:crm -- [--cases N] [--seed S]`: texts on which crmsh and we do not agree. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
console.log(`${values.cases} cases, seed ${seed}`);
void report(fuzzCrm(Number(values.cases), seed), seed, describe);
