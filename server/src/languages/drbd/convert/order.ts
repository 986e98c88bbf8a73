import { type Item, members } from '../ast';
import type { Task } from './task';

/**
 * Up to 8.4 a host section has of the resource's volumes only what is written in front of it; 9 gives it all. Where that
 * differs, somebody has to say which was meant.
 */
export function reportOrder(task: Task, resource: Item): void {
  const hosts = members(resource, 'on', 'floating', 'stacked');
  const first = hosts[0]?.span.start ?? Number.POSITIVE_INFINITY;
  for (const late of members(resource, 'device', 'disk-path', 'meta-disk', 'volume'))
    if (late.span.start > first) task.remark('order', late);
}
