import { type Item, members } from '../ast';
import { readAddress } from '../effective/addresses';
import { sameHost } from '../effective/host-names';
import { derivedNodeIds } from '../effective/node-ids';
import type { HostView, ResourceView } from '../model/resource';
import type { Task } from './task';

/**
 * Writes down the node ids that drbdadm 9 would work out, so that a later change of an address does not change them.
 * Where a resource has more than two hosts, connections have to be written first.
 */
export function addNodeIds(task: Task, resource: ResourceView): void {
  const { hosts, connections } = resource;
  for (const [index, host] of hosts.entries()) reportSameHost(task, host, hosts.slice(0, index));
  if (hosts.length === 0) task.remark('noHosts', resource.item);
  const without = hosts.filter(({ nodeId }) => !nodeId);
  if (connections.length > 0 || without.length === 0) return;
  const [one, other] = hosts;
  if (hosts.length > 2) {
    if (resource.meshes.length === 0) task.remark('hosts', resource.item);
    return;
  }
  const ids = one && other && without.length === 2 ? idsOf(one, other) : undefined;
  if (!ids || !one || !other) task.remark('nodeIds', resource.item);
  else for (const [host, id] of [[one, ids[0]] as const, [other, ids[1]] as const]) addNodeId(task, host.item, id);
}

function reportSameHost(task: Task, { names, item }: HostView, others: readonly HostView[]): void {
  for (const name of names)
    for (const other of others.flatMap((host) => host.names))
      if (other.text !== name.text && sameHost(other.text, name.text))
        task.remark('sameHost', item, { name: name.text, other: other.text });
}

function idsOf(one: HostView, other: HostView): readonly [number, number] | undefined {
  const outside = ({ item }: HostView) =>
    readAddress(
      members(item, 'proxy-on')
        .flatMap((proxy) => members(proxy, 'address'))
        .find(({ keyword }) => keyword.text === 'outside')?.address,
    )?.ip;
  const [a, b] = [one.address?.ip?.text, other.address?.ip?.text];
  if (a === undefined || b === undefined) return undefined;
  return derivedNodeIds(a, b) ?? derivedNodeIds(outside(one) ?? '', outside(other) ?? '');
}

function addNodeId(task: Task, host: Item, id: number): void {
  const { layout } = task;
  const address = members(host, 'address').find(({ keyword }) => keyword.text === 'address');
  if (!host.body) {
    task.replace({ start: host.span.end - 1, end: host.span.end }, ` { node-id ${id}; }`);
    return;
  }
  if (!address) {
    task.edits.push(...layout.append(host, [{ text: `node-id ${id};`, lead: [] }]));
    return;
  }
  // "node-id" is as long as "address", so a column of values stays one.
  const gap = /^[ \t]+/.exec(layout.text.slice(address.keyword.span.end))?.[0] ?? ' ';
  const text = `node-id${gap}${id};`;
  if (layout.isAlone(address.span)) {
    const at = layout.nextLine(address.span.end);
    task.insert(at, `${layout.indentAt(address.span.start)}${text}${layout.eol}`);
  } else task.insert(address.span.end, ` node-id ${id};`);
}
