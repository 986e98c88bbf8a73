import { type Item, members } from '../ast';
import { optionsIn, settingOf } from '../model/merge';
import type { Place } from '../parser/slot-notes';
import { factFor, nameNow } from './statement';
import type { Task } from './task';

/**
 * Options that stand twice: 8.x lets one of them count, 9 refuses them where others inherit them. The same said again
 * goes; what contradicts stays and is said.
 */
export function settleRepeats(task: Task, section: Item): void {
  const shared =
    section.kind === 'common' ? ['net', 'disk', 'syncer', 'options', 'startup', 'handlers'] : ['net', 'disk', 'syncer'];
  for (const kind of shared) settle(task, kind as Place, members(section, kind).flatMap(optionsIn));
  const outer = members(section, 'disk', 'syncer').flatMap(optionsIn);
  for (const volume of section.kind === 'resource' ? members(section, 'volume') : [])
    for (const option of members(volume, 'disk').flatMap(optionsIn)) {
      const other = outer.find((one) => nameNow(one) === nameNow(option));
      if (other && comparableOf(task, 'disk', other) !== comparableOf(task, 'disk', option))
        reportClash(task, option, other);
    }
}

function settle(task: Task, place: Place, options: readonly Item[]): void {
  const seen = new Map<string, Item>();
  for (const option of options) {
    const name = nameNow(option);
    if (isGone(task, place, name)) continue;
    const first = seen.get(name);
    if (!first) seen.set(name, option);
    else if (comparableOf(task, place, first) === comparableOf(task, place, option)) task.remove(option);
    else reportClash(task, option, first);
  }
}

/** Whether the target has no such option any more, so that all of them go. */
function isGone({ facts, to }: Task, place: Place, name: string): boolean {
  const places: readonly Place[] = place === 'syncer' ? ['net', 'disk', 'options'] : [place];
  return name !== 'fencing' && places.every((one) => !factFor(facts, one, name, to));
}

function reportClash(task: Task, option: Item, other: Item): void {
  task.finish(option);
  const [value, there] = [option, other].map((item) => settingOf(item, (_, text) => text).shown);
  task.remark('clash', option, { name: nameNow(option), value: value ?? '', other: there ?? '' });
}

function comparableOf({ facts }: Task, place: Place, option: Item): string {
  const name = nameNow(option);
  const section = place === 'syncer' ? (facts.option('net', name) ? 'net' : 'disk') : place;
  return settingOf(option, (_, value) => facts.comparable(section, name, value)).value;
}
