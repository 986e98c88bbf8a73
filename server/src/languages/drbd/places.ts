import { nearest } from '../../base/suggest';
import type { Item } from './ast';
import { grammar } from './parser/grammar';
import type { Place } from './parser/slot-notes';

/** How a place is called for people. */
const placeNames: Readonly<Partial<Record<Place, string>>> = {
  host: 'on',
  stacked: 'stacked-on-top-of',
  'peer-disk': 'connection { disk }',
  'connection-volume': 'connection { volume }',
  'stacked-volume': 'stacked-on-top-of { volume }',
  mesh: 'connection-mesh',
  'proxy-on': 'proxy on',
};
export const nameOf = (place: Place): string => placeNames[place] ?? place;

/** The places that a statement may stand at. */
export function homesOf(word: string): Place[] {
  return (Object.keys(grammar) as Place[]).filter((place) => place !== 'common' && grammar[place].statements.has(word));
}

/** What is wrong with a statement's first word at its place, in every generation. */
export function slipOf({ kind, place, keyword }: Item): 'unknown' | 'meant' | 'misplaced' | 'quoted' | undefined {
  if (keyword.kind === 'template') return undefined;
  const { statements, options } = grammar[place];
  if (keyword.kind === 'string' && place === 'global') return 'quoted';
  const isOption = options !== undefined && keyword.text !== 'plugin';
  if (keyword.kind === 'string' && !isOption && statements.has(keyword.text))
    return keyword.text === 'protocol' ? undefined : 'quoted';
  if (statements.has(keyword.text)) return undefined;
  if (kind !== 'unknown' && kind !== 'unknown-section' && (kind === 'option' || kind === 'plugin-line') && options)
    return undefined;
  if (homesOf(keyword.text).length > 0) return 'misplaced';
  return nearest(keyword.text, statements.keys()) ? 'meant' : 'unknown';
}
