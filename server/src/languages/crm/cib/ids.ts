import { childrenOf, type XmlElement } from './xml';

/** Elements that have no id of their own (crmsh 4.4.1, crmsh/cibconfig.py, fix_node_ids). */
const without = new Set([
  ...['operations', 'fencing-topology', 'network', 'docker', 'rkt', 'storage', 'select'],
  ...['select_attributes', 'select_fencing', 'select_nodes', 'select_resources'],
]);

/** Their id names another element. */
const references = new Set(['resource_ref', 'obj_ref', 'crmsh-ref']);

/** What stands behind the owner's id (crmsh 4.4.1, crmsh/constants.py, subpfx_list). */
const suffixes: Readonly<Record<string, string>> = {
  instance_attributes: 'instance_attributes',
  meta_attributes: 'meta_attributes',
  utilization: 'utilization',
  operations: 'ops',
  rule: 'rule',
  expression: 'expression',
  date_expression: 'expression',
  duration: 'duration',
  date_spec: 'date_spec',
  read: 'read',
  write: 'write',
  deny: 'deny',
};

/** What the ids of elements below an element without an id begin with. */
const firstPrefixes: Readonly<Record<string, string>> = {
  node: 'node',
  primitive: 'rsc',
  template: 'rsc',
  master: 'grp',
  group: 'grp',
  clone: 'grp',
  rsc_location: 'location',
  'fencing-topology': 'fencing',
  tags: 'tag',
  alerts: 'alert',
};

/** How many ids crmsh tries before it takes one that is used. */
const tries = 99;

/** Whether crmsh gives an element an id where it has none. */
export const needsId = ({ tag, attributes }: XmlElement): boolean =>
  !references.has(tag) && !without.has(tag) && !attributes.has('id-ref');

/** What the ids below an object begin with where it has none itself. */
export const firstPrefix = (tag: string): string =>
  Object.hasOwn(firstPrefixes, tag) ? (firstPrefixes[tag] ?? '') : '';

/** What the ids below an element begin with. */
export const prefixBelow = ({ tag, attributes }: XmlElement, inherited: string): string =>
  (tag === 'node' ? attributes.get('uname') : undefined) ?? attributes.get('id') ?? inherited;

/** The id that crmsh would like to give an element; a number is put behind it where it is used. */
export const usualId = (target: XmlElement, prefix: string): string =>
  wantedId(target, /^\d+$/.test(prefix) && target.tag !== 'node' ? `num-${prefix}` : prefix);

/** Gives out ids as crmsh does; one per CIB (crmsh 4.4.1, crmsh/idmgmt.py). */
export class Ids {
  private readonly used = new Set<string>();

  /** The id that an element has, else a new one. Either counts as used from now on. */
  give(target: XmlElement, prefix: string): string {
    const own = target.attributes.get('id') || target.attributes.get('uname') || this.create(target, prefix);
    target.attributes.set('id', own);
    this.used.add(own);
    return own;
  }

  /** Marks an id as used. */
  take(id: string): void {
    this.used.add(id);
  }

  /** Gives ids to an element and to all below it that need one, in document order. */
  fill(root: XmlElement): void {
    this.fillBelow(root, firstPrefix(root.tag));
  }

  private fillBelow(target: XmlElement, inherited: string): void {
    if (needsId(target)) this.give(target, inherited);
    const prefix = prefixBelow(target, inherited);
    for (const child of childrenOf(target)) this.fillBelow(child, prefix);
  }

  private create(target: XmlElement, prefix: string): string {
    const wanted = usualId(target, prefix);
    if (!this.used.has(wanted)) return wanted;
    for (let i = 0; i < tries; i++) if (!this.used.has(`${wanted}-${i}`)) return `${wanted}-${i}`;
    return wanted;
  }
}

function wantedId({ tag, attributes }: XmlElement, prefix: string): string {
  const name = attributes.get('name') ?? 'None';
  if (tag === 'nvpair') return `${prefix}-${name}`;
  const interval = attributes.get('interval');
  if (tag === 'op') return interval ? `${prefix}-${name}-${interval}` : `${prefix}-${name}`;
  const suffix = Object.hasOwn(suffixes, tag) ? suffixes[tag] : undefined;
  return suffix === undefined ? prefix : `${prefix}-${suffix}`;
}
