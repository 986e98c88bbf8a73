import { curatedOptions, longestValues } from './curated';
import options from './data/options.json';
import statements from './data/sections.json';
import type { DrbdData, OptionFact, StatementFact } from './facts';

/** Generated rows with what is known by hand; a row of the same section and name is completed. */
function completed(rows: readonly OptionFact[]): OptionFact[] {
  const table = new Map<string, OptionFact>();
  for (const row of [...rows, ...curatedOptions]) {
    const key = `${row.section}/${row.name}`;
    const known = table.get(key);
    table.set(key, { ...known, ...row, generations: { ...known?.generations, ...row.generations } });
  }
  return [...table].map(([key, row]) => limited(row, longestValues[key]));
}

function limited(row: OptionFact, maxLength: number | undefined): OptionFact {
  const rules = row.generations['9'];
  return maxLength === undefined || !rules
    ? row
    : { ...row, generations: { ...row.generations, '9': { ...rules, type: 'string', maxLength } } };
}

/** All rows; a bundle of its own that is loaded after start-up. */
export const drbdData: DrbdData = {
  options: completed(options as readonly unknown[] as readonly OptionFact[]),
  statements: statements as readonly unknown[] as readonly StatementFact[],
};
