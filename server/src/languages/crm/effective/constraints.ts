import type { ResourceSet, Rule, Statement } from '../statement';
import { type Configuration, kept, type Placed, statementOf, usesOf } from './configuration';

/** The first is placed where the second is (or away from it, with a negative score). */
export interface Colocation {
  readonly kind: 'colocation';
  readonly id: string;
  readonly dependent: Participant;
  readonly with: Participant;
  /** As written. */
  readonly score: string;
}

/** The first is done before the second; with `symmetrical` stopping goes the other way round. */
export interface Ordering {
  readonly kind: 'order';
  readonly id: string;
  readonly first: Participant;
  readonly then: Participant;
  readonly strength: 'Mandatory' | 'Optional' | 'Serialize';
  readonly symmetrical: boolean;
  /** One of the firsts of this constraint is enough. */
  readonly anyOf: boolean;
}

/** Where a resource may, should or must not run. */
export interface Placement {
  readonly kind: 'location';
  readonly id: string;
  /** A name, or a pattern of names. */
  readonly resource: Participant;
  readonly isPattern: boolean;
  readonly node: string | undefined;
  /** As written; undefined: the rules say. */
  readonly score: string | undefined;
  readonly rules: readonly Rule[];
}

/** A resource may run only while the cluster has a ticket. */
export interface TicketDependency {
  readonly kind: 'rsc_ticket';
  readonly id: string;
  readonly ticket: string;
  readonly resource: Participant;
}

export type Constraint = Colocation | Ordering | Placement | TicketDependency;

/** A resource with the role or action that is meant; empty: any role; `start`, or what the first of two does. */
export interface Participant {
  readonly name: string;
  readonly qualifier: string;
}

/**
 * What a constraint says about single resources: sets are taken apart as Pacemaker does it. Empty for other statements
 * and for those that are not whole.
 */
export function expand(statement: Statement): Constraint[] {
  const id = statement.name?.text ?? '';
  switch (statement.kind) {
    case 'colocation':
      return colocations(id, statement);
    case 'order':
      return orderings(id, statement);
    case 'location':
      return placements(id, statement);
    case 'rsc_ticket':
      return participants(statement).map((resource) => ({
        kind: 'rsc_ticket',
        id,
        ticket: statement.ticket ?? '',
        resource,
      }));
    default:
      return [];
  }
}

const participants = ({ members, resourceSets }: Statement): Participant[] =>
  resourceSets?.flatMap(inSet) ?? members.map(({ name, qualifier }) => ({ name, qualifier: qualifier ?? '' }));

const inSet = ({ members, qualifier }: ResourceSet): Participant[] => members.map((name) => ({ name, qualifier }));

/**
 * Two resources: the first goes to the second. Sets: each member goes to the one before it, the first set to the last
 * member of the next (pacemaker 2.1.5, lib/pacemaker/pcmk_sched_colocation.c, unpack_colocation_set, colocate_rsc_sets).
 */
function colocations(id: string, statement: Statement): Colocation[] {
  const score = statement.score?.text ?? '0';
  const pair = (dependent: Participant, other: Participant): Colocation => ({
    kind: 'colocation',
    id,
    dependent,
    with: other,
    score,
  });
  const sets = statement.resourceSets;
  if (!sets) {
    const [first, second] = participants(statement);
    return first && second ? [pair(first, second)] : [];
  }
  const apart = score.startsWith('-');
  return sets.flatMap((set, i) => {
    const own = inSet(set);
    const within = !set.sequential
      ? []
      : own.flatMap((member, j) =>
          (apart ? own.slice(0, j) : own.slice(Math.max(0, j - 1), j)).map((before) => pair(member, before)),
        );
    const next = sets[i + 1];
    if (!next) return within;
    const dependents = set.sequential ? own.slice(0, 1) : own;
    const others = next.sequential ? inSet(next).slice(-1) : inSet(next);
    return [...within, ...dependents.flatMap((one) => others.map((other) => pair(one, other)))];
  });
}

/** Sets: each member before the next, the last of a set before the first of the next (pcmk_sched_ordering.c, order_rsc_sets). */
function orderings(id: string, statement: Statement): Ordering[] {
  const symmetry = statement.constraintAttributes.find(({ name }) => name === 'symmetrical')?.value.toLowerCase();
  const strength = strengthOf(statement.score?.text);
  const symmetrical = symmetry === undefined ? strength !== 'Serialize' : /^(?:true|yes|on)$/.test(symmetry);
  const pair = (first: Participant, then: Participant, anyOf = false): Ordering => ({
    kind: 'order',
    id,
    first,
    then,
    strength,
    symmetrical,
    anyOf,
  });
  const sets = statement.resourceSets;
  if (!sets) {
    const [first, second] = participants(statement);
    return first && second ? [pair(first, second)] : [];
  }
  return sets.flatMap((set, i) => {
    const own = toStart(set);
    const within = set.sequential ? own.slice(1).flatMap((member, j) => pair(own[j] ?? member, member)) : [];
    const next = sets[i + 1];
    if (!next) return within;
    const firsts = set.sequential ? own.slice(-1) : own;
    const thens = next.sequential ? toStart(next).slice(0, 1) : toStart(next);
    return [...within, ...firsts.flatMap((first) => thens.map((then) => pair(first, then, !set.requireAll)))];
  });
}

/** A set without an action starts: unlike the second of two it does not take over what stands before it. */
const toStart = (set: ResourceSet): Participant[] =>
  inSet(set).map(({ name, qualifier }) => ({ name, qualifier: qualifier === '' ? 'start' : qualifier }));

/** A score says whether it is mandatory (crmsh 4.4.1, crmsh/parse.py, score_to_kind). */
function strengthOf(text: string | undefined): Ordering['strength'] {
  const word = text?.toLowerCase();
  if (word === 'serialize') return 'Serialize';
  return word === 'optional' || word === '0' ? 'Optional' : 'Mandatory';
}

function placements(id: string, statement: Statement): Placement[] {
  const { pattern, node, score, rules, constraintAttributes } = statement;
  const role = constraintAttributes.findLast(({ name }) => name.toLowerCase() === 'role')?.value ?? '';
  const resources =
    pattern === undefined
      ? participants(statement).slice(0, statement.resourceSets ? undefined : 1)
      : [{ name: pattern, qualifier: '' }];
  return resources.map(({ name, qualifier }) => ({
    kind: 'location',
    id,
    resource: { name, qualifier: qualifier === '' ? role : qualifier },
    isPattern: pattern !== undefined,
    node: node?.name,
    score: score?.text,
    rules,
  }));
}

const constraintKinds = new Set(['location', 'colocation', 'order', 'rsc_ticket']);

/** The constraints that name a resource, taken apart; those only that it takes part in. Patterns are not looked at. */
export const constraintsOf = (configuration: Configuration, name: string): readonly Constraint[] =>
  kept(configuration, 'constraints', name, () => constraintsNaming(configuration, name));

function constraintsNaming(configuration: Configuration, name: string): Constraint[] {
  const seen = new Set<Statement>();
  return usesOf(configuration, 'crm.resource', name).flatMap((found) => {
    const statement = statementOf(found);
    if (!statement || seen.has(statement) || !constraintKinds.has(statement.kind)) return [];
    seen.add(statement);
    return expand(statement).filter((constraint) => namesIn(constraint).includes(name));
  });
}

/** The resources that a constraint is about. */
export function namesIn(constraint: Constraint): string[] {
  switch (constraint.kind) {
    case 'colocation':
      return [constraint.dependent.name, constraint.with.name];
    case 'order':
      return [constraint.first.name, constraint.then.name];
    default:
      return [constraint.resource.name];
  }
}

/** All constraints of the configuration, taken apart, with the statement that each comes from. */
export function allConstraints({ around }: Configuration): (Constraint & { readonly placed: Placed })[] {
  return [...around.declared('crm.constraint')].flatMap(({ name }) => {
    const [found] = around.declarations('crm.constraint', name);
    const statement = found && statementOf(found);
    return statement ? expand(statement).map((constraint) => ({ ...constraint, placed: { statement, found } })) : [];
  });
}

/** What has to be done before a resource starts: names and what of them. */
export const before = (configuration: Configuration, name: string): Ordering[] =>
  constraintsOf(configuration, name).filter(
    (constraint): constraint is Ordering => constraint.kind === 'order' && constraint.then.name === name,
  );

/** What waits for a resource. */
export const after = (configuration: Configuration, name: string): Ordering[] =>
  constraintsOf(configuration, name).filter(
    (constraint): constraint is Ordering => constraint.kind === 'order' && constraint.first.name === name,
  );

/** What is placed by, or places, a resource. */
export const together = (configuration: Configuration, name: string): Colocation[] =>
  constraintsOf(configuration, name).filter((constraint): constraint is Colocation => constraint.kind === 'colocation');
