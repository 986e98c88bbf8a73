import { type Span, shift } from '../../../base/span';
import type { ConversionOffer, Surroundings } from '../../../core/language';
import { targetInComment } from '../generation';
import type { DrbdModel } from '../model';
import type { ResourceView } from '../model/resource';
import { goBack } from './backward';
import { modernise } from './forward';
import { Layout } from './layout';
import { moveOptions } from './moves';
import { rewriteOptions } from './options';
import { remark } from './remarks';
import { reportInherited, settleRepeats } from './repeats';
import { Task } from './task';
import type { Conversion, Target } from './types';

/** The rewritings that we offer. */
export const drbdConversions: readonly ConversionOffer[] = [
  { id: '9', title: { en: 'Modernise to DRBD 9 syntax', ja: 'DRBD 9 の記法に書き換える' } },
  { id: '8.4', title: { en: 'Rewrite for DRBD 8.4', ja: 'DRBD 8.4 用に書き換える' } },
];

export const targetOfConversion = (id: string): Target => (id === '8.4' ? '8.4' : '9');

type Around = Pick<Surroundings, 'lookup'>;

/** The time that a file comes from: its words tell. */
type Source = '8' | '9';

/**
 * Rewrites a unit for another generation of drbdadm: as few edits as it takes, so that comments, order and layout of the
 * rest stay. What has no one right form there is left as it is, with a remark. A second time nothing is left to do.
 */
export function convertUnit(model: DrbdModel, around: Around, to: Target): Conversion {
  const { text, parsed, items, facts } = model;
  if (!facts.loaded) return { edits: [], remarks: [] };
  const first = parsed.problems[0] ?? parsed.unclosed.map((span) => ({ span }))[0];
  if (first && items.length > 0) return { edits: [], remarks: [remark('unreadable', first.span)] };
  const task = new Task(new Layout(text, parsed.tokens), facts, to, sourceOf(around) === '8');
  rewrite(task, model, around);
  renameTarget(task, model);
  return { edits: withoutRepeats(task.edits), remarks: task.remarks };
}

function rewrite(task: Task, { text, parsed, items, resources }: DrbdModel, around: Around): void {
  const { to } = task;
  const isBack = to === '8.4' && !task.fromOld;
  const gone = isBack ? goBack(task, items, resources) : [];
  for (const section of items.filter(({ kind }) => kind === 'resource' || kind === 'common')) {
    const own = gone.filter((connection) => section.body?.includes(connection));
    if (to === '9') settleRepeats(task, section);
    moveOptions(task, section, own);
  }
  const common = around.lookup('drbd.common', 'common')[0]?.unit.model as DrbdModel | undefined;
  const outer = common?.items.find(({ kind }) => kind === 'common');
  if (to === '9') for (const { item } of resources) reportInherited(task, item, outer);
  if (to === '9') for (const resource of resources) reportLower(task, resource, around);
  rewriteOptions(task, items);
  if (!isBack) modernise(task, items, resources);
  if (to === '9')
    for (const { token } of parsed.badNames) task.replace(token, `"${text.slice(token.start, token.end)}"`);
}

/** In DRBD 9 a stacked resource has all volumes of the one below it; 8.4 takes fewer. */
function reportLower(task: Task, resource: ResourceView, around: Around): void {
  for (const { kind, names, volumes, item } of resource.hosts) {
    const name = kind === 'stacked' ? (names[0]?.text ?? '') : '';
    const own = new Set(volumes.map(({ number }) => number));
    const lower = around
      .lookup('drbd.resource', name)
      .flatMap(({ unit }) => (unit.model as DrbdModel).resources)
      .find((other) => other.name?.text === name);
    const below = [...(lower?.volumes ?? []), ...(lower?.hosts ?? []).flatMap((host) => host.volumes)];
    if (below.some(({ number }) => !own.has(number))) task.remark('lowerVolumes', item, { name });
  }
}

/** A comment that names the generation names the new one. */
function renameTarget(task: Task, { parsed, text }: DrbdModel): void {
  for (const { kind, start, end } of parsed.tokens) {
    const comment = kind === 'comment' ? text.slice(start, end) : '';
    const version = targetInComment(comment);
    if (version === undefined || version === task.to || (task.to === '9' && version.startsWith('9'))) continue;
    if (task.to === '8.4' && version.startsWith('8.4')) continue;
    const at = comment.lastIndexOf(version);
    task.replace(shift({ start: at, end: at + version.length }, start), task.to);
  }
}

/** Edits without those that lie in a stretch that goes anyway, in order. */
function withoutRepeats(edits: Conversion['edits']): Conversion['edits'] {
  const holds = (outer: Span, inner: Span) =>
    outer.start <= inner.start && inner.end <= outer.end && (outer.start !== inner.start || outer.end !== inner.end);
  return edits
    .filter(
      (edit, i) =>
        !edits.some(
          (other, j) =>
            i !== j && other.newText === '' && inside(other.span, edit.span) && holds(other.span, edit.span),
        ),
    )
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Insertions at the ends of a stretch stay. */
const inside = (outer: Span, { start, end }: Span): boolean =>
  start !== end || (start > outer.start && end < outer.end);

/** From which time the files round a unit are. */
function sourceOf(around: Around): Source {
  const said = around.lookup('drbd.target', '*')[0]?.entry.value;
  if (said !== undefined) return said.startsWith('8') ? '8' : '9';
  const has = (era: string) => around.lookup('drbd.era', era).length > 0;
  if (has('9') || has('master')) return '9';
  return has('8') || has('8.3') || has('8.4') ? '8' : '9';
}
