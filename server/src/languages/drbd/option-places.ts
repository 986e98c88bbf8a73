import type { Item } from './ast';
import type { DrbdFacts } from './facts';
import type { Place } from './parser/slot-notes';

/** Places whose options facts list one by one. */
const judged: ReadonlySet<Place> = new Set<Place>([
  'global',
  'net',
  'disk',
  'peer-disk',
  'options',
  'startup',
  'handlers',
  'syncer',
  'proxy',
]);

/** Whether an option statement is one that facts can judge: not `protocol` at the level of the resource, no placeholder. */
export const isJudgedOption = (option: Item): boolean => judged.has(option.place) && option.keyword.kind !== 'template';

/** Whether any generation knows an option at a place. */
export const known = (facts: DrbdFacts, place: Place, name: string): boolean =>
  facts.option(place, name) !== undefined || (place === 'startup' && name === 'become-primary-on');

/** Other places that know an option that this one does not, the usual ones first. */
export function otherPlaces(facts: DrbdFacts, place: Place, name: string): readonly Place[] {
  return facts
    .placesOf(name)
    .filter((other) => other !== place && other !== 'peer-disk' && other !== 'syncer')
    .concat(place !== 'net' && name === 'protocol' ? ['net'] : []);
}
