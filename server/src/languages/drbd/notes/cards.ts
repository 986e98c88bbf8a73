import { code, facts as factTable, paragraphs, table } from '../../../base/markdown';
import type { Found } from '../../../core/workspace/unit';
import type { Item } from '../ast';
import type { EffectiveAddress, EffectiveHost, EffectiveResource } from '../effective/types';
import { listed, type NoteContext, placeLink, valueLinks } from './context';
import { declaredItem, readEffective } from './effective';

/** A resource: its hosts, its volumes, who in the cluster uses it. */
export function resourceCard(context: NoteContext, name: string): string {
  const { around, t, path } = context;
  const found = around.declarations('drbd.resource', name)[0];
  const own = path[0]?.kind === 'resource' && path[0].args[0]?.text === name ? path[0] : undefined;
  const here = own ?? context.model.items.find((item) => item.kind === 'resource' && item.args[0]?.text === name);
  const item = here ?? (found && declaredItem(found));
  const reading = item && readEffective(context, item, here ? undefined : found);
  const head = t('DRBD resource', 'DRBD リソース');
  if (!reading)
    return `**${code(name)}** — ${found ? head : t(`${head}; no known file configures it`, `${head}（既知のファイルに設定は見つからない）`)}`;
  const { resource } = reading;
  const protocol = resource.net.get('protocol');
  return paragraphs(
    `**${found ? placeLink(context, name, found) : code(name)}** — ${head}`,
    factTable([
      [
        t('Protocol', 'プロトコル'),
        protocol
          ? `${code(protocol.written)} (${reading.originOf(protocol)})`
          : `${code('C')} (${t('default', '既定値')})`,
      ],
      [t('Connections', '接続'), connectionWords(context, resource)],
      [t('In the cluster', 'クラスタ設定'), usesOf(context, name)],
    ]),
    hostTable(context, resource),
    volumeTable(context, resource),
  );
}

/** Who in crm configurations runs a resource. */
function usesOf(context: NoteContext, name: string): string | undefined {
  const uses = context.around.lookup('drbd.resource', name).flatMap((found) => {
    const id = primitiveOf(found);
    return id === undefined ? [] : [placeLink(context, id, found)];
  });
  return listed(context, uses) || undefined;
}

/** The name that another language's unit declares; the unit's own model is none of our business. */
const primitiveOf = ({ unit, entry }: Found): string | undefined =>
  entry.role === 'reference'
    ? unit.model.entries.find((other) => other.namespace === 'crm.resource' && other.role === 'declaration')?.name
    : undefined;

function connectionWords({ t }: NoteContext, { connections }: EffectiveResource): string | undefined {
  const count = connections.length;
  const [first] = connections;
  if (!first) return undefined;
  const made = {
    explicit: t('written out', '個別に記述'),
    mesh: t('a mesh', 'メッシュ'),
    implicit: t('made of the two hosts', '2 台のホストから自動生成'),
  }[first.made];
  return t(`${count}, ${made}`, `${count}（${made}）`);
}

export const addressText = ({ family, ip, port }: EffectiveAddress): string =>
  `${family === 'ipv4' ? '' : `${family} `}${ip.includes(':') ? `[${ip}]` : ip}:${port}`;

const hostNames = (host: EffectiveHost): string => host.names.map((name) => code(name)).join(', ');

function hostTable({ t }: NoteContext, { hosts }: EffectiveResource): string | undefined {
  if (hosts.length === 0) return undefined;
  const hasIds = hosts.some(({ nodeId }) => nodeId !== undefined);
  return table(
    [t('Host', 'ホスト'), ...(hasIds ? ['node-id'] : []), t('Address', 'アドレス')],
    hosts
      .slice(0, 16)
      .map((host) => [
        hostNames(host) || t('(stacked)', '（スタック）'),
        ...(hasIds
          ? [
              host.nodeId === undefined
                ? ''
                : String(host.nodeId) + (host.nodeIdDerived ? t(' (derived)', '（自動）') : ''),
            ]
          : []),
        host.address ? code(addressText(host.address)) : '',
      ]),
  );
}

/** The volumes; hosts that have a volume in the same way share a row. */
function volumeTable({ t }: NoteContext, { hosts }: EffectiveResource): string | undefined {
  const rows = new Map<string, { cells: string[]; names: string[] }>();
  for (const host of hosts) {
    for (const { number, device, disk, metaDisk } of host.volumes) {
      const meta = metaDisk && (metaDisk.path === 'internal' ? 'internal' : `${metaDisk.path}[${metaDisk.index}]`);
      const cells = [
        String(number),
        device ? code(device) : '',
        disk ? code(disk) : t('none', 'なし'),
        meta ? code(meta) : '',
      ];
      const key = cells.join('\0');
      const row = rows.get(key) ?? { cells, names: [] };
      rows.set(key, row);
      row.names.push(hostNames(host));
    }
  }
  if (rows.size === 0) return undefined;
  const differ = rows.size > new Set([...rows.values()].map(({ cells }) => cells[0])).size;
  return table(
    [
      t('Volume', 'ボリューム'),
      t('Device', 'デバイス'),
      t('Backing device', '下位デバイス'),
      t('Meta data', 'メタデータ'),
      ...(differ ? [t('On', 'ホスト')] : []),
    ],
    [...rows.values()].slice(0, 16).map(({ cells, names }) => [...cells, ...(differ ? [names.join(', ')] : [])]),
  );
}

/** A host: in which resources it takes part, and whether the cluster knows it. */
export function hostCard(context: NoteContext, name: string): string {
  const { around, t } = context;
  const own = (around.own?.lookup('drbd.host', name) ?? []).filter(({ entry }) => entry.role === 'declaration');
  const declared = own.length > 0 ? own : around.declarations('drbd.host', name);
  const node = around.declarations('crm.node', name)[0];
  const resource = context.path[0]?.kind === 'resource' ? context.path[0] : undefined;
  return paragraphs(
    t(
      `**${code(name)}** — a host, by the name that ${code('uname -n')} prints on it`,
      `**${code(name)}** — ホスト。${code('uname -n')} で表示される名前`,
    ),
    factTable([
      ...(resource ? hostRows(context, resource, name) : []),
      [t('Resources', 'リソース'), valueLinks(context, declared)],
      [t('Cluster node', 'クラスタノード'), node && placeLink(context, name, node)],
    ]),
  );
}

function hostRows(context: NoteContext, resource: Item, name: string): [string, string | undefined][] {
  const host = readEffective(context, resource, undefined)?.resource.hosts.find(({ names }) => names.includes(name));
  if (!host) return [];
  const { t } = context;
  return [
    ['node-id', host.nodeId === undefined ? undefined : String(host.nodeId)],
    [t('Address here', 'アドレス'), host.address && code(addressText(host.address))],
  ];
}
