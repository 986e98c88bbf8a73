import fc from 'fast-check';

// Chance that fails one run in twenty helps nobody who waits for it: runs are alike unless FUZZ_SEED says otherwise.
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20261124) });

/** How many cases a property is put to: so many, or FUZZ_RUNS times as many. */
export const runs = (count: number): number => count * Number(process.env['FUZZ_RUNS'] ?? 1);
