import { own } from '../../../base/maps';
import { type Configuration, containersOf, declarationOf, membersOf, usesOf } from '../effective/configuration';
import { type Constraint, constraintsOf, type Ordering, type Participant } from '../effective/constraints';
import type { Statement } from '../statement';
import { cloneRound, isCloneStatement, isPromotable } from './shared-clones';

/** Most steps along a chain: what lies further is not looked at, so that a key in a large file stays cheap. */
const mostSteps = 60;

/** A name that more constraints and containers use than this is not looked into: each of its users would look at all others. */
const crowd = 200;

/** Whether too many use a name to say what holds for it. */
export const isCrowded = (configuration: Configuration, name: string): boolean =>
  usesOf(configuration, 'crm.resource', name).length > crowd;

/** The constraints that a resource takes part in; none where they are too many to look at. */
export const constraintsAt = (configuration: Configuration, name: string): readonly Constraint[] =>
  isCrowded(configuration, name) ? [] : constraintsOf(configuration, name);

/** Walks from a start along `next` until `goal` is met; the way there, or undefined. */
function wayTo<T extends string>(start: T, goal: T, next: (at: T) => Iterable<T>): T[] | undefined {
  const from = new Map<T, T | undefined>([[start, undefined]]);
  for (const at of from.keys()) {
    if (at === goal) return wayBack(from, at);
    if (from.size > mostSteps) return undefined;
    for (const one of next(at)) if (!from.has(one)) from.set(one, at);
  }
  return undefined;
}

function wayBack<T>(from: ReadonlyMap<T, T | undefined>, end: T): T[] {
  const way: T[] = [];
  for (let at: T | undefined = end; at !== undefined; at = from.get(at)) way.unshift(at);
  return way;
}

/** The beginning or the end of a resource's start (of a group these are apart), or a promotion. */
type Moment = `begin ${string}` | `end ${string}` | `promoted ${string}`;

/** What may happen only after a moment, by orders and by how groups and clones start their members. */
function* later(configuration: Configuration, at: Moment): Generator<Moment> {
  const [when, name] = at.split(' ') as ['begin' | 'end' | 'promoted', string];
  if (when === 'begin') {
    const [inner] = membersOf(configuration, name);
    yield inner === undefined ? `end ${name}` : `begin ${inner}`;
    return;
  }
  const declared = declarationOf(configuration, name)?.statement;
  const [outer] = containersOf(configuration, name);
  if (when === 'end' && declared && isPromotable(declared)) yield `promoted ${name}`;
  if (when === 'end' && outer) yield whatFollows(outer.statement, name);
  for (const constraint of constraintsAt(configuration, name)) {
    const starts = constraint.kind === 'order' ? startsOf(constraint) : undefined;
    if (starts?.first === at && constraint.kind === 'order' && counts(configuration, constraint)) yield starts.second;
  }
}

/** Whether Pacemaker heeds an order: not inside a clone, nor of a group before its own member. */
function counts(configuration: Configuration, { first, then }: Ordering): boolean {
  const isInside = [first, then].some(({ name }) => cloneRound(configuration, name) !== undefined);
  return (
    !isInside && !containersOf(configuration, then.name).some(({ statement }) => statement.name?.text === first.name)
  );
}

/** What the end of a member's start leads to: the next member of a group begins, else the container is there. */
function whatFollows(container: Statement, member: string): Moment {
  const names = container.members.map(({ name }) => name);
  const next = container.kind === 'group' ? names[names.indexOf(member) + 1] : undefined;
  return next === undefined ? `end ${container.name?.text ?? ''}` : `begin ${next}`;
}

const opposite: Readonly<Record<string, string>> = { stop: 'start', demote: 'promote' };

/**
 * Which start or promotion an order puts before which; undefined if it speaks of neither. What is said of stopping holds
 * the other way round for starting, unless the order is not symmetrical. Whether it is mandatory makes no difference
 * here: of optional orders, too, both hold when both are to start.
 */
function startsOf(order: Ordering): { readonly first: Moment; readonly second: Moment } | undefined {
  const action = (order.first.qualifier || 'start').toLowerCase();
  const follows = (order.then.qualifier || action).toLowerCase();
  if (order.anyOf) return undefined;
  if (isStart(action) && isStart(follows))
    return { first: moment('end', order.first.name, action), second: moment('begin', order.then.name, follows) };
  const [one, other] = [own(opposite, action), own(opposite, follows)];
  return one !== undefined && other !== undefined && order.symmetrical
    ? { first: moment('end', order.then.name, other), second: moment('begin', order.first.name, one) }
    : undefined;
}

const isStart = (action: string): boolean => action === 'start' || action === 'promote';

const moment = (when: 'begin' | 'end', name: string, action: string): Moment =>
  action === 'promote' ? `promoted ${name}` : `${when} ${name}`;

const starts = ({ qualifier }: Participant): boolean => /^(?:start|promote|)$/i.test(qualifier);

/** Whether an order holds a start back. */
export const isBinding = ({ strength, first, then, anyOf }: Ordering): boolean =>
  strength === 'Mandatory' && !anyOf && starts(first) && starts(then);

/** The resources of a circle that an order is part of; undefined if it is in none. */
export function orderCircle(configuration: Configuration, order: Ordering): string[] | undefined {
  const own = counts(configuration, order) ? startsOf(order) : undefined;
  const way = own && wayTo<Moment>(own.second, own.first, (at) => later(configuration, at));
  if (!way) return undefined;
  const names = [own.first, ...way].map((at) => at.slice(at.indexOf(' ') + 1));
  return names.filter((name, i, all) => name !== all[i - 1]);
}

/** The resources that one is placed with by mandatory colocations: a group's members, and its own group. */
function* placedWith(configuration: Configuration, name: string): Generator<string> {
  for (const constraint of constraintsAt(configuration, name))
    if (constraint.kind === 'colocation' && constraint.dependent.name === name && isInfinite(constraint.score))
      yield constraint.with.name;
}

export const isInfinite = (score: string | undefined): boolean => /^\+?inf(?:inity)?$/i.test(score ?? '');
export const isBan = (score: string | undefined): boolean => /^-inf(?:inity)?$/i.test(score ?? '');

/** The circle of mandatory colocations that one of a resource with another closes; undefined if it closes none. */
export const colocationCircle = (
  configuration: Configuration,
  dependent: string,
  other: string,
): string[] | undefined => {
  const way = wayTo(other, dependent, (at) => placedWith(configuration, at));
  return way && [dependent, ...way];
};

/** A resource and the containers round it: a constraint on one of them is about it. */
export const withContainers = (configuration: Configuration, name: string): string[] => [
  name,
  ...containersOf(configuration, name).flatMap(({ statement }) => statement.name?.text ?? []),
];

/** A resource and all that it holds. */
export function withMembers(configuration: Configuration, name: string): string[] {
  const names = [name];
  for (const at of names) {
    if (names.length > mostSteps) break;
    for (const member of membersOf(configuration, at)) if (!names.includes(member)) names.push(member);
  }
  return names;
}

/** Whether a name is a clone; undefined where it is not declared. */
export const isClone = (configuration: Configuration, name: string): boolean | undefined => {
  const declared = declarationOf(configuration, name);
  return declared && isCloneStatement(declared.statement);
};
