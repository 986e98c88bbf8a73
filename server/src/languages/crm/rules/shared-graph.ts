import { type Configuration, containersOf, declarationOf, membersOf } from '../effective/configuration';
import { constraintsOf, type Participant } from '../effective/constraints';
import { isCloneStatement } from './shared-clones';

/** Most steps along a chain: what lies further is not looked at, so that a key in a large file stays cheap. */
const mostSteps = 200;

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

/** The beginning or the end of a resource's start: of a group these are apart. */
type Moment = `begin ${string}` | `end ${string}`;

const starts = ({ qualifier }: Participant): boolean => /^(?:start|promote|)$/i.test(qualifier);

/** What may happen only after a moment, by mandatory orders and by how groups and clones start their members. */
function* later(configuration: Configuration, at: Moment): Generator<Moment> {
  const [when, name] = at.split(' ') as ['begin' | 'end', string];
  const kind = declarationOf(configuration, name)?.statement.kind;
  const members = kind === 'group' || kind === 'clone' || kind === 'ms' ? membersOf(configuration, name) : [];
  if (when === 'begin') {
    if (members[0] === undefined) yield `end ${name}`;
    else yield `begin ${members[0]}`;
    return;
  }
  const [outer] = containersOf(configuration, name);
  if (outer) {
    const siblings = outer.statement.members.map((member) => member.name);
    const after = siblings[siblings.indexOf(name) + 1];
    const around = outer.statement.name?.text ?? '';
    yield after !== undefined && outer.statement.kind === 'group' ? `begin ${after}` : `end ${around}`;
  }
  for (const constraint of constraintsOf(configuration, name))
    if (constraint.kind === 'order' && constraint.first.name === name && isBinding(constraint))
      yield `begin ${constraint.then.name}`;
}

interface Bound {
  readonly strength: string;
  readonly first: Participant;
  readonly then: Participant;
  readonly anyOf: boolean;
}

/** Whether an order holds a start back. */
export const isBinding = ({ strength, first, then, anyOf }: Bound): boolean =>
  strength === 'Mandatory' && !anyOf && starts(first) && starts(then);

/** The resources of a circle of mandatory orders that an order is part of; undefined if it is in none. */
export function orderCircle(configuration: Configuration, { first, then }: Bound): string[] | undefined {
  const way = wayTo<Moment>(`begin ${then.name}`, `end ${first.name}`, (at) => later(configuration, at));
  if (!way) return undefined;
  const names = way.map((moment) => moment.slice(moment.indexOf(' ') + 1));
  return [first.name, ...names].filter((name, i, all) => name !== all[i - 1]);
}

/** The resources that one is placed with by mandatory colocations: a group's members, and its own group. */
function* placedWith(configuration: Configuration, name: string): Generator<string> {
  for (const constraint of constraintsOf(configuration, name))
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
