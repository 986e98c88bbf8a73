import type { Fact } from '../../core/facts/types';
import type { Generation } from './generation';
import type { Place } from './parser/slot-notes';
import { numberOf, type OptionRules } from './values';

/** An option of a section. */
export interface OptionFact extends Fact {
  readonly section: string;
  /** Options of `disk` are for the local device, or for the peer; only the latter may stand in connections. */
  readonly scope?: string;
  /** What each generation that knows it checks of its value. */
  readonly generations: Readonly<Partial<Record<Generation, OptionRules>>>;
}

/** A section or statement, with the sections it may stand in. */
export interface StatementFact extends Fact {
  readonly in: readonly string[];
}

export interface DrbdData {
  readonly options: readonly OptionFact[];
  readonly statements: readonly StatementFact[];
}

/** What is known of the words of DRBD files. */
export interface DrbdFacts {
  readonly loaded: boolean;
  /** The option of this name at a place, in any generation; `no-` in front changes nothing. */
  option(place: Place, name: string): OptionFact | undefined;
  /** All options of a place. */
  options(place: Place): readonly OptionFact[];
  /** The places that know an option. */
  placesOf(name: string): readonly Place[];
  /** A section's or statement's row. */
  statement(place: Place, word: string): StatementFact | undefined;
  statements(place: Place): readonly StatementFact[];
  /** A word within a statement: `minor`, `internal`, `ipv6`. */
  word(name: string): StatementFact | undefined;
  /** A value in a form that equal values share. */
  comparable(place: Place, name: string, value: string): string;
}

/** What a generation's parser checks of an option's value. In 8.3 a flag is its bare word, in 8.4 one with `no-`. */
export function rulesIn(fact: OptionFact, generation: Generation): OptionRules | undefined {
  const rules = fact.generations[generation];
  const bare = generation === '8.3' || (generation === '8.4' && fact.name.startsWith('no-'));
  return bare && rules?.type === 'boolean' ? { ...rules, type: 'keyword' } : rules;
}

export const noDrbdFacts: DrbdFacts = {
  loaded: false,
  option: () => undefined,
  options: () => [],
  placesOf: () => [],
  statement: () => undefined,
  statements: () => [],
  word: () => undefined,
  comparable: (_place, _name, value) => value,
};

/** The section that a place's options are listed under. */
const sectionOf: Readonly<Partial<Record<Place, string>>> = {
  net: 'net',
  disk: 'disk',
  'peer-disk': 'disk',
  options: 'options',
  startup: 'startup',
  handlers: 'handlers',
  syncer: 'syncer',
  proxy: 'proxy',
  global: 'global',
};

const optionPlaces = Object.keys(sectionOf) as readonly Place[];

/** Builds the tables. */
export function buildDrbdFacts({ options, statements }: DrbdData): DrbdFacts {
  const tables = new Map<Place, Map<string, OptionFact>>();
  for (const place of optionPlaces) {
    const rows = options.filter((row) => row.section === sectionOf[place] && fits(row, place));
    tables.set(place, new Map(rows.map((row) => [row.name, row])));
  }
  const words = new Map<Place, Map<string, StatementFact>>();
  for (const row of statements) {
    for (const place of row.in as readonly Place[]) {
      const table = words.get(place) ?? new Map<string, StatementFact>();
      words.set(place, table.set(row.name, row));
    }
  }
  const inStatements = new Map(statements.filter((row) => row.in.includes('word')).map((row) => [row.name, row]));
  const option = (place: Place, name: string): OptionFact | undefined => {
    const table = tables.get(place);
    const known = table?.get(name) ?? (/^no-(?!no-)/.test(name) ? table?.get(name.slice(3)) : undefined);
    return known && (known.name === name || takesNo(known)) ? known : undefined;
  };
  return {
    loaded: options.length > 0,
    option,
    options: (place) => [...(tables.get(place)?.values() ?? [])],
    placesOf: (name) => optionPlaces.filter((place) => option(place, name)),
    statement: (place, word) => words.get(place)?.get(word),
    word: (name) => inStatements.get(name),
    statements: (place) => [...(words.get(place)?.values() ?? [])],
    comparable: (place, name, value) => comparable(option(place, name), value),
  };
}

/** Whether drbdadm reads an option with `no-` in front. Statements that only look like options have no such form. */
const takesNo = ({ section, name }: OptionFact): boolean =>
  section !== 'global' && !['after', 'become-primary-on', 'stacked-timeouts', 'plugin'].includes(name);

const fits = (row: OptionFact, place: Place): boolean => place !== 'peer-disk' || row.scope === 'peer-device';

function comparable(fact: OptionFact | undefined, value: string): string {
  const rules = fact?.generations['9'];
  if (rules?.type !== 'number' && rules?.type !== 'symbol') return value;
  return String(numberOf(value, rules.unitPrefix) ?? value);
}
