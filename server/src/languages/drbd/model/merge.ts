import { type Item, members, type Word } from '../ast';

/** An option as it takes part in merging: by its name without `no-`, with its value made comparable. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  /** As it is written, for messages. */
  readonly shown: string;
  readonly item: Item;
}

/** Makes values comparable: the number of `1M` and `1024K` is one. */
export type Normalize = (name: string, value: string) => string;

/** Reads an option's setting: a bare word is `yes`, `no-` in front turns that into `no`. */
export function settingOf(item: Item, normalize: Normalize): Setting {
  const written = item.keyword.text;
  const bare = item.args.length === 0;
  const name = written.startsWith('no-') ? written.slice(3) : written;
  const shown = item.args[0]?.text ?? (written.startsWith('no-') ? 'no' : 'yes');
  return { name, shown, value: bare ? shown : normalize(name, shown), item };
}

/** The options directly in a block. */
export const optionsIn = (block: Item): Item[] => members(block, 'option');

/** A pair of settings of one option with different values, the later one first. */
export interface Clash {
  readonly later: Setting;
  readonly first: Setting;
}

/** Settings of one pool that contradict each other: each differs from the first of its name. */
export function clashesIn(pool: readonly Setting[]): Clash[] {
  const seen = new Map<string, Setting>();
  const found: Clash[] = [];
  for (const setting of pool) {
    const first = seen.get(setting.name);
    if (!first) seen.set(setting.name, setting);
    else if (first.value !== setting.value) found.push({ later: setting, first });
  }
  return found;
}

/** The word that a finding about a setting marks. */
export const markOf = ({ item }: Setting): Word => item.args[0] ?? item.keyword;
