import { own } from '../../base/maps';
import type { OutlineItem } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { Item } from './ast';
import type { DrbdModel } from './model';

/** Resources with their hosts, volumes, connections and sections; global and common; includes. */
export const outlineDrbd = (unit: Unit<DrbdModel>): readonly OutlineItem[] => unit.model.items.flatMap(outlineItem);

const sections = new Set(
  'resource global common on floating stacked this-host volume net disk options startup handlers syncer proxy proxy-on plugin connection mesh path skip'.split(
    ' ',
  ),
);

function outlineItem(item: Item): OutlineItem[] {
  if (item.kind === 'include') return [{ ...base(item), name: nameOf(item) }];
  if (!sections.has(item.kind) || (!item.body && item.kind !== 'floating')) return [];
  const children = (item.body ?? []).flatMap(outlineItem);
  const detail = detailOf(item);
  return [{ ...base(item), name: nameOf(item), ...(detail && { detail }), ...(children.length > 0 && { children }) }];
}

function base(item: Item): { kind: string; span: OutlineItem['span']; nameSpan: OutlineItem['nameSpan'] } {
  return { kind: own(kinds, item.kind) ?? item.kind, span: item.span, nameSpan: (item.args[0] ?? item.keyword).span };
}

/** The language's own words for what it is. */
const kinds: Readonly<Record<string, string>> = {
  stacked: 'stacked-on-top-of',
  mesh: 'connection-mesh',
  'proxy-on': 'proxy',
};

/** What it is called; a section without a name is called by its word. */
function nameOf(item: Item): string {
  if (item.kind === 'connection' && item.args.length === 0) return ends(item).join(' – ') || item.keyword.text;
  if (item.kind === 'volume') return `volume ${item.args[0]?.text ?? ''}`.trim();
  if (item.kind === 'floating') return addressOf(item) ?? item.keyword.text;
  if (item.kind === 'mesh') return meshHosts(item) || item.keyword.text;
  return item.args.map(({ text }) => text).join(' ') || item.keyword.text;
}

function ends(item: Item): string[] {
  const own = (item.body ?? []).filter((child) => child.kind === 'endpoint');
  const path = (item.body ?? []).find((child) => child.kind === 'path');
  return (own.length > 0 ? own : (path?.body ?? [])).flatMap((end) => end.args[0]?.text ?? addressOf(end) ?? []);
}

const meshHosts = (item: Item): string =>
  (item.body ?? []).flatMap((child) => (child.kind === 'hosts' ? child.args.map(({ text }) => text) : [])).join(' ');

function detailOf(item: Item): string | undefined {
  if (item.kind === 'on')
    return (item.body ?? []).map((child) => (child.kind === 'address' ? addressOf(child) : undefined)).find(Boolean);
  if (item.kind === 'volume') {
    const device = (item.body ?? []).find((child) => child.kind === 'device');
    return device?.args.map(({ text }) => text).join(' ');
  }
  return undefined;
}

function addressOf(item: Item): string | undefined {
  const { ip, port } = item.address ?? {};
  if (!ip) return undefined;
  const host = ip.kind === 'ipv6' ? `[${ip.text}]` : ip.text;
  return port ? `${host}:${port.text}` : host;
}
