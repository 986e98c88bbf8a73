import { own } from '../../../base/maps';
import type { Span } from '../../../base/span';
import { childrenOf, descendants, isElement, readXml, type XmlElement } from '../cib/xml';
import { asAscii, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated, isValidId } from './references';

/** Elements that crmsh has a statement for: the statement, and what it declares (crmsh 4.4.1, crmsh/constants.py, cib_cli_map). */
const elements: ReadonlyMap<string, readonly [statement: string, namespace: string | undefined]> = new Map([
  ['node', ['node', 'crm.node']],
  ['primitive', ['primitive', 'crm.resource']],
  ['group', ['group', 'crm.resource']],
  ['clone', ['clone', 'crm.resource']],
  ['master', ['ms', 'crm.resource']],
  ['bundle', ['bundle', 'crm.resource']],
  ['template', ['rsc_template', 'crm.template']],
  ['rsc_location', ['location', 'crm.constraint']],
  ['rsc_colocation', ['colocation', 'crm.constraint']],
  ['rsc_order', ['order', 'crm.constraint']],
  ['rsc_ticket', ['rsc_ticket', 'crm.constraint']],
  ['cluster_property_set', ['property', undefined]],
  ['rsc_defaults', ['rsc_defaults', undefined]],
  ['op_defaults', ['op_defaults', undefined]],
  ['fencing-topology', ['fencing_topology', undefined]],
  ['acl_role', ['role', 'crm.role']],
  ['acl_user', ['user', 'crm.user']],
  ['acl_target', ['acl_target', 'crm.user']],
  ['acl_group', ['acl_group', 'crm.user']],
  ['tag', ['tag', 'crm.tag']],
  ['alert', ['alert', 'crm.alert']],
]);

const containers = new Set(['group', 'clone', 'master', 'bundle']);

/** Elements with an id of their own making. */
const ownIds: Readonly<Record<string, string>> = {
  cluster_property_set: 'cib-bootstrap-options',
  rsc_defaults: 'rsc-options',
  op_defaults: 'op-options',
  'fencing-topology': 'fencing_topology',
};

/** Whether crmsh takes the line as it is, quotes too: it looks at the first letters only (crmsh 4.4.1, crmsh/parse.py, parse). */
export const isRawXml = (text: string): boolean => joinLines(text).trimStart().startsWith('xml');

/** The lines of a logical line, as crmsh joins them. */
const joinLines = (text: string): string => text.replace(/\\+[^\S\n]*\n\s*/g, '');

/** crmsh parts the line here and joins it again. */
const blanks = /[ \t\n\r\v\f]+/;

/** `xml ELEMENT`: the rest of the line as it is; where the keyword is written in another way, its words. */
export function parseXml(reader: Reader, statement: Statement, text: string): void {
  const slot: SlotKind = { kind: 'text', what: 'xml' };
  reader.expect(slot);
  const first = reader.current;
  const words = reader.rest.map(({ value }) => value).join(' ');
  const xml = asAscii(first && isRawXml(text) ? joinLines(text.slice(first.start)) : words)
    .split(blanks)
    .join(' ')
    .trim();
  statement.xml = xml;
  if (!first) reader.problem('missing-xml', reader.missingAt());
  else if (!isTemplated(xml)) {
    const root = readXml(xml);
    const span = { start: first.start, end: first.start + Math.max(1, text.slice(first.start).trimEnd().length) };
    if ('problem' in root || hasPrefix(root)) reader.problem('malformed-xml', span);
    else if (!elements.has(root.tag)) reader.problem('unknown-element', first, { element: root.tag });
    else declareElement(reader, root, text, first);
  }
  while (!reader.atEnd) reader.take('xml', slot);
}

/** Declares what an element is, and says which resources it holds. crmsh wants an id that it could have taken elsewhere. */
function declareElement(reader: Reader, root: XmlElement, text: string, first: Word): void {
  const [kind, namespace] = elements.get(root.tag) ?? [root.tag, undefined];
  const holder = root.tag === 'rsc_defaults' || root.tag === 'op_defaults' ? childrenOf(root)[0] : root;
  const isNode = root.tag === 'node';
  const uname = isNode ? root.attributes.get('uname') : undefined;
  const id =
    (root.tag === 'fencing-topology' ? undefined : holder?.attributes.get('id')) || uname || own(ownIds, root.tag);
  if (!holder || !id || (isNode && !uname)) {
    reader.problem('element-without-id', first, { element: root.tag });
    return;
  }
  const lack = lacking(root);
  if (lack) reader.problem('element-without-attribute', first, lack);
  if (!isNode && !isValidId(id)) reader.problem('bad-id', first, { id });
  const span = placeOf(uname ?? id, text, first);
  if (namespace) reader.declare(namespace, uname ?? id, span, kind);
  reader.mark('crm.id', isNode ? `node ${id}` : id, span, kind);
  if (root.tag in ownIds && root.tag !== 'fencing-topology') reader.mark('crm.defaults-set', id, span);
  if (!containers.has(root.tag)) return;
  for (const { tag, attributes } of childrenOf(root)) {
    if (!elements.has(tag)) continue;
    const child = attributes.get('id');
    if (child) {
      reader.mark('crm.xml-member', child, span, kind);
      reader.mark('crm.member', child, span, id);
    } else reader.problem('element-without-id', first, { element: tag });
  }
}

/** Where an element's own name stands. */
function placeOf(name: string, text: string, first: Word): Span {
  const quoted = [...text.matchAll(/\s(?:id|uname)\s*=\s*["']/g)].map(({ index, 0: head }) => index + head.length);
  const at = quoted.find((place) => text.startsWith(name, place)) ?? text.indexOf(name, first.start);
  return at < 0 ? { start: first.start, end: first.end } : { start: at, end: at + name.length };
}

/** Whether a name has a prefix that nobody declared, which crmsh's XML reader refuses. */
const hasPrefix = (root: XmlElement): boolean =>
  [...descendants(root)].some(({ tag, attributes }) =>
    [tag, ...attributes.keys()].some((name) => name.includes(':') && !/^xml(?:ns)?:[^:]+$/.test(name)),
  );

/** Attributes without which the schema refuses an element, and crmsh dies of many; `|`: unless there is this attribute or child. */
const required: Readonly<Record<string, readonly string[]>> = {
  primitive: ['class|template', 'type|template'],
  template: ['class', 'type'],
  op: ['name', 'interval'],
  rsc_colocation: ['rsc|resource_set', 'with-rsc|resource_set'],
  rsc_order: ['first|resource_set', 'then|resource_set'],
  rsc_ticket: ['ticket', 'rsc|resource_set'],
  resource_ref: ['id'],
  obj_ref: ['id'],
  alert: ['path'],
  recipient: ['value'],
  acl_permission: ['kind'],
  role: ['id'],
  role_ref: ['id'],
  'fencing-level': ['index', 'devices'],
  nvpair: ['name|id-ref'],
  expression: ['attribute', 'operation'],
  date_expression: ['operation'],
};

/** The first attribute that is missing in an element or below it. */
function lacking(root: XmlElement): { element: string; attribute: string } | undefined {
  for (const { tag, attributes, children } of descendants(root))
    for (const names of (Object.hasOwn(required, tag) && required[tag]) || []) {
      const [attribute = '', other = ''] = names.split('|');
      const excused = attributes.has(other) || children.some((child) => isElement(child) && child.tag === other);
      if (!attributes.has(attribute) && !excused) return { element: tag, attribute };
    }
  return undefined;
}
