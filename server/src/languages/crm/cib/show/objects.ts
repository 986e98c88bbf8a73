import { childrenOf, isElement, type XmlComment, type XmlElement, type XmlNode } from '../xml';

/** Something that crmsh prints a statement for (crmsh 4.4.1, crmsh/cibconfig.py, CibObject). */
export interface ShownObject {
  /** The word that opens its statement. */
  readonly keyword: string;
  readonly rank: number;
  readonly id: string;
  /** As crmsh holds it; of defaults the set. */
  readonly node: XmlElement;
  /** Where crmsh looks for the ids that its own text does not say. */
  readonly origin: XmlElement;
}

/** Keywords by element, in the order in which crmsh makes and prints kinds (crmsh 4.4.1, crmsh/xmlutil.py, _sort_cli_order). */
const kinds = new Map(
  [
    ...[['node node'], ['template rsc_template'], ['primitive primitive'], ['bundle bundle'], ['group group']],
    ...[['master ms'], ['clone clone'], ['tag tag']],
    ['rsc_location location', 'rsc_colocation colocation', 'rsc_order order'],
    ['rsc_ticket rsc_ticket', 'fencing-topology fencing_topology'],
    ...[['cluster_property_set property'], ['rsc_defaults rsc_defaults'], ['op_defaults op_defaults']],
    ...[['acl_role role'], ['acl_target acl_target', 'acl_group acl_group', 'acl_user user'], ['alert alert']],
  ].flatMap((names, rank) =>
    names.map((name) => {
      const [tag = '', keyword = ''] = name.split(' ');
      return [tag, { keyword, rank }] as const;
    }),
  ),
);

/** The objects of a CIB in the order in which crmsh reads them: by kind, else as they stand. */
export function shownObjects(cib: XmlElement): ShownObject[] {
  return collect(asHeld(cib, true)).toSorted((one, other) => one.rank - other.rank);
}

function collect(parent: XmlElement): ShownObject[] {
  return childrenOf(parent).flatMap((child) => [...objectsOf(child, parent), ...collect(child)]);
}

function objectsOf(node: XmlElement, parent: XmlElement): ShownObject[] {
  const kind = kinds.get(node.tag);
  if (!kind) return [];
  if (kind.keyword === 'rsc_defaults' || kind.keyword === 'op_defaults')
    return childrenOf(node, 'meta_attributes').map((set) => ({ ...kind, ...shown(set, ''), origin: node }));
  if (node.tag === 'fencing-topology') return [{ ...kind, ...shown(node, ''), id: 'fencing_topology', origin: node }];
  const property = node.tag === 'cluster_property_set';
  return [{ ...kind, ...shown(node, property ? 'cib-bootstrap-options' : ''), origin: property ? parent : node }];
}

function shown(node: XmlElement, defaultId: string): { id: string; node: XmlElement } {
  const { children } = node;
  children.splice(0, children.length, ...commentsFirst(children).map(marked));
  return { id: node.attributes.get('id') || node.attributes.get('uname') || defaultId, node };
}

/**
 * Comments go to the front: not before the first element if that is the first of all, but before the second (crmsh 4.4.1,
 * crmsh/cibconfig.py, move_comments).
 */
function commentsFirst(children: readonly XmlNode[]): XmlNode[] {
  const elements = children.flatMap((child, i) => (isElement(child) ? [i] : []));
  const place = elements.find((i) => i > 0) ?? 0;
  if (place === 0) return [...children];
  const behind = children.slice(place);
  return [
    ...children.slice(0, place),
    ...behind.filter((child) => !isElement(child)),
    ...behind.filter((child) => isElement(child)),
  ];
}

/** Comments begin with `#` (crmsh 4.4.1, crmsh/xmlutil.py, fix_comments). */
function marked(child: XmlNode): XmlNode {
  if (isElement(child)) return child;
  const text = child.comment.trim();
  return { ...child, comment: text.startsWith('#') ? text : `# ${text}` };
}

/** Attributes that crmsh drops where they say what is so anyway (crmsh 4.4.1, crmsh/xmlutil.py, sanitize_cib). */
const dropped = new Map([
  ['node', [['type', 'normal']]],
  [
    'resource_set',
    [
      ['sequential', 'true'],
      ['require-all', 'true'],
    ],
  ],
  ['rule', [['boolean-op', 'and']]],
  ['expression', [['type', 'string']]],
]);

const containers = new Set(['group', 'clone', 'ms', 'master', 'bundle']);

/** What may stand in a container as its own. */
export const isChildResource = ({ tag }: XmlElement): boolean => tag === 'primitive' || tag === 'group';

/** A copy as crmsh holds it: no status, nothing said twice, resources of a container behind its sets. */
function asHeld(from: XmlElement, root: boolean): XmlElement {
  const attributes = new Map(from.attributes);
  for (const [name = '', value] of root ? [] : (dropped.get(from.tag) ?? []))
    if (attributes.get(name) === value) attributes.delete(name);
  const children = from.children.flatMap((child): XmlNode[] => {
    if (!isElement(child)) return [child];
    return child.tag === 'status' ? [] : [asHeld(child, false)];
  });
  if (!containers.has(from.tag)) return { tag: from.tag, attributes, children };
  const isResource = (child: XmlNode): boolean => isElement(child) && isChildResource(child);
  const sorted = [...children.filter((child) => !isResource(child)), ...children.filter(isResource)];
  return { tag: from.tag, attributes, children: sorted };
}

/** The comments that crmsh prints in front of an object. */
export const commentsOf = ({ children }: XmlElement): string[] =>
  children.filter((child): child is XmlComment => !isElement(child)).map(({ comment }) => comment);
