import { type Configuration, containersOf, declarationOf, membersOf } from '../effective/configuration';
import type { Statement } from '../statement';
import { constraintsAt, isBan, isInfinite } from './shared-graph';
import { placesOf } from './shared-places';

/** Most resources that are looked at from one: only machines write longer chains of colocations. */
const most = 40;

const isGroup = ({ kind }: Statement): boolean => kind === 'group';

/** Whether a name stands for several instances, which are not all on one node. */
const isMany = (configuration: Configuration, name: string): boolean =>
  /^(?:clone|ms|bundle)$/.test(declarationOf(configuration, name)?.statement.kind ?? '');

/** A step from a resource to one that is on the same node, and the id of what says so. */
interface Step {
  readonly name: string;
  readonly by: string;
}

/** Where a resource is placed by mandatory colocations, whatever its role. */
function* placedBy(configuration: Configuration, name: string): Generator<Step> {
  for (const constraint of constraintsAt(configuration, name))
    if (
      constraint.kind === 'colocation' &&
      constraint.dependent.name === name &&
      isInfinite(constraint.score) &&
      /^(?:started)?$/i.test(constraint.dependent.qualifier)
    )
      yield { name: constraint.with.name, by: constraint.id };
}

/** What is on the node of a resource wherever both run: its group, the group's members, what it is placed with. */
function* besides(configuration: Configuration, name: string): Generator<Step> {
  yield* placedBy(configuration, name);
  if (isMany(configuration, name)) return;
  for (const member of membersOf(configuration, name)) yield { name: member, by: name };
  const [outer] = containersOf(configuration, name);
  const group = outer && isGroup(outer.statement) ? outer.statement.name?.text : undefined;
  if (group !== undefined) yield { name: group, by: group };
}

/** All that is on the node of a resource, each with what ties it there. Clones end a way: their instances are apart. */
export function keptWith(configuration: Configuration, name: string): Map<string, readonly string[]> {
  const ties = new Map<string, readonly string[]>([[name, []]]);
  for (const [at, before] of ties) {
    if (ties.size > most) break;
    if (at !== name && isMany(configuration, at)) continue;
    for (const { name: next, by } of besides(configuration, at))
      if (!ties.has(next)) ties.set(next, before.at(-1) === by ? before : [...before, by]);
  }
  return ties;
}

/** The resources that have to run for this one to run, on its node: earlier members of its group, what it is placed with. */
export function mustShare(configuration: Configuration, name: string): string[] {
  const names = new Set([name]);
  for (const at of names)
    for (const next of needs(configuration, at)) {
      if (names.size > most) return [...names];
      names.add(next);
    }
  return [...names];
}

function* needs(configuration: Configuration, name: string): Generator<string> {
  for (const { name: other } of placedBy(configuration, name)) {
    yield other;
    // With a group means with its last member, and that needs all others.
    if (!isMany(configuration, other)) yield* membersOf(configuration, other);
  }
  const [outer] = containersOf(configuration, name);
  const container = outer?.statement.name?.text;
  if (!outer || container === undefined) return;
  yield container;
  const siblings = outer.statement.members.map((member) => member.name);
  if (isGroup(outer.statement)) yield* siblings.slice(0, siblings.indexOf(name));
}

/** The nodes that a resource itself is banned from. Pacemaker ignores constraints on what is inside a clone. */
export function bannedFrom(configuration: Configuration, name: string): string[] {
  const [outer] = containersOf(configuration, name);
  if (outer && !isGroup(outer.statement)) return [];
  return placesOf(configuration, name).flatMap(({ node, score }) => (isBan(score) ? [node] : []));
}
