import { type Item, members, type Word, walk } from '../ast';
import { optionsIn } from '../model/merge';
import type { ConnectionView, ResourceView } from '../model/resource';
import { oldWords } from '../parser/old/words';
import { reportOrder } from './order';
import { factFor, nameNow, saysDefault, takesValue } from './statement';
import type { Task } from './task';

/** Statements and sections of DRBD 9 that nothing takes the place of in 8.4. */
const onlyNine: ReadonlySet<string> = new Set(['template-file', 'require', 'flag']);
/** Items whose arguments are names. */
const named: ReadonlySet<string> = new Set([
  'resource',
  'on',
  'stacked',
  'disk-path',
  'meta-disk',
  'proxy-on',
  'device',
]);

/**
 * Writes a file of DRBD 9 for 8.4, as far as it says nothing that 8.4 has no words for. Returns the connections that
 * go, since 8.4 makes them by itself.
 */
export function goBack(task: Task, items: readonly Item[], resources: readonly ResourceView[]): Item[] {
  const gone = resources.flatMap((resource) => rewriteResource(task, resource));
  const inside = new Set(walk(gone));
  for (const item of walk(items)) if (!inside.has(item)) rewriteStatement(task, item);
  for (const item of inside) if (item.kind !== 'option') task.finish(item);
  return gone;
}

function rewriteStatement(task: Task, item: Item): void {
  const { kind, keyword, place, args } = item;
  if (onlyNine.has(kind) || (kind === 'skip' && place !== 'top')) task.remark('nine', item);
  if (kind === 'node-id') {
    task.remove(item);
    task.remark('ids', item);
  }
  if (named.has(kind)) for (const word of args) quoteName(task, kind, word);
  if (kind === 'meta-disk' && keyword.text === 'flexible-meta-disk') task.replace(keyword.span, 'meta-disk');
}

function quoteName(task: Task, kind: string, { kind: token, text, span }: Word): void {
  const isGrammar = (kind === 'proxy-on' && text === 'on') || (kind === 'device' && text === 'minor');
  if (token === 'word' && !isGrammar && text !== 'internal' && oldWords['8.4'].reserved.has(text))
    task.replace(span, `"${text}"`);
}

function rewriteResource(task: Task, resource: ResourceView): Item[] {
  const { hosts, connections, meshes, item } = resource;
  const done = new Set<Item>();
  for (const { volumes, kind, address, item: host } of hosts) {
    if (!address) task.remark('address', host);
    if (kind === 'floating' && members(host, 'disk').length > 0 && members(host, 'disk-path').length > 0)
      task.remark('floatingDisk', host);
    if (kind === 'stacked') continue;
    for (const { disk, diskless, metaDisk, item: at } of volumes) {
      if (!disk || diskless) task.remark('diskless', disk ?? at);
      else if (!metaDisk && !done.has(disk)) addMetaDisk(task, disk);
      if (disk) done.add(disk);
    }
  }
  if (hosts.length > 2) {
    task.remark('twoHosts', item, { count: hosts.length });
    return [];
  }
  reportOrder(task, item);
  const isOnly = connections.length + meshes.length === 1;
  const gone = [...connections.filter(isPlain).map((connection) => connection.item), ...meshes].filter(
    (connection) => isOnly && fits(task, item, connection),
  );
  for (const { item: connection } of connections) if (!gone.includes(connection)) task.remark('nine', connection);
  for (const mesh of meshes) if (!gone.includes(mesh)) task.remark('nine', mesh);
  return gone;
}

/** One path between two hosts at their own addresses: what 8.4 makes of two hosts by itself. */
const isPlain = ({ item, paths }: ConnectionView): boolean =>
  paths.length === 1 &&
  members(item, 'skip', 'volume').length === 0 &&
  (paths[0]?.ends ?? []).every(
    ({ address, host, item: end }) => host && !address && end.args.length === 1 && !end.body,
  );

/** Whether a connection's options can be those of the resource: 8.4 knows them, and the resource says nothing of them. */
function fits(task: Task, resource: Item, connection: Item): boolean {
  return (['net', 'disk'] as const).every((kind) => {
    const there = members(resource, kind).flatMap(optionsIn).map(nameNow);
    return members(connection, kind)
      .flatMap(optionsIn)
      .every((option) => {
        const name = nameNow(option);
        const fact = factFor(task.facts, kind, name, '8.4');
        if (name === 'fencing') return false;
        if (!fact) return saysDefault(task.facts, option);
        return !there.includes(name) && takesValue(fact, option, '8.4');
      });
  });
}

/** 8.4 wants a word about the meta data of each disk. */
function addMetaDisk(task: Task, disk: Item): void {
  const { layout } = task;
  const gap = /^[ \t]+/.exec(layout.text.slice(disk.keyword.span.end))?.[0] ?? ' ';
  const room = gap.includes('\t') ? gap : ' '.repeat(Math.max(1, gap.length + 'disk'.length - 'meta-disk'.length));
  if (layout.isAlone(disk.span))
    task.insert(
      layout.nextLine(disk.span.end),
      `${layout.indentAt(disk.span.start)}meta-disk${room}internal;${layout.eol}`,
    );
  else task.insert(disk.span.end, ' meta-disk internal;');
}
