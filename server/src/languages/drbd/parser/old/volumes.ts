import type { Span } from '../../../../base/span';
import { readOptions } from './options';
import { digitsOf, type OldReader, spanOf } from './reader';
import type { OldHost, OldResource, OldVolume } from './reading';

/** Puts a volume in its place; one of the same number goes behind those that are there. */
export function insert(volumes: OldVolume[], volume: OldVolume): void {
  const at = volumes.findIndex(({ number }) => number > volume.number);
  volumes.splice(at < 0 ? volumes.length : at, 0, volume);
}

/** The volume that bare statements are about. */
export function volumeZero(r: OldReader, volumes: OldVolume[], span: Span): OldVolume {
  const [first] = volumes;
  if (!first) {
    const made: OldVolume = { number: 0, implicit: true, span: spanOf(span) };
    volumes.push(made);
    return made;
  }
  if (first.number !== 0 || volumes.length > 1 || !first.implicit) r.error('volume-mismatch', 'late', span);
  return first;
}

/** `volume N { … }`. */
export function readVolume(r: OldReader, hosts: readonly string[]): OldVolume {
  const { start } = r.next();
  const number = r.number();
  const volume: OldVolume = { number: digitsOf(number), implicit: false, span: { start, end: number.end } };
  r.mark('{');
  while (!r.is('}')) if (!readVolumeStatement(r, volume, hosts)) r.stop('device | disk | meta-disk');
  r.next();
  return volume;
}

/** `volume N { device …; }`, all that a stacked section may say. */
export function readStackedVolume(r: OldReader): OldVolume {
  const { start } = r.next();
  const number = r.number();
  const volume: OldVolume = { number: digitsOf(number), implicit: false, span: { start, end: number.end } };
  r.mark('{');
  if (!r.isKeyword('device')) r.stop('device');
  readDevice(r, volume, []);
  r.mark('}');
  return Object.assign(volume, { metaDisk: 'internal', metaIndex: 'internal' });
}

/** A statement about a volume; false if the current word begins none. */
export function readVolumeStatement(r: OldReader, volume: OldVolume, hosts: readonly string[]): boolean {
  if (r.isKeyword('disk')) readDisk(r, volume);
  else if (r.isKeyword('device')) readDevice(r, volume, hosts);
  else if (r.isKeyword('meta-disk') || r.isKeyword('flexible-meta-disk')) readMetaDisk(r, volume);
  else return false;
  return true;
}

/** `disk PATH;` or a block; in 8.3 the block stands in resources only. */
function readDisk(r: OldReader, volume: OldVolume): void {
  r.next();
  if (r.is('{') && r.generation === '8.4') {
    r.next();
    readOptions(r, 'disk');
    return;
  }
  volume.disk = r.name().text;
  r.mark(';');
}

function readMetaDisk(r: OldReader, volume: OldVolume): void {
  const flexible = r.next().text === 'flexible-meta-disk';
  volume.metaDisk = r.name().text;
  volume.metaIndex = volume.metaDisk === 'internal' ? 'internal' : 'flexible';
  const indexed = !flexible && volume.metaDisk !== 'internal';
  if (indexed && (r.is('[') || r.generation === '8.3')) {
    r.mark('[');
    volume.metaIndex = r.number().text;
    r.mark(']');
  }
  r.mark(';');
}

/** `device NAME [minor N];` or `device minor N;`. */
export function readDevice(r: OldReader, volume: OldVolume, hosts: readonly string[]): void {
  const span = spanOf(r.next());
  const path = r.isKeyword('minor') ? undefined : r.name();
  if (path) {
    volume.device = path.text.startsWith('drbd') ? `/dev/${path.text}` : path.text;
    if (!volume.device.startsWith('/dev/drbd')) r.error('device-name', 'prefix', path);
  }
  if (path && r.is(';')) {
    const minor = minorOf(volume.device ?? '');
    if (minor === undefined) r.error('missing-device', 'minor', path, { name: path.text });
    else volume.minor = minor;
  } else {
    r.keyword('minor');
    volume.minor = digitsOf(r.number());
    if (path) checkName(r, volume.device ?? '', volume.minor, path);
  }
  r.mark(';');
  useDevice(r, volume, hosts, path ?? span);
}

const minorOf = (device: string): number | undefined => {
  const digits = /^(?:\/dev\/drbd)?(\d+)$/.exec(device)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

function checkName(r: OldReader, device: string, minor: number, span: Span): void {
  if (!device.startsWith('/dev/drbd')) return;
  const rest = device.slice('/dev/drbd'.length);
  if (/^\d+$/.test(rest)) {
    if (Number(rest) !== minor) r.error('device-name', 'minor', span, { named: Number(rest), minor });
  } else if (!rest.startsWith('_')) r.error('device-name', 'underscore', span);
}

function useDevice(r: OldReader, { minor, device }: OldVolume, hosts: readonly string[], span: Span): void {
  for (const host of hosts) {
    if (minor !== undefined)
      r.uses.push({ space: 'minor', key: `${host}:${minor}`, span: spanOf(span), host, what: String(minor) });
    if (device) r.uses.push({ space: 'device', key: `${host}:${device}`, span: spanOf(span), host, what: device });
  }
}

/** Gives a host what the resource has said of its volumes up to here. */
export function inherit(r: OldReader, { volumes }: OldResource, host: OldHost): void {
  for (const from of volumes) {
    let to = host.volumes.find(({ number }) => number === from.number);
    if (!to) {
      to = { number: from.number, implicit: from.implicit, span: from.span };
      insert(host.volumes, to);
    }
    if (to.disk === undefined && from.disk !== undefined) {
      to.disk = from.disk;
      for (const name of host.names)
        r.uses.push({ space: 'disk', key: `${name}:${to.disk}`, span: from.span, host: name, what: to.disk });
    }
    if (to.device === undefined && from.device !== undefined) to.device = from.device;
    if (to.minor === undefined && from.minor !== undefined) {
      to.minor = from.minor;
      for (const name of host.names)
        r.uses.push({
          space: 'minor',
          key: `${name}:${to.minor}`,
          span: from.span,
          host: name,
          what: String(to.minor),
        });
    }
    if (to.metaDisk === undefined && from.metaDisk !== undefined)
      Object.assign(to, { metaDisk: from.metaDisk, metaIndex: from.metaIndex });
  }
}
