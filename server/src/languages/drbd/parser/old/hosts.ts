import type { Span } from '../../../../base/span';
import { readAddress, useAddress } from './address';
import { readOptions } from './options';
import { type OldReader, spanOf } from './reader';
import type { OldHost, OldResource } from './reading';
import { inherit, insert, readStackedVolume, readVolume, readVolumeStatement, volumeZero } from './volumes';

/** Names up to a mark, at least one; the mark is taken. */
export function readNames(r: OldReader, mark: string): string[] {
  const names = [r.name().text];
  while (!r.is(mark)) names.push(r.name().text);
  r.next();
  return names;
}

/** Statements that a section has said, each with its first word. */
type Said = Map<string, Span>;

function once(r: OldReader, said: Said, what: string): void {
  const first = said.get(what);
  if (first) r.error('duplicate-statement', 'twice', r.token, { name: what }, first);
  else said.set(what, spanOf(r.token));
}

/** `on NAMES {`, `floating ADDRESS`, or `_this_host {`. */
export function readHost(r: OldReader, resource: OldResource): void {
  const host = readHeader(r);
  for (const name of host.names) {
    const other = resource.hosts.find(({ kind, names }) => kind !== 'stacked' && names.includes(name));
    if (other) r.error('duplicate-host', 'twice', host.span, { host: name }, other.span);
  }
  resource.hosts.push(host);
  if (r.generation === '8.3') volumeZero(r, host.volumes, host.span);
  if (r.is('{')) {
    r.next();
    const said: Said = new Map();
    while (!r.is('}')) readHostStatement(r, host, said);
    r.next();
  } else r.mark(';');
  inherit(r, resource, host);
  useDisks(r, host);
  if (host.kind !== 'internal') checkComplete(r, host);
}

function readHeader(r: OldReader): OldHost {
  const word = r.next();
  const base = { span: spanOf(word), volumes: [] };
  if (word.text === 'floating') {
    const address = readAddress(r);
    r.uses.push({
      space: 'address',
      key: `${address.ip}:${address.port}`,
      span: address.span,
      host: '',
      what: `${address.ip}:${address.port}`,
    });
    if (!r.is('{') && !r.is(';')) r.stop('{ | ;');
    const six = address.family === 'ipv6';
    const name = six ? `ipv6 [${address.ip}]:${address.port}` : `${address.ip}:${address.port}`;
    return { ...base, kind: 'floating', names: [name], address: address.ip };
  }
  if (word.text !== 'on') {
    if (!r.is('{')) r.stop('{');
    return { ...base, kind: 'internal', names: [word.text] };
  }
  const names = [r.name().text];
  while (!r.is('{')) names.push(r.name().text);
  return { ...base, kind: 'on', names };
}

function readHostStatement(r: OldReader, host: OldHost, said: Said): void {
  const { text } = r.token;
  const word = r.token.kind === 'keyword' ? text : '';
  if (word === 'disk' || word === 'device' || word === 'meta-disk' || word === 'flexible-meta-disk') {
    once(r, said, word === 'flexible-meta-disk' ? 'meta-disk' : word);
    readVolumeStatement(r, volumeZero(r, host.volumes, r.token), host.names);
  } else if (word === 'address' || word === 'alternate-link-address') readHostAddress(r, host, said);
  else if (word === 'proxy') readProxyOn(r, host);
  else if (word === 'volume') insert(host.volumes, readVolume(r, host.names));
  else if (word === 'options') {
    r.next();
    r.mark('{');
    readOptions(r, 'options');
  } else r.stop('disk | device | address | meta-disk');
}

function readHostAddress(r: OldReader, host: OldHost, said: Said): void {
  const word = r.token.text;
  if (host.kind === 'floating') r.stop('disk | device | meta-disk');
  if (host.kind !== 'stacked') once(r, said, word);
  r.next();
  const address = readAddress(r);
  useAddress(r, address, host.names);
  if (word === 'address') host.address = address.ip;
  r.mark(';');
}

/** `proxy on NAMES { inside …; outside …; }`. */
function readProxyOn(r: OldReader, host: OldHost): void {
  const { start, end } = r.next();
  host.proxy = true;
  r.keyword('on');
  const names = readNames(r, '{');
  const said = new Set<string>();
  while (!r.is('}')) {
    const { kind, text } = r.token;
    if (kind !== 'keyword') r.stop('inside | outside');
    if (text === 'inside' || text === 'outside') {
      said.add(r.next().text);
      useAddress(r, readAddress(r), names);
      r.mark(';');
    } else if (text === 'options' && r.generation === '8.4') {
      r.next();
      r.mark('{');
      readOptions(r, 'proxy');
    } else r.stop('inside | outside');
  }
  r.next();
  for (const what of ['inside', 'outside'])
    if (!said.has(what)) r.error('proxy-incomplete', 'missing', { start, end }, { what });
}

function useDisks(r: OldReader, { volumes, names }: OldHost): void {
  for (const { metaDisk, metaIndex, disk, span } of volumes) {
    for (const host of names) {
      if (metaDisk !== undefined && metaDisk !== 'internal') {
        const what = `${metaDisk}[${metaIndex}]`;
        r.uses.push({ space: 'meta-disk', key: `${host}:${what}`, span, host, what });
      }
      const known = r.uses.some((use) => use.space === 'disk' && use.host === host && use.what === disk);
      if (r.generation === '8.3' && disk !== undefined && !known)
        r.uses.push({ space: 'disk', key: `${host}:${disk}`, span, host, what: disk });
    }
  }
}

/** What 8.x wants of every host, said in it or in the resource in front of it. */
function checkComplete(r: OldReader, host: OldHost): void {
  const name = host.names.join(' ');
  const missing = (what: string, span: Span) => r.error('incomplete-host', 'missing', span, { what, host: name });
  if (host.address === undefined) missing('address', host.span);
  for (const { device, minor, disk, metaDisk, implicit, span } of host.volumes) {
    const at = implicit ? host.span : span;
    if (device === undefined && minor === undefined) missing('device', at);
    if (disk === undefined) missing('disk', at);
    if (metaDisk === undefined) missing('meta-disk', at);
  }
  const other = host.volumes.find(({ number }) => number !== 0);
  if (other && host.volumes.some(({ implicit }) => implicit))
    r.error('volume-mismatch', 'mixed', other.span, { volume: other.number, host: name });
}

/** `stacked-on-top-of RESOURCE {`. */
export function readStacked(r: OldReader, resource: OldResource): void {
  const span = spanOf(r.next());
  const lower = r.name();
  const host: OldHost = { kind: 'stacked', names: [], span, volumes: [], lower: lower.text };
  resource.hosts.push(host);
  r.mark('{');
  while (!r.is('}')) readStackedStatement(r, host);
  r.next();
  inherit(r, resource, host);
  const missing = (what: string) => r.error('incomplete-host', 'missing', span, { what, host: lower.text });
  if (host.address === undefined) missing('address');
  if (r.generation === '8.3' && !host.volumes.some(({ device, minor }) => device !== undefined || minor !== undefined))
    missing('device');
}

function readStackedStatement(r: OldReader, host: OldHost): void {
  const word = r.token.kind === 'keyword' ? r.token.text : '';
  if (word === 'device') {
    const volume = volumeZero(r, host.volumes, r.token);
    readVolumeStatement(r, volume, []);
    Object.assign(volume, { metaDisk: 'internal', metaIndex: 'internal' });
  } else if (word === 'address' || word === 'alternate-link-address') readHostAddress(r, host, new Map());
  else if (word === 'proxy') readProxyOn(r, host);
  else if (word === 'volume') insert(host.volumes, readStackedVolume(r));
  else r.stop('device | address | proxy');
}
