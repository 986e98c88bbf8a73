import type { Item } from '../ast';
import type { DrbdFacts, OptionFact } from '../facts';
import { oldWords } from '../parser/old/words';
import type { Place } from '../parser/slot-notes';
import { refusalOf } from '../values';
import type { Layout } from './layout';
import type { Target } from './types';

/** Names that options had in 8.3. */
const renamed: Readonly<Record<string, string>> = { rate: 'resync-rate', after: 'resync-after' };

/** An option's name without `no-`, as it is called today. */
export function nameNow(item: Item): string {
  const plain = item.keyword.text.replace(/^no-/, '');
  const old = item.place === 'syncer' || item.place === 'disk';
  return (old && Object.hasOwn(renamed, plain) ? renamed[plain] : undefined) ?? plain;
}

/** An option's row at a place, if the generation knows it there. */
export function factFor(facts: DrbdFacts, place: Place, name: string, target: Target): OptionFact | undefined {
  const fact = facts.option(place, name);
  return fact?.generations[target] ? fact : undefined;
}

/** Whether the generation takes the option's value. DRBD 9 never checks a word without one, 8.x wants one. */
export function takesValue(fact: OptionFact, item: Item, target: Target): boolean {
  const [value] = item.args;
  const rules = fact.generations[target];
  if (!value && target === '8.4') return rules?.type === 'boolean' || rules?.type === 'keyword';
  return !value || value.kind === 'template' || !rules || refusalOf(value, rules) === undefined;
}

/**
 * The statement under its name of today: `rate 10M;` becomes `resync-rate 10M;`, `no-X;` becomes `X no;`. A value
 * cancels `no-`, so then only the prefix goes. Values that stand in a column stay there where there is room.
 */
export function modernText(layout: Layout, item: Item, facts: DrbdFacts, target: Target): string {
  const { keyword, args } = item;
  const raw = withQuotes(layout, item, target);
  const name = nameNow(item);
  const written = layout.slice(keyword.span);
  if (name === keyword.text) return keyword.kind === 'string' ? raw.replace(written, () => name) : raw;
  if (keyword.text.startsWith('no-') && args.length === 0)
    return isSwitch(facts, item) ? raw.replace(written, () => `${name} no`) : raw;
  const gap = /^[ \t]*/.exec(raw.slice(written.length))?.[0] ?? '';
  const room = gap.length > 1 && !gap.includes('\t') ? Math.max(1, gap.length + written.length - name.length) : 0;
  return `${name}${room > 0 ? ' '.repeat(room) : gap}${raw.slice(written.length + gap.length)}`;
}

/** 8.x reads its own words as such also where a value is wanted, so as values they need quotes there. */
function withQuotes(layout: Layout, { span, args: [value], place }: Item, target: Target): string {
  const raw = layout.slice(span);
  if (target !== '8.4' || value?.kind !== 'word' || place === 'global') return raw;
  if (value.text === 'yes' || value.text === 'no' ? place !== 'handlers' : !oldWords['8.4'].reserved.has(value.text))
    return raw;
  const at = value.span.start - span.start;
  return `${raw.slice(0, at)}"${value.text}"${raw.slice(at + value.text.length)}`;
}

/** Whether an option says what holds anyway, so that it can go. */
export function saysDefault(facts: DrbdFacts, item: Item): boolean {
  const row = facts.option(item.place, item.keyword.text);
  if (row?.default === undefined) return false;
  const value = facts.comparable(item.place, row.name, item.args[0]?.text ?? 'yes');
  return value === facts.comparable(item.place, row.name, row.default);
}

/** Whether `no-` in front of an option says something: then it is yes or no. */
function isSwitch(facts: DrbdFacts, item: Item): boolean {
  const name = nameNow(item);
  const places: readonly Place[] = item.place === 'syncer' ? ['net', 'disk', 'options'] : [item.place];
  return places.some((place) =>
    Object.values(facts.option(place, name)?.generations ?? {}).some(({ type }) => type === 'boolean'),
  );
}
