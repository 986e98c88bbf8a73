import type { Address, Item, Word } from '../ast';
import { members } from '../ast';

/** A volume as one host sees it, after inheritance. */
export interface VolumeView {
  readonly number: number;
  /** Written as a `volume` section, not by bare statements. */
  readonly explicit: boolean;
  /** The section, or the statement that makes it exist. */
  readonly item: Item;
  readonly device?: Item;
  /** `disk PATH`; absent also if it says `none`. */
  readonly disk?: Item;
  readonly metaDisk?: Item;
  /** It says `disk none`: no disk on purpose. */
  readonly diskless: boolean;
  /** Which of its statements come from the resource. */
  readonly inherited: ReadonlySet<Item>;
}

export type HostKind = 'on' | 'floating' | 'stacked' | 'this-host';

export interface HostView {
  readonly kind: HostKind;
  readonly item: Item;
  /** Host names of `on`, the resource of `stacked-on-top-of`. */
  readonly names: readonly Word[];
  readonly address?: Address;
  readonly nodeId?: Word;
  readonly volumes: readonly VolumeView[];
  /** All device statements that count for it, those too that a later one replaces, with the volume's number. */
  readonly devices: ReadonlyMap<Item, number>;
}

/** One end of a connection or path. */
export interface EndpointView {
  readonly item: Item;
  readonly host?: Word;
  readonly address?: Address;
}

export interface ConnectionView {
  readonly item: Item;
  readonly paths: readonly { readonly item: Item; readonly ends: readonly EndpointView[] }[];
}

/** What a resource section says, read as drbdadm reads it. */
export interface ResourceView {
  readonly item: Item;
  readonly name: Word | undefined;
  readonly hosts: readonly HostView[];
  /** Volumes at the level of the resource. */
  readonly volumes: readonly VolumeView[];
  readonly connections: readonly ConnectionView[];
  readonly meshes: readonly Item[];
  /** Something in it could not be read, or is still to be filled in: checks of the whole stay away. */
  readonly incomplete: boolean;
}

interface Draft {
  number: number;
  explicit: boolean;
  item: Item;
  device?: Item;
  disk?: Item;
  metaDisk?: Item;
  diskless: boolean;
  inherited: Set<Item>;
}

/** Reads a resource section. */
export function readResource(item: Item, incomplete: boolean): ResourceView {
  const volumes = readVolumes(item);
  const hosts = members(item, 'on', 'floating', 'stacked', 'this-host').map((host) => readHost(host, volumes));
  return {
    item,
    name: item.args[0],
    hosts,
    volumes,
    connections: members(item, 'connection').map(readConnection),
    meshes: members(item, 'mesh'),
    incomplete,
  };
}

function readHost(item: Item, shared: readonly Draft[]): HostView {
  const kind = item.kind as HostKind;
  const statement = members(item, 'address').find((s) => s.keyword.text === 'address');
  const address = kind === 'floating' ? item.address : statement?.address;
  const nodeId = members(item, 'node-id')[0]?.args[0];
  const volumes = inherit(readVolumes(item), shared, kind === 'stacked');
  return {
    kind,
    item,
    names: item.args,
    volumes,
    devices: devicesOf(item, volumes),
    ...(address && { address }),
    ...(nodeId && { nodeId }),
  };
}

function devicesOf(host: Item, volumes: readonly VolumeView[]): Map<Item, number> {
  const found = new Map<Item, number>();
  for (const statement of members(host, 'device')) found.set(statement, 0);
  for (const volume of members(host, 'volume')) {
    for (const statement of members(volume, 'device'))
      found.set(statement, Number.parseInt(volume.args[0]?.text ?? '', 10));
  }
  for (const { device, number } of volumes) if (device) found.set(device, number);
  return found;
}

/** The volumes that a section names: explicit ones, and the one that bare statements make. */
function readVolumes(section: Item): Draft[] {
  const drafts = new Map<number, Draft>();
  const bare = members(section, 'device', 'disk-path', 'meta-disk');
  const first = bare[0];
  if (first) drafts.set(0, fill(draft(0, false, first), bare));
  for (const volume of members(section, 'volume')) {
    const number = Number.parseInt(volume.args[0]?.text ?? '', 10);
    if (Number.isNaN(number)) continue;
    const made = drafts.get(number) ?? draft(number, true, volume);
    drafts.set(number, fill(made, volume.body ?? []));
  }
  return [...drafts.values()];
}

const draft = (number: number, explicit: boolean, item: Item): Draft => ({
  number,
  explicit,
  item,
  diskless: false,
  inherited: new Set(),
});

function fill(volume: Draft, statements: readonly Item[]): Draft {
  for (const statement of statements) {
    if (statement.kind === 'device') volume.device = statement;
    else if (statement.kind === 'disk-path') {
      volume.disk = statement;
      volume.diskless = statement.args[0]?.text === 'none';
    } else if (statement.kind === 'meta-disk') volume.metaDisk = statement;
  }
  return volume;
}

/** A host's own volumes, completed by the resource's. Stacked sections have no disks. */
function inherit(own: readonly Draft[], shared: readonly Draft[], stacked: boolean): VolumeView[] {
  const all = new Map(own.map((volume) => [volume.number, { ...volume, inherited: new Set<Item>() }]));
  for (const from of shared) {
    const to = all.get(from.number) ?? draft(from.number, from.explicit, from.item);
    all.set(from.number, to);
    complete(to, from, stacked);
  }
  return [...all.values()].sort((a, b) => a.number - b.number);
}

function complete(to: Draft, from: Draft, stacked: boolean): void {
  if (!to.device && from.device) {
    to.device = from.device;
    to.inherited.add(from.device);
  }
  if (stacked) return;
  if (!to.disk && from.disk) {
    to.disk = from.disk;
    to.diskless = from.diskless;
    to.inherited.add(from.disk);
  }
  if (!to.metaDisk && from.metaDisk) {
    to.metaDisk = from.metaDisk;
    to.inherited.add(from.metaDisk);
  }
}

function readConnection(item: Item): ConnectionView {
  const own = members(item, 'endpoint').map(readEndpoint);
  const paths = members(item, 'path').map((path) => ({
    item: path,
    ends: members(path, 'endpoint').map(readEndpoint),
  }));
  return { item, paths: own.length > 0 ? [{ item, ends: own }, ...paths] : paths };
}

function readEndpoint(item: Item): EndpointView {
  const host = item.keyword.text === 'host' ? item.args[0] : undefined;
  return { item, ...(host && { host }), ...(item.address && { address: item.address }) };
}

/** Minor number and name of a device statement. */
export function deviceOf(statement: Item | undefined): {
  readonly path?: Word;
  readonly minor?: number;
  readonly minorWord?: Word;
} {
  if (!statement) return {};
  const [first, second, third] = statement.args;
  const path = first && !isMinorWord(first) ? first : undefined;
  const minorWord = path ? (second && isMinorWord(second) ? third : undefined) : second;
  const given = minorWord ? Number.parseInt(minorWord.text, 10) : minorOfName(path?.text);
  return {
    ...(path && { path }),
    ...(minorWord && { minorWord }),
    ...(given !== undefined && !Number.isNaN(given) && { minor: given }),
  };
}

const isMinorWord = (word: Word): boolean => word.kind === 'word' && word.text === 'minor';

function minorOfName(name: string | undefined): number | undefined {
  const match = /^(?:\/dev\/)?drbd(\d+)$/.exec(name ?? '');
  return match ? Number(match[1]) : undefined;
}

/** An address as drbdadm compares it: family, address, port. */
export function addressKey(address: Address): string | undefined {
  if (!address.ip || !address.port || address.ip.kind === 'template' || address.port.kind === 'template')
    return undefined;
  return addressKeyOf(address.ip.text, address.port.text);
}

/** The same of an address in its two parts. */
export const addressKeyOf = (ip: string, port: string): string =>
  ip.includes(':') ? `ipv6:${canonicalIpv6(ip)}:${port}` : `ipv4:${ip}:${port}`;

function canonicalIpv6(text: string): string {
  const [ip = '', scope] = text.toLowerCase().split('%');
  const [head = '', tail] = ip.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...new Array<string>(zeros).fill('0'), ...right].map((g) => g.replace(/^0+(?=.)/, ''));
  return groups.join(':') + (scope ? `%${scope}` : '');
}

/** Addresses that every host has for itself are not compared between resources. */
export const isLoopback = (address: Address): boolean =>
  /^127\./.test(address.ip?.text ?? '') || address.ip?.text === '::1';
