import { own } from '../../../../base/maps';
import type { Permission, Statement } from '../../statement';
import { element, type XmlElement } from '../xml';
import type { LowerContext } from './context';
import { filled } from './sets';

/** `acl_target` and `acl_group`. */
export function lowerAclTarget({ kind, id, members }: Statement): XmlElement {
  return element(
    kind,
    { id: id?.value },
    members.map(({ word }) => element('role', { id: word.value })),
  );
}

/** `user`: rights and roles as they were before schema 2.0 (crmsh 4.4.1, crmsh/parse.py, parse_user). */
export function lowerUser({ id, members, permissions }: Statement): XmlElement {
  const parts = [
    ...members.map(({ name, span }) => ({ at: span.start, part: element('role_ref', { id: name }) })),
    ...permissions.map((right) => ({ at: right.at, part: formerPermission(right) })),
  ];
  const inOrder = parts.toSorted((one, other) => one.at - other.at);
  return element(
    'acl_user',
    { id: id?.value },
    inOrder.map(({ part }) => part),
  );
}

/** `role` (crmsh 4.4.1, crmsh/parse.py, parse_role). */
export function lowerRole({ id, description, permissions }: Statement, { schema }: LowerContext): XmlElement {
  if (!schema.permissions) return element('acl_role', { id: id?.value }, permissions.map(formerPermission));
  return element('acl_role', { id: id?.value, description: filled(description) }, permissions.flatMap(permission));
}

const specNames: Readonly<Record<string, string>> = {
  xpath: 'xpath',
  ref: 'reference',
  reference: 'reference',
  tag: 'object-type',
  type: 'object-type',
  attr: 'attribute',
  attribute: 'attribute',
};

/** A right is about a path, an element by id, or a kind of element: one that is about several is as many elements. */
function permission({ right, id, description, specs }: Permission): XmlElement[] {
  const about = new Map(specs.map((spec) => modernSpec(spec)));
  const common = { kind: right.toLowerCase(), id: filled(id), description: filled(description) };
  return ['xpath', 'reference', 'object-type'].flatMap((name) => {
    const value = about.get(name);
    if (value === undefined) return [];
    const attribute = name === 'object-type' ? about.get('attribute') : undefined;
    return [element('acl_permission', { ...common, [name]: value, attribute })];
  });
}

function modernSpec(spec: string): readonly [string, string] {
  const [head, value] = parted(spec);
  return Object.hasOwn(specNames, head) ? [specNames[head] ?? head, value ?? ''] : ['xpath', shortcutPath(head, value)];
}

/** A right of the old kind: an element of its own (crmsh 4.4.1, crmsh/parse.py, _add_rule). */
function formerPermission({ right, specs }: Permission): XmlElement {
  const about = specs.map((spec) => {
    const [head, value] = parted(spec);
    return Object.hasOwn(shortcuts, head) ? ['xpath', shortcutPath(head, value)] : [head, value ?? ''];
  });
  return element(right.toLowerCase(), Object.fromEntries(about));
}

function parted(spec: string): readonly [string, string | undefined] {
  const colon = spec.indexOf(':');
  return colon < 0 ? [spec, undefined] : [spec.slice(0, colon), spec.slice(colon + 1)];
}

/** Paths with places for words (crmsh 4.4.1, crmsh/constants.py, acl_shortcuts). */
const shortcuts: Readonly<Record<string, readonly string[]>> = {
  meta: ["//primitive[@id='@@']/meta_attributes", "/nvpair[@name='@@']"],
  params: ["//primitive[@id='@@']/instance_attributes", "/nvpair[@name='@@']"],
  utilization: ["//primitive[@id='@@']/utilization"],
  location: ["//rsc_location[@id='cli-prefer-@@' and @rsc='@@']"],
  property: ['//crm_config/cluster_property_set', "/nvpair[@name='@@']"],
  nodeattr: ['//nodes/node/instance_attributes', "/nvpair[@name='@@']"],
  nodeutil: ['//nodes/node/utilization', "[@uname='@@']"],
  node: ['//nodes/node', "[@uname='@@']"],
  status: ['/cib/status'],
  cib: ['/cib'],
};

/** The path that a shortcut means: parts without a place take no word (crmsh 4.4.1, _expand_shortcuts_2). */
function shortcutPath(head: string, value: string | undefined): string {
  const parts = [...(own(shortcuts, head) ?? [])];
  if (value === undefined) return parts[0] ?? '';
  let path = '';
  for (const word of value.split(':')) {
    while (parts[0] !== undefined && !parts[0].includes('@@')) path += parts.shift() ?? '';
    path += (parts.shift() ?? '').replaceAll('@@', () => word);
  }
  return path.replaceAll('\\', '');
}
