import options from './data/options.json';
import sections from './data/sections.json';
import type { DrbdData } from './facts';

/** The rows of the DRBD language. Kept apart from the code, since they are loaded after start-up. */
export const drbdData: DrbdData = {
  // JSON gives wider types than the rows have; a test holds the rows against their schema.
  options: options as unknown as DrbdData['options'],
  statements: sections as unknown as DrbdData['statements'],
};
