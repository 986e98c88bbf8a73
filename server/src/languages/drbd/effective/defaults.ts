import type { DrbdFacts } from '../facts';
import type { Generation } from '../generation';
import type { Place } from '../parser/slot-notes';
import type { Options } from './types';

/** Adds what holds where nobody says anything: the defaults of a section's options that a generation knows. */
export function withDefaults(options: Options, place: Place, facts: DrbdFacts, generation: Generation): Options {
  const all = new Map(options);
  for (const fact of facts.options(place)) {
    const known = fact.generations[generation] !== undefined && !fact.name.startsWith('no-');
    if (!known || fact.default === undefined || all.has(fact.name)) continue;
    all.set(fact.name, {
      name: fact.name,
      value: facts.comparable(place, fact.name, fact.default),
      written: fact.default,
      origin: { level: 'default', uri: '', span: { start: 0, end: 0 } },
    });
  }
  return all;
}
