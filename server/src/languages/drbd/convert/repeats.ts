import { type Item, members } from '../ast';
import { effectiveConfiguration } from '../effective/configuration';
import { optionsIn, settingOf } from '../model/merge';
import type { Place } from '../parser/slot-notes';
import { remark } from './remarks';
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
}

/**
 * Options that 9 has a resource inherit twice with different values: of a volume and the disk, of both hosts towards
 * each other. In 8.x one of them counts, or each for its host.
 */
export function reportInherited(task: Task, resource: Item, common: Item | undefined): void {
  const placed = [
    ...(common ? [{ item: common, uri: 'common', start: 0 }] : []),
    { item: resource, uri: 'own', start: 0 },
  ];
  const { facts } = task;
  const clashes = effectiveConfiguration(placed, { facts, generation: '9' }).resources.flatMap((one) => one.clashes);
  for (const { name, first, other } of clashes) {
    const [here, there] = other.origin.uri === 'own' ? [other, first] : [first, other];
    const { span, uri } = here.origin;
    const isSaid = task.remarks.some((one) => span.start <= one.span.start && one.span.end <= span.end);
    if (uri !== 'own' || isSaid || name === 'fencing') continue;
    const at = { start: span.start, end: span.start + (/^[^\s;]+/.exec(task.layout.slice(span))?.[0].length ?? 0) };
    task.remarks.push(remark('clash', at, { target: task.to, name, value: here.written, other: there.written }));
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
