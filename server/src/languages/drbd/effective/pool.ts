import { shift } from '../../../base/span';
import type { Item } from '../ast';
import type { DrbdFacts } from '../facts';
import type { Generation } from '../generation';
import { optionsIn, settingOf } from '../model/merge';
import { forgotten } from '../parser/old/words';
import type { Place } from '../parser/slot-notes';
import type { Effective, Level, OptionClash, Options } from './types';

/** What all of reading a configuration needs. */
export interface Reading {
  readonly facts: DrbdFacts;
  readonly generation: Generation;
}

/** Where the items that are being read stand. */
export interface Home {
  readonly uri: string;
  readonly start: number;
}

/** Names that options had in 8.3, wherever they stand. */
const renamed: ReadonlyMap<string, string> = new Map([
  ['rate', 'resync-rate'],
  ['after', 'resync-after'],
]);

/** The options of a block that count: 8.x reads some words anywhere and forgets them. */
export const countedIn = ({ generation }: Reading, block: Item): Item[] =>
  optionsIn(block).filter(({ keyword }) => !generation.startsWith('8') || !forgotten.has(keyword.text));

/** Reads an option statement. */
export function readOption(reading: Reading, item: Item, place: Place, level: Level, home: Home): Effective {
  const plain = settingOf(item, (_name, value) => value);
  const name = nameNow(reading, place, plain.name);
  const set = item.args.length > 0;
  return {
    name,
    value: set ? comparable(reading.facts, place, name, plain.shown) : plain.shown,
    written: plain.shown,
    origin: { level, uri: home.uri, span: shift(item.span, home.start) },
  };
}

function nameNow({ generation }: Reading, place: Place, name: string): string {
  if (place === 'handlers' && name === 'outdate-peer' && generation.startsWith('8')) return 'fence-peer';
  return (place === 'disk' || place === 'syncer' ? renamed.get(name) : undefined) ?? name;
}

function comparable(facts: DrbdFacts, place: Place, name: string, value: string): string {
  if (name === 'protocol') return value.toUpperCase();
  const section = place === 'syncer' ? (facts.option('net', name) ? 'net' : 'disk') : place;
  return facts.comparable(section, name, value);
}

/**
 * Options of one scope while they are put together, as drbdadm does (expand_opts in drbdadm_postparse.c of
 * drbd-utils 9.22): what stands in the scope itself goes before what it inherits; what it inherits first stands, and
 * DRBD 9 wants all that it inherits later to say the same.
 */
export class Pool {
  private readonly entries = new Map<string, Effective>();
  /** Of an option that is there twice the last counts, but the first is what narrower scopes inherit. */
  private readonly firsts = new Map<string, Effective>();
  private readonly inherited = new Set<string>();

  constructor(private readonly onClash: (clash: OptionClash) => void = () => {}) {}

  get options(): Options {
    return this.entries;
  }

  /** Takes an option that stands in the scope itself. Of several the last counts, of handlers the first. */
  set(option: Effective, which: 'first' | 'last' = 'last'): void {
    if (which === 'first' && this.entries.has(option.name)) return;
    if (!this.firsts.has(option.name)) this.firsts.set(option.name, option);
    this.entries.set(option.name, option);
  }

  inherit(from: Pool): void {
    for (const option of from.firsts.values()) {
      const own = this.entries.get(option.name);
      if (!own) {
        this.entries.set(option.name, option);
        this.firsts.set(option.name, option);
        this.inherited.add(option.name);
      } else if (this.inherited.has(option.name) && own.value !== option.value) {
        this.onClash({ name: option.name, first: own, other: option });
      }
    }
  }

  /** Forgets everything: a second section of a kind that replaces the first. */
  clear(): void {
    this.entries.clear();
    this.firsts.clear();
    this.inherited.clear();
  }
}
