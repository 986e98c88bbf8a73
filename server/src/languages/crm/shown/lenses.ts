import type { Surroundings } from '../../../core/language';
import type { Lens } from '../../../core/model/shown';
import type { Found, Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import type { Statement } from '../statement';

const resources = new Set(['primitive', 'group', 'clone', 'ms', 'bundle', 'rsc_template', 'node']);
const constraints = new Set(['location', 'colocation', 'order', 'rsc_ticket']);

/** How many constraints speak of a resource or a node, and what it is part of. */
export function crmLenses({ model: { statement } }: Unit<CrmModel>, around: Surroundings): readonly Lens[] {
  const name = statement?.name;
  if (!statement || !name || !resources.has(statement.kind)) return [];
  const uses = usesOf(statement.kind, name.text, around);
  const span = { start: name.span.start, end: name.span.end };
  const limits = uses.filter((found) => constraints.has(statementOf(found)?.kind ?? ''));
  const users = uses.filter((found) => isUser(statementOf(found), name.text));
  return [
    ...(limits.length > 0 ? [{ kind: 'constraints', span, title: countText(limits.length), places: limits }] : []),
    ...(users.length > 0 ? [{ kind: 'usedBy', span, title: usersText(users), places: users }] : []),
  ];
}

/** References to a name, one of each statement. */
function usesOf(kind: string, name: string, around: Surroundings): readonly Found[] {
  const namespaces = kind === 'node' ? ['crm.node'] : ['crm.resource', 'crm.template'];
  const units = new Map<Found['unit'], Found>();
  for (const namespace of namespaces)
    for (const found of (around.own ?? around).lookup(namespace, name))
      if (found.entry.role === 'reference' && !units.has(found.unit)) units.set(found.unit, found);
  return [...units.values()];
}

const statementOf = ({ unit }: Found): Statement | undefined => (unit.model as Partial<CrmModel>).statement;

const isUser = (statement: Statement | undefined, name: string): boolean =>
  statement !== undefined &&
  (['group', 'clone', 'ms', 'bundle', 'tag'].includes(statement.kind) || statement.template?.name === name);

const countText = (count: number) => ({
  en: count === 1 ? '1 constraint' : `${count} constraints`,
  ja: `制約 ${count} 件`,
});

/** Most names that a lens shows. */
const most = 3;

function usersText(users: readonly Found[]) {
  const names = users.map((found) => statementOf(found)?.name?.text ?? '');
  const shown = names.slice(0, most).join(', ');
  const more = names.length - most;
  return {
    en: `used by ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    ja: `${shown}${more > 0 ? ` ほか ${more} 件` : ''} から参照`,
  };
}
