import type { Edit } from '../../../base/edits';
import type { Span } from '../../../base/span';
import { type Item, members } from '../ast';
import { optionsIn, settingOf } from '../model/merge';
import type { Chunk, Moved } from './layout';
import { factFor, modernText, nameNow, takesValue } from './statement';
import type { Task } from './task';

/** Sections that options are moved to, in the order in which new ones are written. */
const destinations = ['net', 'disk', 'options'] as const;
type Destination = (typeof destinations)[number];

interface Move {
  readonly option: Item;
  readonly chunk: Chunk;
  readonly to: Destination;
  /** The section that it stands in; undefined for a statement of the resource itself. */
  readonly from: Item | undefined;
}

/**
 * Moves the options of a `resource` or `common` section to where the target wants them: those of `syncer`, the
 * `protocol` statement, `fencing`. They go to the end of the section that is there already; else `syncer` itself
 * becomes the new section, or one is written where the option stood. `unfolded` are connections whose options become
 * those of the resource.
 */
export function moveOptions(task: Task, section: Item, unfolded: readonly Item[] = []): void {
  const syncers = members(section, 'syncer');
  const moves = [
    ...members(section, 'option')
      .filter(({ keyword }) => keyword.text === 'protocol')
      .flatMap((option) => plan(task, section, option, 'net', undefined)),
    ...syncers.flatMap((syncer) =>
      optionsIn(syncer).flatMap((option) => plan(task, section, option, destinationOf(task, option), syncer)),
    ),
    ...fencingMoves(task, section),
    ...unfolded.flatMap((connection) => connectionMoves(task, section, connection)),
  ];
  const reused = syncers.flatMap((syncer) => reuse(task, section, syncer, moves) ?? []);
  const stays = (move: Move) => reused.some(({ syncer, as }) => syncer === move.from && as === move.to);
  for (const { syncer, as } of reused) task.replace(syncer.keyword.span, as);
  const going = moves.filter((move) => !stays(move));
  place(task, section, going, reused);
  for (const connection of unfolded) removeSection(task, connection);
  for (const { option, chunk } of moves.filter(stays)) {
    task.finish(option);
    task.replace(option.span, chunk.text);
  }
}

function connectionMoves(task: Task, section: Item, connection: Item): Move[] {
  return (['net', 'disk'] as const).flatMap((to) =>
    members(connection, to)
      .flatMap(optionsIn)
      .flatMap((option) => plan(task, section, option, to, connection)),
  );
}

/** `fencing` is an option of the disk up to 8.4, and one of the connection since 9. */
function fencingMoves(task: Task, section: Item): Move[] {
  const [source, to]: [string, Destination] = task.to === '9' ? ['disk', 'net'] : ['net', 'disk'];
  return members(section, source).flatMap((block) =>
    optionsIn(block)
      .filter((option) => nameNow(option) === 'fencing')
      .flatMap((option) => plan(task, section, option, to, block)),
  );
}

/** Where an option of `syncer` belongs; undefined if the target has no place for it. */
function destinationOf({ facts, to }: Task, option: Item): Destination | undefined {
  return destinations.find((place) => factFor(facts, place, nameNow(option), to));
}

/** The move of one option; none if it is there already, or if nobody but its author can say what is right. */
function plan(
  task: Task,
  section: Item,
  option: Item,
  to: Destination | undefined,
  from: Item | undefined,
): readonly Move[] {
  if (task.isDone(option)) return [];
  const name = nameNow(option);
  const fact = to && factFor(task.facts, to, name, task.to);
  if (!to || !fact) {
    task.finish(option);
    if (!task.facts.option(option.place, option.keyword.text)) return [];
    task.remove(option);
    task.remark('dropped', option);
    return [];
  }
  if (option.args.length === 0 && name === 'protocol') return [];
  if (!takesValue(fact, option, task.to)) {
    task.finish(option);
    task.remarkValue(option);
    return [];
  }
  const value = (item: Item) =>
    settingOf(item, (_, text) => (name === 'protocol' ? text.toUpperCase() : task.facts.comparable(to, name, text)))
      .value;
  const there = members(section, to)
    .flatMap(optionsIn)
    .find((other) => other !== option && nameNow(other) === name);
  if (there && value(there) !== value(option)) {
    task.finish(option);
    task.remark('clash', option, { name, value: value(option), other: value(there) });
    return [];
  }
  if (there) {
    task.remove(option);
    return [];
  }
  if (option.keyword.text === 'rate' && !isAdaptive(section)) task.remark('rate', option);
  return [
    { option, chunk: task.layout.chunkOf(option, modernText(task.layout, option, task.facts, task.to)), to, from },
  ];
}

/** Whether a section says how the resync rate adapts itself. */
const isAdaptive = (section: Item): boolean =>
  members(section, 'syncer', 'disk')
    .flatMap(optionsIn)
    .some(({ keyword }) => keyword.text === 'c-plan-ahead');

interface Reused {
  readonly syncer: Item;
  readonly as: Destination;
}

/** The section that a `syncer` can become under another name, so that what stays in it stays as it is. */
function reuse(task: Task, section: Item, syncer: Item, moves: readonly Move[]): Reused | undefined {
  const own = moves.filter(({ from }) => from === syncer);
  if (optionsIn(syncer).some((option) => isLeft(task, moves, option))) return undefined;
  const missing = destinations
    .filter((to) => members(section, to).length === 0)
    .map((to) => ({ to, count: own.filter((move) => move.to === to).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return missing[0] && { syncer, as: missing[0].to };
}

/** Whether an option stays where it is because of a remark. */
const isLeft = (task: Task, moves: readonly Move[], option: Item): boolean =>
  !moves.some((move) => move.option === option) &&
  !task.edits.some(({ span, newText }) => newText === '' && contains(span, option.span));

const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Takes the options out of their sections, and puts them where they belong. */
function place(task: Task, section: Item, moves: readonly Move[], reused: readonly Reused[]): void {
  const { layout } = task;
  for (const { option, chunk } of moves) {
    task.finish(option);
    task.edits.push({ span: chunk.span, newText: '' });
  }
  for (const to of destinations) {
    const added = moves.filter((move) => move.to === to).map(({ chunk }) => chunk);
    if (added.length === 0) continue;
    const block = members(section, to)[0] ?? reused.find(({ as }) => as === to)?.syncer;
    if (block) task.edits.push(...layout.append(block, added));
    else addSection(task, to, added, moves.find((move) => move.to === to) as Move);
  }
  const emptied = new Set(moves.flatMap(({ from }) => from ?? []));
  for (const syncer of members(section, 'syncer'))
    if (!reused.some((one) => one.syncer === syncer)) emptied.add(syncer);
  for (const block of emptied) if (!reused.some(({ syncer }) => syncer === block)) dropIfEmpty(task, block);
}

/** Writes a new section where the first of its options stood, or behind the section that it stood in. */
function addSection(task: Task, keyword: string, added: readonly Moved[], { option, from }: Move): void {
  const { layout } = task;
  const beside = from ?? option;
  const framed = layout.isAlone(beside.span);
  const long = framed && (!from || layout.slice(from.span).includes('\n'));
  const text = layout.section(keyword, added, beside, long);
  if (framed) {
    const at = from ? layout.nextLine(from.span.end) : layout.chunkOf(option).span.end;
    const missing = at > 0 && layout.text[at - 1] !== '\n' ? layout.eol : '';
    task.insert(at, `${missing}${layout.indentAt(beside.span.start)}${text}${layout.eol}`);
  } else task.insert(beside.span.end, ` ${text}`);
}

/** Takes away a section of which nothing is left; comments in it stay in its place. */
export function dropIfEmpty(task: Task, block: Item): void {
  const inner = { start: block.span.start, end: block.span.end - 1 };
  const isGone = (item: Item) => task.edits.some(({ span, newText }) => newText === '' && contains(span, item.span));
  const added = task.edits.some(({ span, newText }) => newText !== '' && contains(inner, span));
  if (!added && (block.body ?? []).every(isGone)) removeSection(task, block);
}

/** Takes a section away; comments in it that went nowhere else stay in its place. */
export function removeSection(task: Task, block: Item): void {
  const { layout } = task;
  const span = layout.sectionSpan(block);
  const isInside = (edit: Edit) => edit.newText === '' && contains(span, edit.span);
  const removed = task.edits.filter(isInside).map((edit) => edit.span);
  const comments = layout.commentsLeft(block, removed);
  const kept = task.edits.filter((edit) => !isInside(edit));
  task.edits.length = 0;
  const indent = layout.indentAt(block.span.start);
  const lines = comments.map((comment) => `${indent}${comment}${layout.eol}`).join('');
  task.edits.push(...kept, { span, newText: layout.isAlone(block.span) ? lines : '' });
}
