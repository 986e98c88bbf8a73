import type { Surroundings } from '../../core/language';
import type { Entry } from '../../core/model/entries';
import type { SymbolOf } from '../../core/model/symbols';

const resource = ['drbd.resource', 'drbd.resource-mention'];
/** A host is a node of the cluster. */
const hosts = ['drbd.host', 'crm.node', 'crm.node-mention'];
const volume = ['drbd.volume-number', 'drbd.volume-number-mention'];

/** What an entry is for navigation. */
export function drbdSymbolOf({ namespace, name, role, value }: Entry, around: Surroundings): SymbolOf | undefined {
  switch (namespace) {
    case 'drbd.resource':
      return role === 'mark' ? undefined : { namespaces: resource, name, role };
    case 'drbd.host':
      return role === 'mark' ? undefined : { namespaces: hosts, name, role, also: guest(name) };
    case 'drbd.volume-number':
      return role === 'mark' ? undefined : { ...volumeSymbol(name, around), role };
    case 'drbd.volume':
      return { ...volumeSymbol(name, around), role: 'reference', isPath: true };
    case 'drbd.by-disk':
      return value === undefined ? undefined : { ...volumeSymbol(value, around), role: 'reference', isPath: true };
    default:
      return undefined;
  }
}

/** A virtual machine or container that is a node. */
const guest = (name: string): NonNullable<SymbolOf['also']> => [
  { namespace: 'crm.remote-node', name, role: 'declaration' },
];

/** Who speaks of a volume by a path: the other language, and the link that is named by the disk. */
const pathNamespaces = ['drbd.device-use', 'drbd.by-disk'];

/** A volume (`r0/0`) with all paths that lead to it. */
function volumeSymbol(name: string, around: Surroundings): Omit<SymbolOf, 'role'> {
  const entries = around.lookup('drbd.volume', name).flatMap(({ unit }) => unit.entries);
  const paths = entries.filter(
    ({ namespace, value }) => (namespace === 'drbd.device' || namespace === 'drbd.by-disk') && value === name,
  );
  const isNumbered = around.declarations('drbd.volume-number', name).length > 0;
  return {
    namespaces: volume,
    name,
    named: (text) => `${name.slice(0, name.lastIndexOf('/'))}/${text}`,
    also: [
      { namespace: 'drbd.volume', name, role: isNumbered ? 'reference' : 'declaration' },
      ...[...new Set(paths.map((path) => path.name))].flatMap((path) =>
        pathNamespaces.map((namespace) => ({ namespace, name: path, role: 'reference' }) as const),
      ),
    ],
  };
}
