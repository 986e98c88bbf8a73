import { type Item, walk } from '../ast';
import type { ResourceView } from '../model/resource';
import { addNodeIds } from './node-ids';
import { reportOrder } from './order';
import type { Task } from './task';

/** What a file of DRBD 8.3 or 8.4 needs besides its options to be one of 8.4 or 9. */
export function modernise(task: Task, items: readonly Item[], resources: readonly ResourceView[]): void {
  for (const item of walk(items)) rewriteStatement(task, item);
  if (task.to !== '9') return;
  for (const resource of resources) {
    addNodeIds(task, resource);
    if (task.fromOld) reportOrder(task, resource.item);
  }
}

function rewriteStatement(task: Task, item: Item): void {
  const { keyword, kind, address } = item;
  if (kind === 'meta-disk' && keyword.text === 'flexible-meta-disk') task.replace(keyword.span, 'meta-disk');
  if (address?.family?.text === 'sci') task.replace(address.family.span, 'ssocks');
  if (task.to !== '9') return;
  if (kind === 'ignore-on') {
    task.remove(item);
    task.remark('dropped', item);
  }
  if (keyword.text === 'alternate-link-address') task.remark('secondAddress', item);
}
