import type { Span } from '../../base/span';
import { type Address, type Item, members, type Word } from './ast';
import { sameHost } from './effective/host-names';
import { addressKeyOf, type ConnectionView, type HostView, isLoopback, type ResourceView } from './model/resource';

/** An end of a connection or path, with the address that counts for it. */
export interface LinkEnd {
  /** What says so: a `host` line, a name in a mesh, or the host's section. */
  readonly span: Span;
  readonly name: string;
  readonly host?: HostView;
  readonly ip?: Word;
  readonly port?: Word;
  readonly family: string;
  readonly proxy?: Item;
}

/** A connection as drbdadm makes it: written, out of a mesh, or between a resource's only two hosts. */
export interface Link {
  readonly kind: 'written' | 'mesh' | 'implicit';
  /** The connection or mesh section. */
  readonly item?: Item;
  readonly paths: readonly (readonly LinkEnd[])[];
}

/** Something that drbdadm refuses, with the rule that says so and its message. */
export interface Slip {
  readonly rule: string;
  readonly message: string;
  readonly span: Span;
  readonly args: Readonly<Record<string, string | number>>;
}

export interface Links {
  readonly links: readonly Link[];
  readonly slips: readonly Slip[];
}

/** The names of a host section: of a stacked one those of the hosts of the resource below. */
export type NamesOf = (host: HostView) => readonly string[];

/** Names that need no other unit. */
export const ownNames: NamesOf = ({ names, kind, address }) => {
  if (kind === 'floating') return address?.ip ? [`${address.ip.text}:${address.port?.text ?? ''}`] : [];
  return names.map(({ text }) => text);
};

/**
 * The connections of a resource and the node-ids that drbdadm finds for its hosts, in the order of its steps
 * (drbd-utils 9.22, drbdadm_postparse.c).
 */
export function linksOf(resource: ResourceView, namesOf: NamesOf): Links {
  // What is stacked depends on another resource; all else on this one only.
  if (resource.hosts.some(({ kind }) => kind === 'stacked')) return readLinks(resource, namesOf);
  const known = read.get(resource) ?? readLinks(resource, namesOf);
  read.set(resource, known);
  return known;
}

const read = new WeakMap<ResourceView, Links>();

function readLinks(resource: ResourceView, namesOf: NamesOf): Links {
  const slips: Slip[] = [];
  const find = (name: string) => resource.hosts.find((host) => namesOf(host).some((known) => sameHost(known, name)));
  const links: Link[] = resource.connections.map((connection) => written(connection, resource, find, slips));
  for (const mesh of resource.meshes) links.push(...fromMesh(mesh, find, slips));
  if (links.length === 0 && resource.hosts.length === 2) links.push(implicit(resource, namesOf));
  for (const link of links) for (const ends of link.paths) checkEnds(link, ends, slips);
  checkIds(resource, links, namesOf, slips);
  return { links, slips };
}

type Find = (name: string) => HostView | undefined;

function written({ item, paths }: ConnectionView, resource: ResourceView, find: Find, slips: Slip[]): Link {
  const link = {
    kind: 'written',
    item,
    paths: paths.map(({ ends }) => ends.map((end) => writtenEnd(end, resource, find))),
  } as const;
  const [first = []] = link.paths;
  for (const volume of members(item, 'volume')) {
    const number = Number.parseInt(volume.args[0]?.text ?? '', 10);
    const lacking = first.some(({ host }) => host && !host.volumes.some((known) => known.number === number));
    if (!lacking) continue;
    const { span } = volume.args[0] ?? volume.keyword;
    slips.push({ rule: 'connection-endpoints', message: 'volume', span, args: { volume: number } });
  }
  return link;
}

function writtenEnd(
  { item, host: named, address }: ConnectionView['paths'][number]['ends'][number],
  resource: ResourceView,
  find: Find,
): LinkEnd {
  const host = named ? find(named.text) : resource.hosts.find((h) => addressText(h.address) === addressText(address));
  const port = item.args[1]?.text === 'port' ? item.args[2] : undefined;
  const [proxy] = members(item, 'proxy-on');
  return {
    ...resolve(host, address, port),
    span: (named ?? item.keyword).span,
    name: named?.text ?? '',
    ...(proxy && { proxy }),
  };
}

function resolve(host: HostView | undefined, address: Address | undefined, given?: Word) {
  const from = address?.ip ? address : host?.address;
  const port = address?.port ?? given ?? host?.address?.port;
  const family = from?.family?.text ?? 'ipv4';
  return {
    family: family === 'sci' ? 'ssocks' : family,
    ...(host && { host }),
    ...(from?.ip && { ip: from.ip }),
    ...(port && { port }),
  };
}

function fromMesh(mesh: Item, find: Find, slips: Slip[]): Link[] {
  const words = members(mesh, 'hosts').flatMap(({ args }) => args);
  const found = words.map((word) => ({ word, host: find(word.text) }));
  for (const { word, host } of found) {
    if (!host) slips.push({ rule: 'mesh-hosts', message: 'unknown', span: word.span, args: { host: word.text } });
  }
  const ends = found.flatMap(({ word, host }) =>
    host ? [{ ...resolve(host, undefined), host, span: word.span, name: word.text }] : [],
  );
  return ends.flatMap((a, i) =>
    ends
      .slice(i + 1)
      .filter((b) => a.host !== b.host)
      .map((b) => ({ kind: 'mesh', item: mesh, paths: [[a, b]] }) as const),
  );
}

function implicit({ hosts }: ResourceView, namesOf: NamesOf): Link {
  const ends = hosts
    .filter(({ address }) => address?.ip && address.port)
    .map((host): LinkEnd => {
      const [proxy] = members(host.item, 'proxy-on');
      const { span } = host.address ?? host.item.keyword;
      return { ...resolve(host, undefined), span, name: namesOf(host)[0] ?? '', ...(proxy && { proxy }) };
    });
  return { kind: 'implicit', paths: [ends] };
}

/** Every end has a host and an address, and the two are not the same. */
function checkEnds({ kind }: Link, ends: readonly LinkEnd[], slips: Slip[]): void {
  const rule = kind === 'mesh' ? 'mesh-hosts' : 'connection-endpoints';
  for (const { host, ip, port, span, name } of ends) {
    if (kind === 'written' && !host && name !== '') slips.push({ rule, message: 'host', span, args: { host: name } });
    else if (!ip || !port) slips.push({ rule, message: 'address', span, args: { host: name } });
  }
  const [a, b] = ends;
  const key = a && endKey(a);
  if (!a || !b || !key || key !== endKey(b)) return;
  if (a.host && a.host === b.host)
    slips.push({ rule: 'connection-endpoints', message: 'same', span: b.span, args: { host: b.name } });
  else slips.push({ rule: 'duplicate-address', message: 'both', span: b.ip?.span ?? b.span, args: {} });
}

/** Gives two hosts without a node-id that drbdadm connects itself one each; then every host has to have one. */
function checkIds({ hosts }: ResourceView, links: readonly Link[], namesOf: NamesOf, slips: Slip[]): void {
  const known = new Set(hosts.filter(({ nodeId }) => nodeId));
  for (const { kind, paths } of links) {
    const [a, b] = paths[0] ?? [];
    if (kind === 'written' || !a?.host || !b?.host || known.has(a.host) || known.has(b.host)) continue;
    if (!a.ip || !b.ip) continue;
    if (a.ip.text === b.ip.text && !proxiesDiffer(a, b))
      slips.push({ rule: 'duplicate-address', message: 'ids', span: b.ip.span, args: { address: b.ip.text } });
    known.add(a.host).add(b.host);
  }
  for (const host of hosts) {
    if (known.has(host) || host.kind === 'this-host') continue;
    const args = { host: namesOf(host)[0] ?? '' };
    slips.push({ rule: 'missing-node-id', message: 'missing', span: host.item.keyword.span, args });
  }
}

/** Behind proxies hosts may have the same address; then it is the proxies' that tell them apart. */
function proxiesDiffer(a: LinkEnd, b: LinkEnd): boolean {
  const outside = ({ proxy }: LinkEnd) =>
    proxy && members(proxy, 'address').findLast(({ keyword }) => keyword.text === 'outside')?.address?.ip?.text;
  const [first, second] = [outside(a), outside(b)];
  return first !== undefined && second !== undefined && first !== second;
}

/** What drbdadm compares of an end's address; undefined for one that every host has for itself. */
export function endKey({ ip, port, family, span }: LinkEnd): string | undefined {
  if (!ip || !port || isLoopback({ ip, span })) return undefined;
  return `${family} ${addressKeyOf(ip.text, port.text)}`;
}

const addressText = (address: Address | undefined): string =>
  `${address?.family?.text ?? 'ipv4'} ${address?.ip?.text}:${address?.port?.text}`;
