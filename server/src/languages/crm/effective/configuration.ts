import { getOrAdd } from '../../../base/maps';
import type { Surroundings } from '../../../core/language';
import type { Found } from '../../../core/workspace/unit';
import type { CrmFacts } from '../facts';
import type { CrmModel } from '../model';
import type { Statement } from '../statement';

/** What the questions of this folder are asked about: the statements round one place, and what is known of words. */
export interface Configuration {
  readonly around: Pick<Surroundings, 'lookup' | 'declarations' | 'declared' | 'declaredNames' | 'own'>;
  readonly facts: CrmFacts;
  /** Answers that were given already, where nothing can change while they are asked. */
  readonly answers?: Map<string, unknown>;
}

/** An answer, kept by the configuration if it keeps any. */
export const kept = <T>({ answers }: Configuration, question: string, name: string, answer: () => T): T =>
  answers ? (getOrAdd(answers, `${question} ${name}`, answer) as T) : answer();

/** A statement and where it was found. */
export interface Placed {
  readonly statement: Statement;
  readonly found: Found;
}

/** The statement that an entry stands in; undefined in files that have none. */
export const statementOf = (found: Found): Statement | undefined => (found.unit.model as Partial<CrmModel>).statement;

/** All entries of a name in the own configuration; in all files where it is not known there. */
export function usesOf({ around }: Configuration, namespace: string, name: string): readonly Found[] {
  const own = around.own?.lookup(namespace, name) ?? [];
  return own.length > 0 ? own : around.lookup(namespace, name);
}

/** The statement that declares a resource or a template; undefined: none that is known. */
export function declarationOf(configuration: Configuration, name: string): Placed | undefined {
  for (const namespace of ['crm.resource', 'crm.template'])
    for (const found of usesOf(configuration, namespace, name)) {
      const statement = found.entry.role === 'declaration' ? statementOf(found) : undefined;
      if (statement) return { statement, found };
    }
  return undefined;
}

const containerKinds = new Set(['group', 'clone', 'ms', 'bundle']);

/** A container is at most a clone of a group; deeper chains are mistakes, and may be circles. */
const deepest = 4;

/** The groups, clones and bundles round a resource, from the inside out. */
export const containersOf = (configuration: Configuration, name: string): readonly Placed[] =>
  kept(configuration, 'containers', name, () => containersRound(configuration, name));

function containersRound(configuration: Configuration, name: string): Placed[] {
  const containers: Placed[] = [];
  for (let inner: string | undefined = name; inner !== undefined && containers.length < deepest; ) {
    const outer = containerOf(configuration, inner);
    if (outer) containers.push(outer);
    inner = outer?.statement.name?.text;
  }
  return containers;
}

function containerOf(configuration: Configuration, name: string): Placed | undefined {
  for (const found of usesOf(configuration, 'crm.member', name)) {
    const statement = statementOf(found);
    if (statement && containerKinds.has(statement.kind)) return { statement, found };
  }
  return undefined;
}

/** The names in a container, directly; empty for anything else. */
export function membersOf(configuration: Configuration, name: string): string[] {
  const statement = declarationOf(configuration, name)?.statement;
  return statement && containerKinds.has(statement.kind) ? statement.members.map((member) => member.name) : [];
}
