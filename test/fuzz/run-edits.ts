import { parseArgs } from 'node:util';
import { checkEdits, type EditCase, editCase, smaller } from './edits';
import { Random } from './random';

/** `npm run fuzz:edits -- [--cases N] [--seed S] [--changes M]`: edited files against files that are read afresh. */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    changes: { type: 'string', default: '6' },
  },
});
const random = new Random(Number(values.seed));
const fails = (one: EditCase): boolean => {
  try {
    checkEdits(one);
    return false;
  } catch {
    return true;
  }
};
let failed = 0;
for (let done = 0; done < Number(values.cases) && failed < 5; done++) {
  const one = editCase(random, Number(values.changes));
  if (!fails(one)) continue;
  failed++;
  const small = smaller(one, fails);
  console.log(`\ncase ${done}: ${JSON.stringify(small, undefined, 1)}`);
  try {
    checkEdits(small);
  } catch (error) {
    console.log(error instanceof Error ? (error.stack ?? error.message).slice(0, 2500) : String(error));
  }
}
console.log(`\n${failed} failures, ${values.cases} cases of up to ${values.changes} changes (seed ${values.seed})`);
process.exitCode = failed === 0 ? 0 : 1;
