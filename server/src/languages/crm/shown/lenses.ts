import type { Surroundings } from '../../../core/language';
import type { Lens } from '../../../core/model/shown';
import type { Found, Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';

const declared = new Set(['crm.resource', 'crm.template', 'crm.node']);
const constraints = new Set(['location', 'colocation', 'order', 'rsc_ticket']);
const containers = new Set(['group', 'clone', 'ms', 'bundle', 'tag']);

/**
 * How many constraints speak of a resource or a node, and what it is part of. Names are enough to tell, so that nothing
 * is read again of large files.
 */
export function crmLenses({ entries }: Unit<CrmModel>, around: Surroundings): readonly Lens[] {
  return entries.flatMap(({ namespace, name, role, span }) => {
    if (role !== 'declaration' || !declared.has(namespace)) return [];
    const uses = usesOf(namespace, name, around);
    const limits = uses.filter(({ entry }) => constraints.has(entry.value ?? ''));
    const users = uses.filter(({ entry }) => containers.has(entry.value ?? '') || entry.namespace === 'crm.template');
    return [
      ...(limits.length > 0 ? [{ kind: 'constraints', span, title: countText(limits.length), places: limits }] : []),
      ...(users.length > 0 ? [{ kind: 'usedBy', span, title: usersText(users), places: users }] : []),
    ];
  });
}

/** References to a name, one of each statement. */
function usesOf(namespace: string, name: string, around: Surroundings): readonly Found[] {
  const units = new Map<Found['unit'], Found>();
  // Constraints name templates like resources.
  for (const one of namespace === 'crm.node' ? ['crm.node'] : ['crm.template', 'crm.resource'])
    for (const found of (around.own ?? around).lookup(one, name))
      if (found.entry.role === 'reference' && !units.has(found.unit)) units.set(found.unit, found);
  return [...units.values()].sort((a, b) => a.unit.index - b.unit.index);
}

const countText = (count: number) => ({
  en: count === 1 ? '1 constraint' : `${count} constraints`,
  ja: `制約 ${count} 件`,
});

/** Most names that a lens shows. */
const most = 3;

function usersText(users: readonly Found[]) {
  const names = users.map(ownName);
  const shown = names.slice(0, most).join(', ');
  const more = names.length - most;
  return {
    en: `used by ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    ja: `${shown}${more > 0 ? ` ほか ${more} 件` : ''} から参照`,
  };
}

/** What the statement of a use declares. */
const ownName = ({ unit }: Found): string =>
  unit.entries.find(
    ({ namespace, role }) => role === 'declaration' && (declared.has(namespace) || namespace === 'crm.tag'),
  )?.name ?? '';
