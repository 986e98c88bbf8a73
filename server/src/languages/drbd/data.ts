import options from './data/options.json';
import statements from './data/sections.json';
import type { DrbdData, OptionFact, StatementFact } from './facts';

/** All rows; a bundle of its own that is loaded after start-up. A test holds the rows against these types. */
export const drbdData: DrbdData = {
  options: options as readonly unknown[] as readonly OptionFact[],
  statements: statements as readonly unknown[] as readonly StatementFact[],
};
