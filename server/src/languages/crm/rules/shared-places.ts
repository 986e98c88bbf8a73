import type { Found } from '../../../core/workspace/unit';
import { type Configuration, statementOf } from '../effective/configuration';
import { constraintsOf, type Placement } from '../effective/constraints';
import { constraintsAt, isCrowded } from './shared-graph';

/** A constraint that places a resource on one node whatever else holds, with the statement that says so. */
export interface Place {
  readonly node: string;
  /** As written. */
  readonly score: string;
  readonly id: string;
  readonly found: Found | undefined;
}

/** The unconditional places of a resource: `SCORE: NODE`, and rules that hold on one named node only. */
export function placesOf(configuration: Configuration, name: string): Place[] {
  return constraintsAt(configuration, name).flatMap((constraint): Place[] => {
    if (constraint.kind !== 'location' || constraint.isPattern || constraint.resource.qualifier !== '') return [];
    const found = configuration.around
      .lookup('crm.constraint', constraint.id)
      .find((one) => statementOf(one)?.kind === 'location');
    return scored(constraint).map((place) => ({ ...place, id: constraint.id, found }));
  });
}

function scored({ node, score, rules }: Placement): { node: string; score: string }[] {
  if (node !== undefined) return [{ node, score: score ?? '0' }];
  return rules.flatMap((rule) => {
    const [expression] = rule.expressions;
    if (rule.expressions.length !== 1 || rule.role !== undefined || expression?.kind !== 'comparison') return [];
    if (expression.attribute !== '#uname' || expression.operator !== 'eq') return [];
    return [{ node: expression.value, score: rule.score ?? 'inf' }];
  });
}

/** Whether something besides plain places says where a resource runs: rules, patterns, roles. */
export const hasOtherPlaces = (configuration: Configuration, name: string): boolean =>
  isCrowded(configuration, name) ||
  constraintsOf(configuration, name).some(
    (constraint) =>
      constraint.kind === 'location' &&
      (constraint.isPattern ||
        constraint.resource.qualifier !== '' ||
        (constraint.node === undefined && scored(constraint).length === 0)),
  );

/** Whether a score lets a resource run on a node where nothing is allowed by default; zero does. */
export const isAllowing = (score: string): boolean =>
  /^\+?(?:inf(?:inity)?|mandatory)$/i.test(score) || Number(score) >= 0;
