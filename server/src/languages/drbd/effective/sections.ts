import { type Item, members } from '../ast';
import type { Place } from '../parser/slot-notes';
import { countedIn, type Home, Pool, type Reading, readOption } from './pool';
import type { Effective, Level, OptionClash } from './types';

/** The options of a disk: those of the local device, and those towards peers. */
export interface DiskPools {
  readonly device: Pool;
  readonly peer: Pool;
}

/** All options of a `resource`, a `common` or a template. */
export interface SectionPools extends DiskPools {
  readonly net: Pool;
  readonly options: Pool;
  readonly startup: Pool;
  readonly handlers: Pool;
  readonly proxy: Pool;
  /** Lines of the proxy's plug-ins, joined by blanks. */
  plugins: readonly string[];
}

/** Reads the option sections of a `resource` or `common`, the deprecated ones sorted to where they belong. */
export function readSections(
  reading: Reading,
  section: Item,
  level: Level,
  home: Home,
  onClash: (clash: OptionClash) => void,
): SectionPools {
  const pool = () => new Pool(onClash);
  const pools: SectionPools = {
    net: pool(),
    device: pool(),
    peer: pool(),
    options: pool(),
    startup: pool(),
    handlers: pool(),
    proxy: pool(),
    plugins: [],
  };
  for (const item of section.body ?? []) readMember(reading, item, pools, level, home);
  return pools;
}

function readMember(reading: Reading, item: Item, pools: SectionPools, level: Level, home: Home): void {
  const read = (option: Item, place: Place) => readOption(reading, option, place, level, home);
  if (item.kind === 'option') {
    if (item.keyword.text === 'protocol') pools.net.set(read(item, 'net'));
  } else if (item.kind === 'disk') fillDisk(reading, pools, item, level, home);
  else if (item.kind === 'syncer') {
    for (const option of countedIn(reading, item)) {
      const setting = read(option, 'syncer');
      syncerPool(reading, pools, setting).set(setting);
    }
  } else if (item.kind === 'proxy') {
    for (const option of countedIn(reading, item)) pools.proxy.set(read(option, 'proxy'));
    pools.plugins = pluginsOf(item);
  } else if (item.kind === 'startup') readStartup(reading, pools, item, level, home);
  else if (item.kind === 'handlers') {
    for (const option of countedIn(reading, item)) pools.handlers.set(read(option, 'handlers'), 'first');
  } else if (item.kind === 'net' || item.kind === 'options') {
    for (const option of countedIn(reading, item)) pools[item.kind].set(read(option, item.kind));
  }
}

/** Where drbdadm puts an option of the `syncer` section. */
function syncerPool({ facts }: Reading, pools: SectionPools, { name }: Effective): Pool {
  if (facts.option('net', name)) return pools.net;
  const fact = facts.option('disk', name);
  if (!fact) return pools.options;
  return fact.scope === 'peer-device' ? pools.peer : pools.device;
}

/** `become-primary-on` takes a list and is all that 8.x uses of it; DRBD 9 reads and forgets it. */
function readStartup(reading: Reading, pools: SectionPools, item: Item, level: Level, home: Home): void {
  for (const option of countedIn(reading, item)) {
    const setting = readOption(reading, option, 'startup', level, home);
    if (setting.name !== 'become-primary-on') pools.startup.set(setting);
    else if (reading.generation.startsWith('8')) {
      const hosts = option.args.map(({ text }) => text).join(' ');
      pools.startup.set({ ...setting, value: hosts, written: hosts });
    }
  }
}

/** Adds the options of a `disk` section. */
export function fillDisk(reading: Reading, into: DiskPools, block: Item, level: Level, home: Home): void {
  for (const option of countedIn(reading, block)) {
    const setting = readOption(reading, option, 'disk', level, home);
    const isPeer = reading.facts.option('disk', setting.name)?.scope === 'peer-device';
    (isPeer ? into.peer : into.device).set(setting);
  }
}

/** Lines of `plugin` in a `proxy` section; a second one takes the place of the first. */
export const pluginsOf = (proxy: Item): string[] =>
  (members(proxy, 'plugin').at(-1)?.body ?? []).map(({ keyword, args }) =>
    [keyword, ...args].map(({ text }) => text).join(' '),
  );

/** In these a bare `disk` section is about the volume that bare statements make. */
const hostKinds: ReadonlySet<string> = new Set(['on', 'floating', 'stacked', 'this-host']);

/** Options by volume at a section: those of its `volume` sections, and bare `disk` blocks of a host as volume 0. */
export function readVolumeDisks(
  reading: Reading,
  section: Item,
  level: Level,
  home: Home,
  onClash: (clash: OptionClash) => void,
): Map<number, DiskPools> {
  const found = new Map<number, DiskPools>();
  const at = (number: number): DiskPools => {
    const pools = found.get(number) ?? { device: new Pool(onClash), peer: new Pool(onClash) };
    found.set(number, pools);
    return pools;
  };
  const add = (number: number, block: Item) => {
    const pools = at(number);
    // A second block replaces what the first said of the device, but not what it said of peers.
    pools.device.clear();
    fillDisk(reading, pools, block, level, home);
  };
  if (hostKinds.has(section.kind)) for (const block of members(section, 'disk')) add(0, block);
  for (const volume of members(section, 'volume')) {
    const number = Number.parseInt(volume.args[0]?.text ?? '', 10);
    if (Number.isNaN(number)) continue;
    for (const block of members(volume, 'disk')) add(number, block);
  }
  return found;
}
