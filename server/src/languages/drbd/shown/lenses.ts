import type { Surroundings } from '../../../core/language';
import type { Lens } from '../../../core/model/shown';
import type { Found, Unit } from '../../../core/workspace/unit';
import type { DrbdModel } from '../model';

/** Who uses a resource: others that wait for it or stand on it, and the cluster. */
export function drbdLenses({ entries }: Unit<DrbdModel>, around: Surroundings): readonly Lens[] {
  return entries.flatMap(({ namespace, role, name, span }) => {
    if (namespace !== 'drbd.resource' || role !== 'declaration') return [];
    const users = new Map<string, Found>();
    for (const found of around.lookup('drbd.resource', name)) {
      const user = found.entry.role === 'reference' ? userName(found) : undefined;
      if (user !== undefined && !users.has(user)) users.set(user, found);
    }
    if (users.size === 0) return [];
    const names = [...users.keys()].join(', ');
    const title = { en: `used by ${names}`, ja: `${names} から参照` };
    return [{ kind: 'usedBy', span, title, places: [...users.values()] }];
  });
}

/** The resource, of either language, that a use stands in. */
const userName = ({ unit }: Found): string | undefined =>
  unit.entries.find(
    ({ namespace, role }) => role === 'declaration' && (namespace === 'drbd.resource' || namespace === 'crm.resource'),
  )?.name;
