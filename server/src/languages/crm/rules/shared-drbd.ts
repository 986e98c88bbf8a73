import { getOrAdd } from '../../../base/maps';
import type { Span } from '../../../base/span';
import type { RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { type Configuration, containersOf, declarationOf, type Placed } from '../effective/configuration';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Statement } from '../statement';

/** A name of the other language as it stands in a statement. */
export interface Named {
  readonly name: string;
  readonly span: Span;
}

/** The DRBD resource that a primitive manages; undefined for others, and for one that is filled in later. */
export function drbdResourceOf(statement: Statement | undefined): Named | undefined {
  if (statement?.kind !== 'primitive' || !statement.agent?.value.endsWith(':drbd')) return undefined;
  const said = attributesOf(statement, 'params').find(({ name }) => name === 'drbd_resource');
  return said?.value && said.valueSpan && !isTemplated(said.value)
    ? { name: said.value, span: said.valueSpan }
    : undefined;
}

/** Whether DRBD files of the cluster are known, and the resource is among them. */
export const isKnownResource = ({ nearby }: RuleContext, resource: string): boolean =>
  nearby.declarations('drbd.resource', resource).length > 0;

/** The hosts of a DRBD resource, as its files name them. */
export const hostsOf = ({ nearby }: RuleContext, resource: string): string[] => [
  ...new Set(nearby.lookup('drbd.resource-host', resource).map(({ entry }) => entry.value ?? '')),
];

/** The nodes that the configuration names. */
export const nodesOf = (context: RuleContext): string[] =>
  context.lookup('crm.kind', 'node').flatMap(({ unit }) => (unit.model as CrmModel).statement?.name?.text ?? []);

/** The configuration round a unit, as far as rules may look. */
export const configurationOf = (unit: Unit<CrmModel>, { lookup, declarations }: RuleContext): Configuration =>
  getOrAdd(configurations, lookup, () => ({
    around: { lookup, declarations, declared: () => [], declaredNames: () => [] },
    facts: unit.model.facts,
    answers: new Map(),
  }));

/** One for all rules of a unit, by what they ask through: what one has asked the next need not. */
const configurations = new WeakMap<RuleContext['lookup'], Configuration>();

/** The promotable clones of the primitives that manage a DRBD resource. */
export function clonesOf(unit: Unit<CrmModel>, context: RuleContext, resource: string): string[] {
  const configuration = configurationOf(unit, context);
  return primitivesOf(context, resource).flatMap((primitive) => {
    const outer = containersOf(configuration, primitive).findLast(isClone);
    return outer?.statement.name?.text ?? [];
  });
}

/** The primitives that manage a DRBD resource. */
export const primitivesOf = (context: RuleContext, resource: string): string[] =>
  context.lookup('drbd.resource', resource).flatMap(({ unit }) => (unit.model as CrmModel).statement?.name?.text ?? []);

const isClone = ({ statement }: Placed): boolean => statement.kind === 'clone' || statement.kind === 'ms';

/** The value of a meta attribute of a clone, with where it stands. */
export function metaOf(statement: Statement, ...names: string[]): (Named & { readonly value: string }) | undefined {
  const said = attributesOf(statement, 'meta').find(({ name }) => names.includes(name));
  return said?.value && said.valueSpan ? { name: said.name, value: said.value, span: said.valueSpan } : undefined;
}

/** The DRBD resource whose primitive a clone holds. */
export function clonedResource(unit: Unit<CrmModel>, context: RuleContext): string | undefined {
  const child = unit.model.statement?.members[0]?.name;
  const declared = child === undefined ? undefined : declarationOf(configurationOf(unit, context), child);
  return drbdResourceOf(declared?.statement)?.name;
}
