import type { Surroundings } from '../../core/language';
import type { Entry } from '../../core/model/entries';
import type { SymbolOf } from '../../core/model/symbols';
import type { Found } from '../../core/workspace/unit';
import type { Statement } from './statement';

/** The namespace that a statement declares its name in. */
export function idNamespace(statement: string): string {
  switch (statement) {
    case 'rsc_template':
      return 'crm.template';
    case 'location':
    case 'colocation':
    case 'order':
    case 'rsc_ticket':
      return 'crm.constraint';
    case 'node':
    case 'tag':
    case 'role':
    case 'alert':
      return `crm.${statement}`;
    case 'user':
    case 'acl_target':
    case 'acl_group':
      return 'crm.user';
    default:
      return 'crm.resource';
  }
}

/** Elements of the CIB share one space of ids: what has an id is found under it, whatever names it. */
const ids = [
  'crm.resource',
  'crm.template',
  'crm.tag',
  'crm.constraint',
  'crm.role',
  'crm.alert',
  'crm.set-id',
  'crm.id-mention',
];
/** A node is a host for DRBD. */
const nodes = ['crm.node', 'crm.node-mention', 'drbd.host'];
const drbdResource = ['drbd.resource', 'drbd.resource-mention'];
const volume = ['drbd.volume-number', 'drbd.volume-number-mention'];

const groups: readonly (readonly string[])[] = [
  ids,
  nodes,
  drbdResource,
  volume,
  ['crm.user'],
  ['crm.ticket'],
  ['crm.node-attribute', 'crm.node-attribute-mention'],
  ['crm.utilization'],
];
const groupOf: ReadonlyMap<string, readonly string[]> = new Map(
  groups.flatMap((group) => group.map((namespace) => [namespace, group] as const)),
);

/** What an entry is for navigation. */
export function crmSymbolOf({ namespace, name, role }: Entry, around: Surroundings): SymbolOf | undefined {
  if (namespace === 'drbd.device-use') return volumeAt(name, around);
  const group = groupOf.get(namespace);
  if (!group || role === 'mark') return undefined;
  if (group === volume) return { ...volumeSymbol(name, around), role, named: numbered(name) };
  const guest = { namespace: 'crm.remote-node', name, role: 'declaration' } as const;
  // A remote node is called like the resource that connects to it.
  if ((group === ids || group === nodes) && isRemote(name, around))
    return { namespaces: [...ids, ...nodes], name, role };
  if (group === nodes) return { namespaces: nodes, name, role, also: [guest], mayBeUndeclared: true };
  return { namespaces: group, name, role, ...(group === drbdResource && { mayBeUndeclared: true }) };
}

const isRemote = (name: string, around: Surroundings): boolean =>
  around
    .declarations('crm.resource', name)
    .some((found) => statementIn(found)?.agent?.value.endsWith('pacemaker:remote') === true);

const statementIn = ({ unit }: Found): Statement | undefined =>
  (unit.model as { readonly statement?: Statement }).statement;

/** The volume that a device's path leads to. */
function volumeAt(path: string, around: Surroundings): SymbolOf | undefined {
  for (const namespace of ['drbd.device', 'drbd.by-disk']) {
    const [found] = around.lookup(namespace, path);
    if (found?.entry.value !== undefined)
      return { ...volumeSymbol(found.entry.value, around), role: 'reference', isPath: true };
  }
  return undefined;
}

/** A volume with all paths that lead to it. */
function volumeSymbol(name: string, around: Surroundings): Omit<SymbolOf, 'role'> {
  const found = around.lookup('drbd.volume', name);
  const paths = new Set(
    found.flatMap(({ unit }) =>
      unit.entries
        .filter(({ namespace, value }) => pathNamespaces.has(namespace) && value === name)
        .map((entry) => entry.name),
    ),
  );
  const isNumbered = around.declarations('drbd.volume-number', name).length > 0;
  return {
    namespaces: volume,
    name,
    also: [
      { namespace: 'drbd.volume', name, role: isNumbered ? 'reference' : 'declaration' },
      ...[...paths].flatMap((path) =>
        ['drbd.device-use', 'drbd.by-disk'].map((namespace) => ({ namespace, name: path, role: 'reference' }) as const),
      ),
    ],
  };
}

const pathNamespaces = new Set(['drbd.device', 'drbd.by-disk']);

/** Of a volume only the number is written. */
const numbered = (name: string) => (text: string) => `${name.slice(0, name.lastIndexOf('/'))}/${text}`;

/**
 * A constraint that DRBD's fence-peer handler made: `drbd-fence-by-handler-RESOURCE-CLONE` (crm-fence-peer.9.sh of drbd-utils
 * 9.22); early ones left the resource out.
 */
export function guardIn({
  kind,
  name,
  members,
}: Statement): { readonly prefix: string; readonly resource: string | undefined; readonly master: string } | undefined {
  const prefix = 'drbd-fence-by-handler-';
  const master = members[0]?.name;
  if (kind !== 'location' || master === undefined || !name?.text.startsWith(prefix)) return undefined;
  if (!name.text.endsWith(`-${master}`)) return undefined;
  const resource = name.text.slice(prefix.length, -master.length - 1);
  return { prefix, resource: resource === '' ? undefined : resource, master };
}
