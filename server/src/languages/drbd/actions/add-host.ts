import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import { members } from '../ast';
import { Layout } from '../convert/layout';
import { derivedNodeIds } from '../effective/node-ids';
import { targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { addressKeyOf, type HostView, type ResourceView } from '../model/resource';

type Edits = readonly { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }[];

/**
 * One more host like those that are there, with the next node-id and address. From two to three hosts the connections
 * are written down as a mesh, and the node-ids that drbdadm worked out for two.
 */
export function addHost(
  { selected, offset }: ActionPlace<DrbdModel>,
  around: Surroundings,
): LanguageAction | undefined {
  const [unit] = selected;
  const resource = unit?.model.resources.find(({ item }) => offset <= item.span.end);
  if (!unit || !resource || selected.length !== 1 || resource.incomplete) return undefined;
  const { hosts } = resource;
  const like = hosts.findLast(({ volumes }) => volumes.some(({ diskless }) => !diskless)) ?? hosts.at(-1);
  if (!like || !hosts.every(isPlain) || !canGrow(resource, around)) return undefined;
  const layout = new Layout(unit.text, unit.model.parsed.tokens);
  const name = freeName(hosts, around);
  const edits = [
    ...(hosts.length === 2 ? writtenIds(hosts, layout) : []),
    ...connected(resource, name, layout),
    ...added(resource, like, name, layout, around),
  ];
  return {
    title: needsMesh(resource)
      ? { en: `Add a third host (${name}) with a mesh`, ja: `3 台目のホスト（${name}）と connection-mesh を追加` }
      : { en: `Add a host (${name})`, ja: `ホスト（${name}）を追加` },
    kind: 'refactor.rewrite',
    edits: edits.map((edit) => ({ ...edit, unit })),
  };
}

/** A host of one name, with an address and without proxies: these have addresses of their own. */
const isPlain = ({ kind, names, address, item }: HostView): boolean =>
  kind === 'on' && names.length === 1 && address?.ip !== undefined && members(item, 'proxy-on').length === 0;

/** DRBD 8 knows two hosts only; and paths with addresses would need those of the new one. */
function canGrow({ hosts, connections }: ResourceView, around: Surroundings): boolean {
  if (hosts.length > 1 && around.own && targetOf(around.own).generation.startsWith('8')) return false;
  return connections.every(({ paths }) =>
    paths.every(({ ends }) => ends.length === 2 && ends.every(({ host, address }) => host && !address)),
  );
}

/** A node of the cluster that the resource does not have; else a made-up name. */
function freeName(hosts: readonly HostView[], around: Surroundings): string {
  const own = new Set(hosts.flatMap(({ names }) => names.map(({ text }) => text)));
  for (const namespace of ['crm.node', 'drbd.host'])
    for (const { name } of around.declared(namespace)) if (!own.has(name)) return name;
  for (let i = hosts.length + 1; ; i++) if (!own.has(`node${i}`)) return `node${i}`;
}

/** The node-ids that drbdadm 9 gives two hosts by itself, and that it wants written for three. */
function writtenIds(hosts: readonly HostView[], layout: Layout): Edits {
  const [one, other] = hosts;
  if (!one || !other || one.nodeId || other.nodeId) return [];
  const ids = derivedNodeIds(one.address?.ip?.text ?? '', other.address?.ip?.text ?? '') ?? [0, 1];
  return hosts.flatMap(({ item }, i) => layout.append(item, [{ text: `node-id ${ids[i] ?? i};`, lead: [] }]));
}

/** The new host among those that are connected. */
function connected(resource: ResourceView, name: string, layout: Layout): Edits {
  const { hosts, meshes, connections } = resource;
  const list = meshes[0]?.body?.find(({ keyword }) => keyword.text === 'hosts');
  const end = list?.args.at(-1)?.span.end;
  if (end !== undefined) return [{ span: { start: end, end }, newText: ` ${name}` }];
  const last = connections.at(-1)?.item;
  if (!last || meshes.length > 0) return [];
  const isFramed = layout.slice(last.span).includes('\n');
  const sections = hosts.map(({ names }) =>
    layout.section(
      'connection',
      [names[0]?.text ?? '', name].map((host) => ({ text: `host ${host};`, lead: [] })),
      last,
      isFramed,
    ),
  );
  const at = endOf(last.span.end, layout);
  const indent = layout.indentAt(last.span.start);
  return [{ span: { start: at, end: at }, newText: sections.map((one) => layout.eol + indent + one).join('') }];
}

/** Two hosts are connected by themselves, three are not. */
const needsMesh = ({ hosts, meshes, connections }: ResourceView): boolean =>
  hosts.length === 2 && meshes.length + connections.length === 0;

/** The new host behind the last one, and the first mesh behind it. */
function added(resource: ResourceView, like: HostView, name: string, layout: Layout, around: Surroundings): Edits {
  const { hosts } = resource;
  const last = hosts.at(-1)?.item;
  if (!last) return [];
  const indent = layout.indentAt(last.span.start);
  const gap = layout.startsLine(last.span.start) ? layout.eol + indent : ' ';
  const own = `${gap}${copied(like, name, hosts, layout, around)}`;
  const all = [...hosts.map(({ names }) => names[0]?.text ?? ''), name];
  const mesh = needsMesh(resource)
    ? `${layout.eol}${indent}${layout.section('connection-mesh', [{ text: `hosts ${all.join(' ')};`, lead: [] }], last, true)}`
    : '';
  const at = endOf(last.span.end, layout);
  return [{ span: { start: at, end: at }, newText: own + mesh }];
}

/** The end of an item, with the comment behind it. */
const endOf = (end: number, layout: Layout): number =>
  layout.endsLine(end) ? layout.text.slice(0, layout.nextLine(end)).replace(/[ \t\r\n]+$/, '').length : end;

/** The section of a host for another one. */
function copied(
  { item, names, nodeId, address }: HostView,
  name: string,
  hosts: readonly HostView[],
  layout: Layout,
  around: Surroundings,
): string {
  const ids = hosts.map((host) => Number(host.nodeId?.text ?? -1));
  const id = Math.max(hosts.length - 1, ...ids) + 1;
  const ip = nextAddress(address?.ip?.text ?? '', hosts);
  const port = freePort(ip, Number(address?.port?.text ?? 7788), around);
  const changes = [
    names[0] && { span: names[0].span, text: name },
    nodeId && { span: nodeId.span, text: String(Math.max(...ids) + 1) },
    address?.ip && { span: address.ip.span, text: ip },
    address?.port && { span: address.port.span, text: String(port) },
  ].flatMap((change) => change || []);
  let text = layout.slice(item.span);
  for (const { span, text: other } of changes.sort((a, b) => b.span.start - a.span.start))
    text = text.slice(0, span.start - item.span.start) + other + text.slice(span.end - item.span.start);
  if (nodeId || hosts.length < 2) return text;
  const isFramed = layout.startsLine(item.span.end - 1);
  const inner = isFramed
    ? `${layout.inside(item)}node-id ${id};${layout.eol}${layout.indentAt(item.span.start)}}`
    : `node-id ${id}; }`;
  return text.replace(isFramed ? /[ \t]*\}$/ : /\}$/, () => inner);
}

/** The IPv4 address behind that of the last host; another kind stays to be changed. */
function nextAddress(like: string, hosts: readonly HostView[]): string {
  const [, network] = /^(\d+\.\d+\.\d+\.)\d+$/.exec(like) ?? [];
  if (network === undefined) return like;
  const taken = hosts.map(({ address }) => address?.ip?.text ?? '').filter((ip) => ip.startsWith(network));
  const highest = Math.max(...taken.map((ip) => Number(ip.slice(network.length))));
  return highest < 254 ? `${network}${highest + 1}` : like;
}

/** The resource's own port, unless another resource has it at that address. */
function freePort(ip: string, usual: number, around: Surroundings): number {
  let port = usual;
  while (port < 65535 && around.declarations('drbd.address', addressKeyOf(ip, String(port))).length > 0) port++;
  return port;
}
