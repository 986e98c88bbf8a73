import type { Surroundings } from '../../../core/language';
import type { Step } from '../../../core/model/shown';
import type { SymbolOf } from '../../../core/model/symbols';
import type { Found } from '../../../core/workspace/unit';
import {
  type Configuration,
  containersOf,
  declarationOf,
  type Placed,
  statementOf,
  usesOf,
} from '../effective/configuration';
import { after, before, type Ordering } from '../effective/constraints';
import type { CrmFacts } from '../facts';

/**
 * What starts before a resource, or after it: by order constraints, its own and those of the containers round it, and by
 * its place in a group.
 */
export function crmSequence(
  { name, namespaces }: SymbolOf,
  direction: 'before' | 'after',
  around: Surroundings,
  facts: CrmFacts,
): readonly Step[] {
  if (!namespaces.includes('crm.resource')) return [];
  const configuration = { around, facts };
  const containers = containersOf(configuration, name);
  const names = [name, ...containers.flatMap(({ statement }) => statement.name?.text ?? [])];
  return [
    ...inGroup(configuration, containers, name, direction),
    ...names.flatMap((each) => byConstraints(configuration, each, direction)),
  ];
}

function byConstraints(configuration: Configuration, name: string, direction: 'before' | 'after'): Step[] {
  const orderings = direction === 'before' ? before(configuration, name) : after(configuration, name);
  return orderings.flatMap((ordering) => {
    const other = direction === 'before' ? ordering.first.name : ordering.then.name;
    const found = declared(configuration, other);
    const said = usesOf(configuration, 'crm.constraint', ordering.id).find(({ entry }) => entry.role === 'declaration');
    const saidAt = said && memberSpan(said, name);
    return found && said && saidAt ? [{ found, detail: detailOf(ordering), said, saidAt }] : [];
  });
}

/** `o1: promote → start`, and how strong it is where that is not as usual. */
function detailOf({ id, first, then, strength }: Ordering): string {
  const action = first.qualifier || 'start';
  const actions = `${action} → ${then.qualifier || action}`;
  return `${id}: ${actions}${strength === 'Mandatory' ? '' : ` (${strength})`}`;
}

const declared = (configuration: Configuration, name: string): Found | undefined =>
  declarationOf(configuration, name)?.found;

const memberSpan = (found: Found, name: string) =>
  statementOf(found)?.members.find((member) => member.name === name)?.span;

/** The neighbour in the group. */
function inGroup(
  configuration: Configuration,
  containers: readonly Placed[],
  name: string,
  direction: 'before' | 'after',
): Step[] {
  return containers.flatMap(({ statement, found: said }) => {
    const at = statement.members.findIndex((member) => member.name === name);
    const other = statement.members[direction === 'before' ? at - 1 : at + 1];
    const own = statement.members[at];
    const found = other && statement.kind === 'group' && at >= 0 ? declared(configuration, other.name) : undefined;
    return found && own ? [{ found, detail: `group ${statement.name?.text ?? ''}`, said, saidAt: own.span }] : [];
  });
}
