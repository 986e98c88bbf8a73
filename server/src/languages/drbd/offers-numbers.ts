import { type Item, members } from './ast';
import { deviceOf, type HostView, type ResourceView, type VolumeView } from './model/resource';
import type { FreeNumbers } from './offer-snippets';
import type { Cursor } from './offers-cursor';

const above = (numbers: readonly number[], floor: number): number =>
  numbers.reduce((most, number) => Math.max(most, number), floor - 1) + 1;

const tails = (cursor: Cursor, namespace: string): number[] =>
  [...cursor.around.declaredNames(namespace)]
    .map((name) => Number(name.slice(name.lastIndexOf(':') + 1)))
    .filter(Number.isInteger);

/** Numbers that nothing has yet, for a section that is to be written at the cursor. */
export const freeNumbers = (cursor: Cursor): FreeNumbers => ({
  minor: nextMinor(cursor),
  volume: volumeNumbers(cursor)[0] ?? 0,
  port: nextPort(cursor),
  nodeId: nextNodeId(cursor),
});

function nextMinor(cursor: Cursor): number {
  const own = resourceView(cursor)?.volumes ?? [];
  return above([...tails(cursor, 'drbd.minor'), ...own.flatMap(minorOf)], 0);
}

const resourceView = ({ path, model }: Cursor): ResourceView | undefined =>
  model.resources.find(({ item }) => path.includes(item));

/** The hosts of the resource round the cursor, without the one that it is in. */
const otherHosts = (cursor: Cursor): readonly HostView[] =>
  (resourceView(cursor)?.hosts ?? []).filter(({ item }) => !cursor.path.includes(item));

/** The host that the cursor is in. */
const ownHost = (cursor: Cursor): HostView | undefined =>
  resourceView(cursor)?.hosts.find(({ item }) => cursor.path.includes(item));

/** The minors of the host's section that the cursor is in. */
export const ownMinors = (cursor: Cursor): number[] => (ownHost(cursor)?.volumes ?? []).flatMap(minorOf);

/** The volumes that the other hosts write as sections; none where they write bare statements. */
export const peerSections = (cursor: Cursor): number[] =>
  unique(
    otherHosts(cursor)
      .flatMap(({ volumes }) => volumes)
      .filter(({ explicit }) => explicit)
      .map(({ number }) => number),
  ).sort((a, b) => a - b);

const minorOf = ({ device }: VolumeView): number[] => {
  const { minor } = deviceOf(device);
  return minor === undefined ? [] : [minor];
};

const numberIn = (item: Item): number => Number.parseInt(item.args[0]?.text ?? '', 10);

/** The volume's number that the cursor is in; bare statements are those of volume 0. */
function volumeAt({ path }: Cursor): number {
  const volume = path.find(({ kind }) => kind === 'volume');
  return volume ? numberIn(volume) : 0;
}

/** What the other hosts have for the volume that the cursor is in. */
const peerVolumes = (cursor: Cursor): readonly VolumeView[] =>
  otherHosts(cursor)
    .filter(({ kind }) => kind !== 'stacked')
    .flatMap(({ volumes }) => volumes)
    .filter(({ number }) => number === volumeAt(cursor));

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** A peer has the same minor as a rule: that comes first, then the next free one. */
export function minors(cursor: Cursor): number[] {
  const { span } = cursor;
  const device = /device\s+"?(?:\/dev\/)?drbd(\d+)"?\s+minor\s+$/.exec(cursor.before)?.[1];
  if (device !== undefined) return [Number(device)];
  const others = (ownHost(cursor)?.volumes ?? []).filter(
    ({ device }) => device && !(device.span.start <= span.start && span.end <= device.span.end),
  );
  const taken = new Set(others.flatMap(minorOf));
  const peers = peerVolumes(cursor)
    .flatMap(minorOf)
    .filter((minor) => !taken.has(minor));
  return unique([...peers, nextMinor(cursor)]);
}

/** Devices of these minors, the one that is written behind the word if there is one. */
export function devices(cursor: Cursor): string[] {
  const written = /^\s*minor\s+(\d+)/.exec(cursor.rest)?.[1];
  const numbers = written === undefined ? minors(cursor) : [Number(written)];
  return numbers.map((minor) => `/dev/drbd${minor}`);
}

/** The disks that the other hosts have for this volume. */
export const diskPaths = (cursor: Cursor): string[] =>
  unique(peerVolumes(cursor).flatMap(({ disk }) => disk?.args[0]?.text ?? []))
    .filter((path) => path !== 'none')
    .map(quoted);

/** The meta data of the other hosts, with its index. */
export const metaDisks = (cursor: Cursor): string[] =>
  unique(
    peerVolumes(cursor).flatMap(({ metaDisk }) => {
      const [path, index] = metaDisk?.args ?? [];
      return path && path.text !== 'internal' ? `${quoted(path.text)}${index ? `[${index.text}]` : ''}` : [];
    }),
  );

/** A path as drbdadm reads it in one piece. */
export const quoted = (path: string): string => (/^\/[\w./-]+$/.test(path) ? path : JSON.stringify(path));

/** The port of the other hosts, then a free one. */
export function ports(cursor: Cursor): number[] {
  const inProxy =
    cursor.path.some(({ kind }) => kind === 'proxy-on') || /\b(?:in|out)side\s/.test(cursor.before.slice(-60));
  const peers = inProxy ? [] : otherHosts(cursor).map(({ address }) => Number(address?.port?.text ?? Number.NaN));
  return unique([...peers.filter(Number.isInteger), nextPort(cursor)]);
}

const nextPort = (cursor: Cursor): number =>
  above(
    tails(cursor, 'drbd.address').filter((port) => port < 65535),
    7788,
  );

const numbersIn = (section: Item | undefined, kind: string): number[] =>
  section ? members(section, kind).map(numberIn).filter(Number.isInteger) : [];

/** Volumes that the other hosts or the resource have and this section has not; else the next. */
export function volumeNumbers(cursor: Cursor): number[] {
  const section = cursor.path.at(-1);
  const present = numbersIn(section, 'volume').filter((number) => String(number) !== cursor.word);
  const resource = resourceView(cursor);
  const elsewhere =
    section?.kind === 'connection'
      ? (resource?.hosts ?? []).flatMap(({ volumes }) => volumes)
      : [
          ...otherHosts(cursor).flatMap(({ volumes }) => volumes),
          ...(section?.kind === 'on' ? (resource?.volumes ?? []) : []),
        ];
  const missing = unique(elsewhere.map(({ number }) => number)).filter((number) => !present.includes(number));
  if (section?.kind === 'connection') return missing.sort((a, b) => a - b);
  return missing.length > 0 && section?.kind !== 'resource' ? missing.sort((a, b) => a - b) : [above(present, 0)];
}

/** The first node-id that no host of the resource has. */
export function nextNodeId(cursor: Cursor): number {
  const resource = cursor.path.find(({ kind }) => kind === 'resource');
  const hosts = resource ? members(resource, 'on', 'floating', 'stacked') : [];
  const taken = new Set(
    hosts.filter((host) => !cursor.path.includes(host)).flatMap((host) => numbersIn(host, 'node-id')),
  );
  let free = 0;
  while (taken.has(free)) free++;
  return free;
}
