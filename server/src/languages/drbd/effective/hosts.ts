import { shift } from '../../../base/span';
import { type Item, members } from '../ast';
import { deviceOf, type HostView, type VolumeView } from '../model/resource';
import { readAddress, readProxy } from './addresses';
import { countedIn, type Home, Pool, type Reading, readOption } from './pool';
import { type DiskPools, readVolumeDisks, type SectionPools } from './sections';
import type { EffectiveHost, EffectiveVolume, MetaDisk, OptionClash } from './types';

/** A host while it is put together: its peer options are still pools, which connections inherit. */
export interface HostDraft {
  readonly host: Writable<EffectiveHost>;
  readonly peer: ReadonlyMap<number, Pool>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What the hosts of one resource have in common. */
export interface ResourceContext {
  readonly reading: Reading;
  readonly home: Home;
  readonly pools: SectionPools;
  /** Options of `volume` sections at the level of the resource. */
  readonly volumes: ReadonlyMap<number, DiskPools>;
  readonly onClash: (clash: OptionClash) => void;
}

/** Reads a host's section, completed by what the resource says for all hosts. */
export function readHost(context: ResourceContext, view: HostView): HostDraft {
  const { reading, home, pools, onClash } = context;
  const own = readVolumeDisks(reading, view.item, 'host-volume', home, onClash);
  const volumes: EffectiveVolume[] = [];
  const peer = new Map<number, Pool>();
  for (const volume of view.volumes) {
    const disk = own.get(volume.number) ?? { device: new Pool(onClash), peer: new Pool(onClash) };
    const shared = context.volumes.get(volume.number);
    disk.device.inherit(pools.device);
    disk.peer.inherit(pools.peer);
    if (shared) {
      disk.device.inherit(shared.device);
      disk.peer.inherit(shared.peer);
    }
    peer.set(volume.number, disk.peer);
    volumes.push(readVolume(volume, disk, view.kind === 'stacked'));
  }
  const address = readAddress(view.address);
  const nodeId = Number.parseInt(view.nodeId?.text ?? '', 10);
  const proxy = readProxy(reading, members(view.item, 'proxy-on').at(-1), home, pools);
  const host: EffectiveHost = {
    kind: view.kind,
    names: namesOf(view, address),
    ...(view.kind === 'stacked' && view.names[0] && { lower: view.names[0].text }),
    ...(address && { address }),
    ...(!Number.isNaN(nodeId) && { nodeId }),
    nodeIdDerived: false,
    volumes,
    ownOptions: ownOptions(context, view.item),
    ...(proxy && { proxy }),
    origin: { level: 'host', uri: home.uri, span: shift(view.item.span, home.start) },
  };
  return { host, peer };
}

/** A floating host is called by its address, a stacked one by the hosts below, which are not known here. */
function namesOf(view: HostView, address: EffectiveHost['address']): string[] {
  if (view.kind === 'stacked') return [];
  if (view.kind !== 'floating') return view.names.map(({ text }) => text);
  if (!address) return [];
  return [address.family === 'ipv6' ? `ipv6 [${address.ip}]:${address.port}` : `${address.ip}:${address.port}`];
}

function ownOptions({ reading, home }: ResourceContext, host: Item) {
  const pool = new Pool();
  const last = members(host, 'options').at(-1);
  for (const option of last ? countedIn(reading, last) : [])
    pool.set(readOption(reading, option, 'options', 'host', home));
  return pool.options;
}

function readVolume(view: VolumeView, pools: DiskPools, stacked: boolean): EffectiveVolume {
  const { path, minor } = deviceOf(view.device);
  const named = path && (path.text.startsWith('/') ? path.text : `/dev/${path.text}`);
  const device = named ?? (minor === undefined ? undefined : `/dev/drbd${minor}`);
  const disk = view.diskless || stacked ? undefined : view.disk?.args[0]?.text;
  const metaDisk = disk === undefined && !stacked ? undefined : metaDiskOf(view.metaDisk);
  return {
    number: view.number,
    implicit: !view.explicit,
    ...(device !== undefined && { device }),
    ...(minor !== undefined && { minor }),
    ...(disk !== undefined && { disk }),
    ...(metaDisk && { metaDisk }),
    options: pools.device.options,
    peerOptions: pools.peer.options,
  };
}

/** A disk without a word about its meta data has them inside. */
function metaDiskOf(statement: Item | undefined): MetaDisk {
  const [path, index] = statement?.args ?? [];
  if (!path || path.text === 'internal') return { path: 'internal', index: 'internal' };
  return { path: path.text, index: index?.text ?? 'flexible' };
}

/** Gives a stacked host the names of the hosts below and their devices as disks. */
export function stackOn({ host }: HostDraft, below: readonly HostDraft[]): void {
  const lower = below.map((draft) => draft.host).filter(({ kind }) => kind !== 'stacked');
  host.names = [...new Set(lower.flatMap(({ names }) => names))];
  host.volumes = host.volumes.map((volume) => {
    const device = lower.at(-1)?.volumes.find(({ number }) => number === volume.number)?.device;
    return device === undefined ? volume : { ...volume, disk: device };
  });
}
