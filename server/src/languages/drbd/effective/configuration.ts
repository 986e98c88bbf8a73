import { shift } from '../../../base/span';
import { type Item, members } from '../ast';
import type { DrbdFacts } from '../facts';
import type { Generation } from '../generation';
import { optionsIn } from '../model/merge';
import { type HostView, type ResourceView, readResource } from '../model/resource';
import { readConnections } from './connections';
import { type HostDraft, type ResourceContext, readHost, stackOn } from './hosts';
import { derivedNodeIds } from './node-ids';
import { Pool, type Reading, readOption } from './pool';
import { readSections, readVolumeDisks, type SectionPools } from './sections';
import type { EffectiveConfiguration, EffectiveConnection, EffectiveResource, OptionClash, PlacedItem } from './types';

export interface Environment {
  readonly facts: DrbdFacts;
  readonly generation: Generation;
  /** The statements of a file that `template-file` names, as seen from a file; undefined if it is not there. */
  readonly template?: (uri: string, name: string) => readonly PlacedItem[] | undefined;
}

interface Draft {
  readonly context: ResourceContext;
  readonly view: ResourceView;
  readonly hosts: readonly HostDraft[];
  readonly clashes: OptionClash[];
}

/** What a configuration means: its statements in the order in which drbdadm reads them, with all files included. */
export function effectiveConfiguration(
  placed: readonly PlacedItem[],
  environment: Environment,
): EffectiveConfiguration {
  const reading: Reading = environment;
  const common = placed.find(({ item }) => item.kind === 'common');
  const drafts = placed
    .filter(({ item }) => item.kind === 'resource' && item.args[0])
    .map((resource) => draft(reading, resource, outerOf(environment, resource, common)));
  for (const { hosts } of drafts) {
    for (const host of hosts) {
      const below = drafts.find(({ view }) => view.name?.text === host.host.lower);
      if (host.host.lower !== undefined) stackOn(host, below?.hosts ?? []);
    }
  }
  return { global: readGlobal(reading, placed), resources: drafts.map(finish) };
}

/** Up to 8.4 a host inherits only those volumes of the resource that stand in front of it. */
function asOld(resource: Item, host: HostView): HostView {
  const body = (resource.body ?? []).filter(({ span }) => span.start <= host.item.span.start);
  return readResource({ ...resource, body }, false).hosts.find(({ item }) => item === host.item) ?? host;
}

interface Outer {
  readonly level: 'common' | 'template';
  readonly section: PlacedItem;
}

/** What a resource inherits from: `common`, or that of the template that it names instead. */
function outerOf(
  { template }: Environment,
  { item, uri }: PlacedItem,
  common: PlacedItem | undefined,
): Outer | undefined {
  const name = members(item, 'template-file').at(-1)?.args[0]?.text;
  const first = name === undefined ? undefined : template?.(uri, name)?.[0];
  if (first?.item.kind === 'common') return { level: 'template', section: first };
  return common && { level: 'common', section: common };
}

function draft(reading: Reading, { item, uri, start }: PlacedItem, outer: Outer | undefined): Draft {
  const clashes: OptionClash[] = [];
  const onClash = (clash: OptionClash) => {
    const isKnown = clashes.some(({ name, other }) => name === clash.name && other === clash.other);
    if (!reading.generation.startsWith('8') && !isKnown) clashes.push(clash);
  };
  const home = { uri, start };
  const pools = readSections(reading, item, 'resource', home, onClash);
  if (outer) inheritSections(pools, readOuter(reading, outer));
  const volumes = readVolumeDisks(reading, item, 'volume', home, onClash);
  const context: ResourceContext = { reading, home, pools, volumes, onClash };
  const view = readResource(item, false);
  const hosts = view.hosts.map((host) =>
    readHost(context, reading.generation.startsWith('8') ? asOld(item, host) : host),
  );
  return { context, view, hosts, clashes };
}

const readOuter = (reading: Reading, { level, section: { item, uri, start } }: Outer): SectionPools =>
  readSections(reading, item, level, { uri, start }, () => {});

function inheritSections(pools: SectionPools, outer: SectionPools): void {
  for (const name of ['net', 'device', 'peer', 'options', 'startup', 'handlers', 'proxy'] as const)
    pools[name].inherit(outer[name]);
  pools.plugins = [...new Set([...pools.plugins, ...outer.plugins])];
}

function finish({ context, view, hosts, clashes }: Draft): EffectiveResource {
  const connections = readConnections(context, view, hosts);
  if (!context.reading.generation.startsWith('8')) for (const made of connections) deriveIds(made, hosts);
  const { pools, home } = context;
  return {
    name: view.name?.text ?? '',
    hosts: hosts.map(({ host }) => host),
    connections,
    options: pools.options.options,
    net: pools.net.options,
    disk: pools.device.options,
    peer: pools.peer.options,
    startup: pools.startup.options,
    handlers: pools.handlers.options,
    proxy: pools.proxy.options,
    plugins: pools.plugins,
    clashes,
    origin: { level: 'resource', uri: home.uri, span: shift(view.item.span, home.start) },
  };
}

/** Node ids that nobody wrote come from the addresses of a connection that nobody wrote. */
function deriveIds({ made, paths }: EffectiveConnection, hosts: readonly HostDraft[]): void {
  const ends = paths[0] ?? [];
  const [one, other] = ends.map(({ host }) => hosts.find((draft) => draft.host === host)?.host);
  if (made === 'explicit' || ends.length !== 2 || !one || !other) return;
  if (one.nodeId !== undefined || other.nodeId !== undefined) return;
  const ids =
    derivedNodeIds(one.address?.ip ?? '', other.address?.ip ?? '') ??
    derivedNodeIds(one.proxy?.outside?.ip ?? '', other.proxy?.outside?.ip ?? '');
  if (!ids) return;
  for (const [host, id] of [
    [one, ids[0]],
    [other, ids[1]],
  ] as const) {
    host.nodeId = id;
    host.nodeIdDerived = true;
  }
}

function readGlobal(reading: Reading, placed: readonly PlacedItem[]): EffectiveConfiguration['global'] {
  const pool = new Pool();
  for (const { item, uri, start } of placed) {
    if (item.kind !== 'global') continue;
    for (const option of optionsIn(item)) pool.set(readOption(reading, option, 'global', 'global', { uri, start }));
  }
  return pool.options;
}
