import type { Span } from '../../../base/span';
import { type Item, walk } from '../ast';
import type { DrbdFacts } from '../facts';
import { isJudgedOption } from '../option-places';

/** What a file's words tell of the DRBD that it was written for. */
export type Era = '8.3' | '8.4' | '8' | '9' | 'master';

/** Statements and sections of one era only; options are in the facts. */
const statements: Readonly<Partial<Record<string, Era>>> = {
  'ignore-on': '8',
  'alternate-link-address': '8.4',
  connection: '9',
  'connection-mesh': '9',
  path: '9',
  'node-id': '9',
  'template-file': '9',
  tiebreaker: 'master',
  _cstate: 'master',
};

/** The eras that a unit's words belong to, each with the first word that says so. */
export function readEra(items: readonly Item[], facts: DrbdFacts): Map<Era, Span> {
  const found = new Map<Era, Span>();
  for (const item of walk(items)) {
    const era = isJudgedOption(item) && item.kind === 'option' ? eraOf(item, facts) : eraOfStatement(item);
    if (era && !found.has(era)) found.set(era, item.keyword.span);
  }
  return found;
}

const eraOfStatement = ({ keyword, kind, place }: Item): Era | undefined =>
  place !== 'plugin' &&
  kind !== 'unknown' &&
  kind !== 'unknown-section' &&
  keyword.kind === 'word' &&
  Object.hasOwn(statements, keyword.text)
    ? statements[keyword.text]
    : undefined;

/** An option that 8.x and 9 both know tells nothing. */
function eraOf({ place, keyword }: Item, facts: DrbdFacts): Era | undefined {
  const generations = facts.option(place, keyword.text)?.generations;
  if (!generations) return undefined;
  if (generations['9']) return generations['8.3'] || generations['8.4'] ? undefined : '9';
  if (generations['8.4']) return generations['8.3'] ? '8' : '8.4';
  return generations['8.3'] ? '8.3' : 'master';
}
