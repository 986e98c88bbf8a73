import { shift } from '../../../base/span';
import { type Item, members } from '../ast';
import type { EndpointView, ResourceView } from '../model/resource';
import { readAddress, readProxy } from './addresses';
import { sameHost } from './host-names';
import type { HostDraft, ResourceContext } from './hosts';
import { countedIn, Pool, readOption } from './pool';
import { readVolumeDisks } from './sections';
import type { EffectiveAddress, EffectiveConnection, EffectiveEnd, Level, Options } from './types';

/**
 * All connections of a resource: those that are written, those that meshes stand for, and, where there is none, the
 * one between its two hosts.
 */
export function readConnections(
  context: ResourceContext,
  view: ResourceView,
  hosts: readonly HostDraft[],
): EffectiveConnection[] {
  const found = [
    ...view.connections.map(({ item, paths }) =>
      connect(
        context,
        hosts,
        'explicit',
        item,
        paths.map(({ ends }) => readEnds(context, hosts, ends)),
      ),
    ),
    ...view.meshes.flatMap((mesh) => expandMesh(context, hosts, mesh)),
  ];
  if (found.length > 0 || hosts.length !== 2) return found;
  // All names of the hosts below, since nobody can say which of them runs the upper resource.
  const ends = hosts
    .filter(({ host }) => host.address)
    .map((draft) => ({ ...endOf(draft), ...(draft.host.lower && { name: draft.host.names.join('_') }) }));
  return [connect(context, hosts, 'implicit', view.item, [ends])];
}

function endOf({ host }: HostDraft): EffectiveEnd {
  const { names, address, proxy } = host;
  return { host, name: names[0] ?? host.lower ?? '', ...(address && { address }), ...(proxy && { proxy }) };
}

function expandMesh(context: ResourceContext, hosts: readonly HostDraft[], mesh: Item): EffectiveConnection[] {
  const named = members(mesh, 'hosts')
    .flatMap(({ args }) => args)
    .map(({ text }) => hosts.find(({ host }) => host.names.some((name) => sameHost(name, text))));
  const found: EffectiveConnection[] = [];
  for (let i = 0; i < named.length; i++) {
    for (const other of named.slice(i + 1)) {
      const one = named[i];
      if (!one || !other || one === other) continue;
      found.push(connect(context, hosts, 'mesh', mesh, [[endOf(one), endOf(other)]]));
    }
  }
  return found;
}

function readEnds(
  context: ResourceContext,
  hosts: readonly HostDraft[],
  ends: readonly EndpointView[],
): EffectiveEnd[] {
  return ends.flatMap((end) => {
    const given = addressOf(end);
    const draft = hosts.find(({ host }) =>
      end.host ? host.names.some((name) => sameHost(name, end.host?.text ?? '')) : sameAddress(host.address, given),
    );
    if (!draft) return [];
    const { host } = draft;
    const address = given?.ip ? given : host.address && { ...host.address, ...(given && { port: given.port }) };
    const proxy = readProxy(context.reading, members(end.item, 'proxy-on')[0], context.home, context.pools);
    const name = end.host?.text ?? host.names[0] ?? '';
    return [{ host, name, ...(address && { address }), ...(proxy && { proxy }) }];
  });
}

/** The address that an end names; one with a port alone has an empty address. */
function addressOf({ address, item }: EndpointView): EffectiveAddress | undefined {
  if (address) return readAddress(address);
  const at = item.args.findIndex(({ kind, text }) => kind === 'word' && text === 'port');
  const port = at > 0 ? item.args[at + 1]?.text : undefined;
  return port === undefined ? undefined : { family: '', ip: '', port };
}

const sameAddress = (a: EffectiveAddress | undefined, b: EffectiveAddress | undefined): boolean =>
  a !== undefined && b !== undefined && a.family === b.family && a.ip === b.ip && a.port === b.port;

function connect(
  context: ResourceContext,
  hosts: readonly HostDraft[],
  made: EffectiveConnection['made'],
  item: Item,
  paths: EffectiveConnection['paths'],
): EffectiveConnection {
  const { home } = context;
  const level: Level = made === 'implicit' ? 'resource' : made === 'mesh' ? 'mesh' : 'connection';
  return {
    made,
    paths,
    net: netOf(context, made, item, level),
    volumes: volumesOf(context, hosts, made === 'explicit' ? item : undefined, paths[0] ?? []),
    origin: { level, uri: home.uri, span: shift(item.span, home.start) },
  };
}

function netOf(
  { reading, home, pools, onClash }: ResourceContext,
  made: EffectiveConnection['made'],
  item: Item,
  level: Level,
): Options {
  if (reading.generation.startsWith('8')) return pools.net.options; // the resource is the connection
  const written = new Pool(onClash);
  for (const block of made === 'implicit' ? [] : members(item, 'net'))
    for (const option of countedIn(reading, block)) written.set(readOption(reading, option, 'net', level, home));
  const pool = made === 'mesh' ? new Pool(onClash) : written;
  if (made === 'mesh') pool.inherit(written);
  pool.inherit(pools.net);
  return pool.options;
}

/** Options towards the peer for each volume: of the connection's volume, the connection, and the disks of both hosts. */
function volumesOf(
  { reading, home, onClash }: ResourceContext,
  hosts: readonly HostDraft[],
  connection: Item | undefined,
  ends: readonly EffectiveEnd[],
): Map<number, Options> {
  const own = connection
    ? readVolumeDisks(reading, connection, 'connection-volume', home, onClash)
    : new Map<number, { readonly peer: Pool }>();
  const shared = new Pool(onClash);
  const last = connection && members(connection, 'disk').at(-1);
  for (const option of last ? countedIn(reading, last) : [])
    shared.set(readOption(reading, option, 'peer-disk', 'connection', home));
  const numbers = new Set([...own.keys(), ...(ends[0]?.host.volumes ?? []).map(({ number }) => number)]);
  const found = new Map<number, Options>();
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const pool = own.get(number)?.peer ?? new Pool(onClash);
    pool.inherit(shared);
    for (const { host } of ends) {
      const peer = hosts.find((draft) => draft.host === host)?.peer.get(number);
      if (peer) pool.inherit(peer);
    }
    found.set(number, pool.options);
  }
  return found;
}
