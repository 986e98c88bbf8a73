import { type Item, members, walk } from '../ast';
import { clashesIn, optionsIn, settingOf } from '../model/merge';
import type { ResourceView } from '../model/resource';
import { addNodeIds } from './node-ids';
import { reportOrder } from './order';
import { nameNow } from './statement';
import type { Task } from './task';

/** What a file of DRBD 8.3 or 8.4 needs besides its options to be one of 8.4 or 9. */
export function modernise(task: Task, items: readonly Item[], resources: readonly ResourceView[]): void {
  for (const item of walk(items)) rewriteStatement(task, item);
  if (task.to !== '9') return;
  for (const resource of resources) {
    addNodeIds(task, resource);
    if (task.fromOld) reportOrder(task, resource.item);
  }
  for (const section of items.filter(({ kind }) => kind === 'resource' || kind === 'common'))
    reportClashes(task, section);
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

/** Options that 8.x takes twice, one of them counting, and that 9 wants to agree. */
function reportClashes(task: Task, section: Item): void {
  const { facts } = task;
  const report = (place: 'net' | 'disk' | 'options' | 'startup' | 'handlers', options: readonly Item[]) => {
    const pool = options.map((item) => ({
      ...settingOf(item, (_, value) => facts.comparable(place, nameNow(item), value)),
      name: nameNow(item),
    }));
    for (const { later, first } of clashesIn(pool))
      if (!task.isDone(later.item))
        task.remark('clash', later.item, { name: later.name, value: later.shown, other: first.shown });
  };
  const own = (kind: string) => members(section, kind).flatMap(optionsIn);
  report('net', own('net'));
  report('disk', own('disk'));
  for (const volume of section.kind === 'resource' ? members(section, 'volume') : []) {
    const inner = members(volume, 'disk').flatMap(optionsIn);
    const names = inner.map(nameNow);
    const outer = [...own('disk'), ...own('syncer')].filter((option) => names.includes(nameNow(option)));
    report('disk', [...outer, ...inner]);
  }
  if (section.kind === 'common')
    for (const place of ['options', 'startup', 'handlers'] as const) report(place, own(place));
}
