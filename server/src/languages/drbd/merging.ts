import { type Item, members } from './ast';
import type { DrbdFacts } from './facts';
import { type Link, linksOf, type NamesOf } from './links';
import { optionsIn, settingOf } from './model/merge';
import type { HostView, ResourceView } from './model/resource';
import type { Place } from './parser/slot-notes';
import { numberOf } from './values';

/** An option on its way through the sections of a resource. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly shown: string;
  readonly item: Item;
  readonly place: Place;
  /** Not written in the list that it is in. */
  readonly inherited: boolean;
}

/** Two settings of an option that meet in a list which has neither itself, and are not the same. */
export interface Clash {
  readonly later: Setting;
  readonly first: Setting;
  /** One of them is a bare word where a number is wanted, so they cannot be compared. */
  readonly bare: boolean;
}

type List = Setting[];
type Blocks = Readonly<Record<(typeof kinds)[number], List>>;
const kinds = ['net', 'disk', 'peer', 'options', 'startup', 'handlers', 'proxy'] as const;

/** Reads and merges options as drbdadm does before it runs a command (drbd-utils 9.22, expand_common). */
export class Merging {
  readonly clashes: Clash[] = [];

  constructor(private readonly facts: DrbdFacts) {}

  /** What a common section says twice. */
  common(section: Item): void {
    const own = this.blocksOf(section);
    for (const kind of kinds) this.expand(own[kind], []);
  }

  /** A resource with what the common section hands down. */
  resource(resource: ResourceView, common: Item | undefined, namesOf: NamesOf): void {
    const own = this.blocksOf(resource.item);
    const outer = common && this.blocksOf(common);
    for (const kind of outer ? kinds : []) this.expand(outer?.[kind] ?? [], own[kind]);
    const volumes = this.volumes(resource, own);
    for (const link of linksOf(resource, namesOf).links) {
      const inner = this.linkBlocks(link);
      this.expand(own.net, inner.net);
      this.proxies(link, own.proxy);
      this.peers(link, inner.peer, volumes);
    }
  }

  /** Adds what a list lacks; what was added before has to be the same. */
  private expand(from: readonly Setting[], to: List): void {
    for (const setting of [...from]) {
      const known = to.find(({ name }) => name === setting.name);
      if (!known) to.unshift({ ...setting, inherited: true });
      else if (known.inherited) this.compare(setting, known);
    }
  }

  private compare(later: Setting, first: Setting): void {
    const bare = [later, first].some((setting) => this.isBareNumber(setting));
    // Of all values only the protocol is read without regard to case.
    const [a, b] =
      later.name === 'protocol' ? [later.value.toUpperCase(), first.value.toUpperCase()] : [later.value, first.value];
    if (bare || a !== b) this.clashes.push({ later, first, bare });
  }

  private isBareNumber({ place, name, shown }: Setting): boolean {
    const rules = this.facts.option(place, name)?.generations['9'];
    return rules?.type === 'number' && numberOf(shown, rules.unitPrefix) === undefined;
  }

  /** The options of a section's blocks and of what stands beside them, sorted as drbdadm keeps them. */
  private blocksOf(section: Item): Blocks {
    const blocks: Blocks = { net: [], disk: [], peer: [], options: [], startup: [], handlers: [], proxy: [] };
    for (const item of section.body ?? []) {
      if (item.kind === 'option') blocks.net.push(this.setting(item, 'net'));
      else if (item.kind === 'disk') this.readDisk(item, blocks);
      else if (item.kind === 'syncer') for (const option of optionsIn(item)) this.readSyncer(option, blocks);
      else if (item.kind in blocks) {
        const kind = item.kind as 'net';
        blocks[kind].push(
          ...optionsIn(item)
            .filter(isOption)
            .map((option) => this.setting(option, kind)),
        );
      }
    }
    return blocks;
  }

  private readDisk(block: Item, { disk, peer }: Pick<Blocks, 'disk' | 'peer'>): void {
    for (const option of optionsIn(block)) {
      const setting = this.setting(option, 'disk');
      const ofPeer = this.facts.option('disk', setting.name)?.scope === 'peer-device';
      (ofPeer ? peer : disk).push(setting);
    }
  }

  private readSyncer(option: Item, blocks: Blocks): void {
    const name = option.keyword.text.replace(/^no-/, '');
    const alias = name === 'after' ? 'resync-after' : name;
    const place = (['net', 'disk', 'options'] as const).find((known) => this.facts.option(known, alias));
    if (place) blocks[place].push({ ...this.setting(option, place), name: alias });
  }

  private setting(item: Item, place: Place): Setting {
    const { name, value, shown } = settingOf(item, (option, text) => this.facts.comparable(place, option, text));
    return { name, value, shown, item, place, inherited: false };
  }

  /** The disk options of every host's volumes; gives those of the peer. */
  private volumes(resource: ResourceView, own: Blocks): Map<HostView, Map<number, List>> {
    const found = new Map<HostView, Map<number, List>>();
    for (const host of resource.hosts) {
      const peers = new Map<number, List>();
      for (const { number } of host.volumes) {
        const lists = { disk: [] as List, peer: [] as List };
        for (const block of diskBlocks(host.item, number)) this.readDisk(block, lists);
        this.expand(own.disk, lists.disk);
        this.expand(own.peer, lists.peer);
        this.sharedVolume(resource.item, number, lists);
        peers.set(number, lists.peer);
      }
      found.set(host, peers);
    }
    return found;
  }

  private sharedVolume(resource: Item, number: number, lists: { readonly disk: List; readonly peer: List }): void {
    const from = { disk: [] as List, peer: [] as List };
    for (const volume of members(resource, 'volume').filter((item) => numberIn(item) === number)) {
      for (const block of members(volume, 'disk')) this.readDisk(block, from);
    }
    this.expand(from.disk, lists.disk);
    this.expand(from.peer, lists.peer);
  }

  private linkBlocks({ kind, item }: Link): { readonly net: List; readonly peer: List } {
    const net: List = [];
    if (!item) return { net, peer: [] };
    const said = members(item, 'net')
      .flatMap(optionsIn)
      .map((option) => this.setting(option, 'net'));
    if (kind === 'written') net.push(...said);
    else this.expand(said, net);
    const peer = members(item, 'disk')
      .flatMap(optionsIn)
      .map((option) => this.setting(option, 'disk'));
    return { net, peer };
  }

  private proxies({ paths }: Link, outer: readonly Setting[]): void {
    for (const { proxy } of paths.flat()) {
      if (!proxy) continue;
      const own = members(proxy, 'proxy', 'options').flatMap(optionsIn).filter(isOption);
      this.expand(
        outer,
        own.map((option) => this.setting(option, 'proxy')),
      );
    }
  }

  /** What counts between the volumes of the two ends. */
  private peers(
    { item, paths }: Link,
    outer: readonly Setting[],
    volumes: ReadonlyMap<HostView, ReadonlyMap<number, List>>,
  ): void {
    const [ends = []] = paths;
    const lists = new Map<number, List>();
    for (const volume of item ? members(item, 'volume') : []) {
      const own = members(volume, 'disk')
        .flatMap(optionsIn)
        .map((option) => this.setting(option, 'disk'));
      lists.set(numberIn(volume), own);
    }
    const first = ends[0]?.host;
    for (const { number } of first?.volumes ?? []) if (!lists.has(number)) lists.set(number, []);
    for (const list of lists.values()) this.expand(outer, list);
    for (const { host } of ends) {
      for (const [number, list] of (host && volumes.get(host)) ?? []) this.expand(list, lists.get(number) ?? []);
    }
  }
}

/** Statements of startup and proxy sections that are no options. */
const isOption = ({ keyword }: Item): boolean => !['become-primary-on', 'stacked-timeouts'].includes(keyword.text);

const numberIn = (volume: Item): number => Number.parseInt(volume.args[0]?.text ?? '', 10);

/** The disk blocks of a host's volume: in its section, or beside bare statements. */
function diskBlocks(host: Item, number: number): Item[] {
  const volumes = members(host, 'volume').filter((item) => numberIn(item) === number);
  return [...(number === 0 ? [host] : []), ...volumes].flatMap((section) => members(section, 'disk'));
}
