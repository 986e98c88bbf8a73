import type { XmlElement } from '@rgrove/parse-xml';
import type { Entry } from '../../../core/model/entries';
import { elementsIn, parseStrictly } from '../xml/strict';
import { nameSource } from './name-source';

/** What elements of a CIB declare, in crm's words: the namespace and the statement. */
const declared: Readonly<Record<string, readonly [namespace: string, statement: string]>> = {
  node: ['crm.node', 'node'],
  primitive: ['crm.resource', 'primitive'],
  group: ['crm.resource', 'group'],
  clone: ['crm.resource', 'clone'],
  master: ['crm.resource', 'ms'],
  bundle: ['crm.resource', 'bundle'],
  template: ['crm.template', 'rsc_template'],
  rsc_location: ['crm.constraint', 'location'],
  rsc_colocation: ['crm.constraint', 'colocation'],
  rsc_order: ['crm.constraint', 'order'],
  rsc_ticket: ['crm.constraint', 'rsc_ticket'],
  acl_role: ['crm.role', 'role'],
  tag: ['crm.tag', 'tag'],
  alert: ['crm.alert', 'alert'],
};

/** Where elements that declare something stand; elsewhere (in `status`) they speak of other things. */
const sections = new Set(['nodes', 'resources', 'constraints', 'acls', 'tags', 'alerts']);

/** Names of a CIB that was saved as `cib.xml`. One that cannot be read declares nothing. */
export const savedCib = nameSource('crm-cib', (text) => {
  const root = parseStrictly(text);
  if ('problem' in root) return [];
  const configuration = root.name === 'configuration' ? root : elementsIn(root, 'configuration')[0];
  const places = configuration ? elementsIn(configuration).filter(({ name }) => sections.has(name)) : [];
  return places.flatMap((section) => elementsIn(section).flatMap((element) => entriesOf(element, text)));
});

/** What an element and the resources in it declare. */
function entriesOf(element: XmlElement, text: string): Entry[] {
  const [namespace, value] = Object.hasOwn(declared, element.name) ? (declared[element.name] ?? []) : [];
  const name = element.attributes[element.name === 'node' ? 'uname' : 'id'];
  if (namespace === undefined || value === undefined || name === undefined) return [];
  const tag = text.slice(element.start, text.indexOf('>', element.start));
  const at = /\s(?:uname|id)\s*=\s*["']/g;
  const places = [...tag.matchAll(at)].map((match) => match.index + match[0].length);
  const start = element.start + (places.find((place) => tag.startsWith(name, place)) ?? 0);
  const own: Entry = { namespace, name, role: 'declaration', span: { start, end: start + name.length }, value };
  return [own, ...elementsIn(element).flatMap((child) => entriesOf(child, text))];
}
