import { childrenOf, type XmlElement } from '../xml';
import { bare, description, headId, quoted, type ShowContext, unsayable } from './words';

/** `role`, `user`, `acl_target`, `acl_group` (crmsh 4.4.1, crmsh/cibconfig.py, CibAcl). */
export function showAccess(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  return [
    `${keyword} ${id}`,
    ...description(node, context),
    ...childrenOf(node).flatMap((child) => {
      switch (child.tag) {
        case 'read':
        case 'write':
        case 'deny':
          return [showFormer(child, context)];
        case 'role_ref':
          return [`role:${bare(child.attributes.get('id'), context)}`];
        case 'role':
          return [bare(child.attributes.get('id'), context)];
        case 'acl_permission':
          return [showPermission(child, context)];
        default:
          return [];
      }
    }),
  ];
}

/** A right as it was before schema 2.0 (crmsh 4.4.1, crmsh/cliformat.py, cli_acl_rule). */
function showFormer({ tag, attributes }: XmlElement, context: ShowContext): string {
  const specs = ['xpath', 'ref', 'tag', 'attribute'].flatMap((name) => spec(name, attributes.get(name), context));
  return [tag, ...specs].join(' ');
}

const modernNames = [
  ['xpath', 'xpath'],
  ['reference', 'ref'],
  ['attribute', 'attr'],
  ['object-type', 'type'],
] as const;

/** See crmsh 4.4.1, crmsh/cliformat.py, cli_acl_permission. */
function showPermission(permission: XmlElement, context: ShowContext): string {
  const { attributes } = permission;
  const kind = attributes.get('kind');
  const id = context.exact && context.saysId(permission) ? [headId(attributes.get('id') ?? '')] : [];
  const specs = modernNames.flatMap(([attribute, name]) =>
    attributes.has(attribute) ? (spec(name, attributes.get(attribute), context)[0] ?? name) : [],
  );
  return [kind ?? unsayable, ...id, ...description(permission, context), ...specs].join(' ');
}

function spec(name: string, value: string | undefined, context: ShowContext): string[] {
  if (!value) return [];
  if (name !== 'xpath') return [`${name}:${bare(value, context)}`];
  return [shortcutFor(value) ?? `xpath:${quoted(value, context)}`];
}

const placeholder = '([a-zA-Z_][a-zA-Z0-9_.-]*)';

/** Paths with words of their own (crmsh 4.4.1, crmsh/constants.py, acl_shortcuts); the second part may be missing. */
const shortcuts = [
  ['meta', `//primitive\\[@id='@@'\\]/meta_attributes`, `/nvpair\\[@name='@@'\\]`],
  ['params', `//primitive\\[@id='@@'\\]/instance_attributes`, `/nvpair\\[@name='@@'\\]`],
  ['utilization', `//primitive\\[@id='@@'\\]/utilization`],
  ['location', `//rsc_location\\[@id='cli-prefer-@@' and @rsc='@@'\\]`],
  ['property', '//crm_config/cluster_property_set', `/nvpair\\[@name='@@'\\]`],
  ['nodeattr', '//nodes/node/instance_attributes', `/nvpair\\[@name='@@'\\]`],
  ['nodeutil', '//nodes/node/utilization', `\\[@uname='@@'\\]`],
  ['node', '//nodes/node', `\\[@uname='@@'\\]`],
  ['status', '/cib/status'],
  ['cib', '/cib'],
].flatMap(([word = '', ...parts]) =>
  parts.map((_, i) => {
    const pattern = parts
      .slice(0, i + 1)
      .join('')
      .replaceAll('@@', placeholder);
    return { word, most: i + 1, pattern: new RegExp(`^${pattern}$`) };
  }),
);

/** The short form of a path, if it has one (crmsh 4.4.1, crmsh/cliformat.py, find_acl_shortcut). */
function shortcutFor(path: string): string | undefined {
  for (const { word, most, pattern } of shortcuts) {
    const match = pattern.exec(path);
    if (match) return [word, match.slice(1, 1 + most).join(':')].filter((part) => part !== '').join(':');
  }
  return undefined;
}
