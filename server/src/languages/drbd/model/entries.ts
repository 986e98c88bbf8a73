import type { Span } from '../../../base/span';
import type { Entry } from '../../../core/model/entries';
import { includeNamespace, readNamespace } from '../../../core/workspace/includes';
import { type Address, type Item, isTemplate, type Word, walk } from '../ast';
import { sameHost } from '../effective/host-names';
import type { DrbdFacts } from '../facts';
import { type LinkEnd, linksOf, ownNames } from '../links';
import { readEra } from './era';
import {
  addressKey,
  addressKeyOf,
  deviceOf,
  type HostView,
  isLoopback,
  type ResourceView,
  type VolumeView,
} from './resource';

/** Everything in a unit that other units, other files or the other language may ask for by name. */
export function readEntries(
  items: readonly Item[],
  resources: readonly ResourceView[],
  templates: readonly Span[],
  facts: DrbdFacts,
): Entry[] {
  const entries: Entry[] = [];
  for (const item of items) readTop(item, entries);
  for (const item of walk(items)) readReferences(item, resources, entries);
  for (const resource of resources) {
    readVolumeNumbers(resource, entries);
    for (const host of resource.hosts) readHostEntries(resource, host, entries);
    for (const end of linksOf(resource, ownNames).links.flatMap(({ kind, paths }) =>
      kind === 'written' ? paths.flat() : [],
    ))
      markEnd(end, entries);
  }
  for (const item of items) markForOthers(item, entries);
  for (const [era, at] of readEra(items, facts))
    entries.push({ namespace: 'drbd.era', name: era, role: 'mark', span: at });
  if (templates[0]) entries.push({ namespace: 'drbd.template', name: '*', role: 'mark', span: templates[0] });
  return entries;
}

function readTop(item: Item, entries: Entry[]): void {
  const { keyword, span } = item;
  entries.push({ namespace: 'drbd.top', name: '*', role: 'mark', span: keyword.span, value: item.kind });
  if (item.kind === 'common' || item.kind === 'global') {
    entries.push({
      namespace: `drbd.${item.kind}`,
      name: item.kind,
      role: 'declaration',
      span: keyword.span,
      whole: span,
    });
  }
  const pattern = item.kind === 'include' ? item.args[0] : undefined;
  if (pattern && !isTemplate(pattern))
    entries.push({ namespace: includeNamespace, name: pattern.text, role: 'mark', span: pattern.span });
  const name = item.kind === 'resource' ? item.args[0] : undefined;
  if (name && !isTemplate(name)) declare(entries, 'drbd.resource', name, span, 'resource');
}

/** Options that rules ask for: whether any section of the configuration sets them. */
const askedFor = new Set([
  'shared-secret',
  'cram-hmac-alg',
  'csums-alg',
  'local-io-error',
  'pri-lost',
  'pri-lost-after-sb',
  'fence-peer',
  'unfence-peer',
  'after-resync-target',
  'fencing',
  'quorum',
]);

/** What the other language asks of a resource, or of all (`common`): whether two nodes may be Primary. */
function markForOthers(item: Item, entries: Entry[]): void {
  const name = item.kind === 'resource' ? item.args[0]?.text : item.kind === 'common' ? 'common' : undefined;
  if (name === undefined) return;
  for (const inner of walk([item])) {
    if (inner.kind !== 'option') continue;
    if (askedFor.has(inner.keyword.text))
      entries.push({ namespace: 'drbd.set', name: inner.keyword.text, role: 'mark', span: inner.keyword.span });
    if (inner.keyword.text !== 'allow-two-primaries') continue;
    const value = inner.args[0]?.text ?? 'yes';
    entries.push({ namespace: 'drbd.two-primaries', name, role: 'mark', span: inner.keyword.span, value });
  }
}

const declare = (entries: Entry[], namespace: string, name: Word, whole: Span, value?: string): void => {
  entries.push({
    namespace,
    name: name.text,
    role: 'declaration',
    span: name.span,
    whole,
    ...(value !== undefined && { value }),
  });
};

const otherAddresses = new Set(['inside', 'outside', 'alternate-link-address']);
const hostLists = new Set(['hosts', 'ignore-on', 'proxy-on']);

function readReferences(item: Item, resources: readonly ResourceView[], entries: Entry[]): void {
  const refer = (namespace: string, word: Word | undefined, name = word?.text) => {
    if (word?.text && name && !isTemplate(word)) entries.push({ namespace, name, role: 'reference', span: word.span });
  };
  const referToHost = (word: Word | undefined) => refer('drbd.host', word, word && hostMeant(word, resources));
  const template = item.kind === 'template-file' ? item.args[0] : undefined;
  if (template && !isTemplate(template))
    entries.push({ namespace: readNamespace, name: template.text, role: 'mark', span: template.span });
  if (item.kind === 'stacked') {
    refer('drbd.resource', item.args[0]);
    const [lower] = item.args;
    if (lower) entries.push({ namespace: 'drbd.stacked', name: lower.text, role: 'mark', span: lower.span });
  }
  if (item.address && otherAddresses.has(item.keyword.text)) markAddress(item.address, entries);
  if (hostLists.has(item.kind)) for (const word of hostWords(item)) referToHost(word);
  if (item.kind === 'endpoint' && item.keyword.text === 'host') referToHost(item.args[0]);
  if (item.kind !== 'option') return;
  const name = item.keyword.text;
  const after = name === 'resync-after' || name === 'after' ? item.args[0] : undefined;
  const target = after?.text.split('/')[0];
  if (after && target && !isTemplate(after)) {
    const start = after.span.start + (after.kind === 'string' ? 1 : 0);
    entries.push({
      namespace: 'drbd.resource',
      name: target,
      role: 'reference',
      span: { start, end: start + target.length },
    });
    const volume = /^\d+$/.exec(after.text.slice(target.length + 1))?.[0];
    const at = start + target.length + 1;
    if (volume !== undefined)
      entries.push({
        namespace: 'drbd.volume-number',
        name: `${target}/${Number(volume)}`,
        role: 'reference',
        span: { start: at, end: at + volume.length },
      });
  }
  if (name === 'become-primary-on') for (const word of item.args) if (word.text !== 'both') referToHost(word);
}

/** The name that the resource gives a host: `alpha` may be written for `alpha.example.org`. */
function hostMeant({ text, span }: Word, resources: readonly ResourceView[]): string {
  const names = resources
    .filter(({ item }) => item.span.start <= span.start && span.end <= item.span.end)
    .flatMap(({ hosts }) => hosts.flatMap((host) => (host.kind === 'on' ? host.names : [])));
  const isExact = names.some((name) => name.text === text);
  return isExact ? text : (names.find((name) => sameHost(name.text, text))?.text ?? text);
}

/** The words of a list of hosts, without those of the grammar. */
const hostWords = (item: Item): Word[] => item.args.filter((word) => word.kind !== 'word' || word.text !== 'on');

/** The numbers of `volume` sections, those too where a connection speaks of them. */
function readVolumeNumbers({ item, name }: ResourceView, entries: Entry[]): void {
  if (!name || isTemplate(name)) return;
  const read = (section: Item, role: 'declaration' | 'reference'): void => {
    for (const inner of section.body ?? []) {
      const number = inner.kind === 'volume' ? inner.args[0] : undefined;
      if (number && /^\d+$/.test(number.text)) {
        const key = `${name.text}/${Number(number.text)}`;
        entries.push({ namespace: 'drbd.volume-number', name: key, role, span: number.span, whole: inner.span });
      } else if (inner.kind === 'on' || inner.kind === 'floating') read(inner, role);
      else if (inner.kind === 'connection') read(inner, 'reference');
    }
  };
  read(item, 'declaration');
}

function readHostEntries(resource: ResourceView, host: HostView, entries: Entry[]): void {
  const owner = resource.name?.text ?? '';
  if (host.kind === 'on')
    for (const name of host.names) {
      if (isTemplate(name)) continue;
      declare(entries, 'drbd.host', name, host.item.span, owner);
      entries.push({ namespace: 'drbd.resource-host', name: owner, role: 'mark', span: name.span, value: name.text });
    }
  readVolumeEntries(owner, host, entries);
  readAddressEntry(owner, host, entries);
}

function readVolumeEntries(owner: string, host: HostView, entries: Entry[]): void {
  const named = host.names.map(({ text }) => text);
  const names = named.length > 0 ? named : [(host.address && addressKey(host.address)) ?? ''];
  for (const [device, number] of host.devices) {
    const { minor, minorWord, path } = deviceOf(device);
    const span = minorWord?.span ?? path?.span ?? device.span;
    const value = `${owner}/${number}`;
    if (owner) entries.push({ namespace: 'drbd.volume', name: value, role: 'mark', span });
    for (const name of minor === undefined || host.kind === 'stacked' ? [] : ownNames(host)) {
      // A floating section has no host to speak of, but another resource may be stacked on it.
      const inherited = host.volumes.some((volume) => volume.inherited.has(device));
      const role = host.kind === 'on' || inherited ? 'declaration' : 'mark';
      entries.push({ namespace: 'drbd.minor', name: `${name}:${minor}`, role, span, value });
    }
    const byRes = byResource(owner, number, host);
    for (const name of devicePaths(byRes, minor, path)) {
      entries.push({ namespace: 'drbd.device', name, role: 'mark', span, value });
    }
    if (byRes) entries.push({ namespace: 'drbd.by-res', name: value, role: 'declaration', span, value: byRes });
  }
  for (const volume of host.volumes) readDiskEntries(volume, names, `${owner}/${volume.number}`, entries);
}

/** Backing devices, and external meta data with its index. */
function readDiskEntries(volume: VolumeView, names: readonly string[], value: string, entries: Entry[]): void {
  const disk = volume.disk?.args[0];
  const meta = volume.metaDisk?.args[0];
  const index = volume.metaDisk?.args[1]?.text ?? 'flexible';
  if (disk && !isTemplate(disk) && !volume.diskless) {
    const link = `/dev/drbd/by-disk/${disk.text.replace(/^\/dev\//, '')}`;
    entries.push({ namespace: 'drbd.by-disk', name: link, role: 'mark', span: disk.span, value });
  }
  const inherited = volume.disk && volume.inherited.has(volume.disk) ? 'inherited ' : '';
  // Of `disk none` drbdadm compares what hosts inherit, as if it were a disk.
  if (disk && !isTemplate(disk) && !volume.diskless)
    entries.push({
      namespace: 'drbd.backing',
      name: value.slice(0, value.lastIndexOf('/')),
      role: 'mark',
      span: disk.span,
      value: disk.text,
    });
  const counts = disk && !isTemplate(disk) && (!volume.diskless || inherited !== '');
  for (const name of names) {
    const mark = (namespace: string, path: string, word: Word, more: string) =>
      entries.push({ namespace, name: `${name}:${path}`, role: 'mark', span: word.span, value: more + value });
    if (counts) mark('drbd.disk', disk.text, disk, inherited);
    if (meta && meta.text !== 'internal' && !isTemplate(meta))
      mark('drbd.meta-disk', `${meta.text}[${index}]`, meta, '');
  }
}

/** Under which paths a volume's device can be found on its hosts. */
function devicePaths(byRes: string | undefined, minor: number | undefined, path: Word | undefined): string[] {
  const paths = new Set<string>();
  if (path && !isTemplate(path)) paths.add(path.text.startsWith('/') ? path.text : `/dev/${path.text}`);
  if (minor !== undefined) paths.add(`/dev/drbd${minor}`);
  if (byRes) paths.add(byRes);
  return [...paths];
}

/** The link that udev makes: with the volume's number only where there is a `volume` section (drbdadm 9.22, sh-udev). */
function byResource(owner: string, volume: number, { volumes }: HostView): string | undefined {
  if (!owner) return undefined;
  const isImplicit = volumes.some(({ number, explicit }) => number === volume && !explicit);
  return `/dev/drbd/by-res/${owner}${isImplicit ? '' : `/${volume}`}`;
}

function readAddressEntry(owner: string, host: HostView, entries: Entry[]): void {
  const key = host.address && addressKey(host.address);
  if (!host.address || !key) return;
  if (isLoopback(host.address)) markAddress(host.address, entries);
  else
    entries.push({ namespace: 'drbd.address', name: key, role: 'declaration', span: host.address.span, value: owner });
}

/** The address of an end of a written connection, where it is not just its host's. */
function markEnd({ host, ip, port }: LinkEnd, entries: Entry[]): void {
  if (!ip || !port || (ip === host?.address?.ip && port === host.address.port)) return;
  const name = addressKeyOf(ip.text, port.text);
  entries.push({ namespace: 'drbd.other-address', name, role: 'mark', span: ip.span });
}

/** Addresses that only DRBD 8 compares: those of the host for itself, of proxies, of a second way. */
function markAddress(address: Address, entries: Entry[]): void {
  const name = addressKey(address);
  if (name) entries.push({ namespace: 'drbd.other-address', name, role: 'mark', span: address.span });
}
