import { firstPrefix, type Ids, needsId, prefixBelow } from '../ids';
import { childrenOf, isElement, type XmlElement, type XmlNode } from '../xml';

/** What else an element has to have in common with an old one to get its id (crmsh 4.4.1, crmsh/xmlutil.py, match_list). */
const matched: ReadonlyMap<string, readonly string[]> = new Map([
  ['node', ['uname']],
  ['nvpair', ['name']],
  ['op', ['name', 'interval']],
  ['rule', ['score', 'score-attribute', 'role']],
  ['expression', ['attribute', 'operation', 'value']],
  ['fencing-level', ['target', 'devices']],
  ['alert', ['path']],
  ['recipient', ['value']],
]);

/**
 * Gives an element that was read again the ids of the one that it was printed from, and new ones where nothing fits
 * (crmsh 4.4.1, crmsh/cibconfig.py, fix_node_ids with an old node).
 */
export function takeIds(read: XmlElement, origin: XmlElement, ids: Ids): void {
  takeFrom(read, origin, firstPrefix(read.tag), { ids, used: new Set(), partners: new Map() });
}

interface Taking {
  readonly ids: Ids;
  /** Elements whose ids are taken. */
  readonly used: Set<XmlElement>;
  /** The children of an element by what they have to have in common with another. */
  readonly partners: Map<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>;
}

function takeFrom(read: XmlElement, origin: XmlElement, prefix: string, taking: Taking): void {
  const needs = needsId(read);
  if (!needs && read.children.length === 0) return;
  const partner = partnerOf(read, origin, taking);
  if (needs) {
    const old = partner?.attributes.get('id');
    if (!read.attributes.get('id') && old) read.attributes.set('id', old);
    if (taking.ids.give(read, prefix) === old && partner) taking.used.add(partner);
  }
  const below = prefixBelow(read, prefix);
  for (const child of childrenOf(read)) takeFrom(child, partner ?? origin, below, taking);
}

function partnerOf(read: XmlElement, origin: XmlElement, { used, partners }: Taking): XmlElement | undefined {
  const known = partners.get(origin) ?? grouped(childrenOf(origin));
  partners.set(origin, known);
  const id = read.attributes.get('id');
  return known.get(partnerKey(read))?.find((old) => !used.has(old) && (!id || old.attributes.get('id') === id));
}

function grouped(elements: readonly XmlElement[]): Map<string, XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const key = partnerKey(element);
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return groups;
}

function partnerKey({ tag, attributes }: XmlElement): string {
  const values = (matched.get(tag) ?? []).map((name) => attributes.get(name) ?? null);
  return JSON.stringify([tag, ...values]);
}

/**
 * Whether two elements are the same to crmsh: the order of children counts in resource sets and among primitives alone
 * (crmsh 4.4.1, crmsh/xmlutil.py, xml_equals_unordered).
 */
export function equalUnordered(one: XmlNode, other: XmlNode): boolean {
  if (!isElement(one) || !isElement(other))
    return !isElement(one) && !isElement(other) && one.comment.trim() === other.comment.trim();
  if (!sameHead(one, other) || one.children.length !== other.children.length) return false;
  const inOrder = one.tag === 'resource_set';
  const [left, right] = [one, other].map(({ children }) => (inOrder ? children : sorted(children)));
  return left?.every((child, i) => equalUnordered(child, right?.[i] ?? child)) ?? true;
}

function sorted(children: readonly XmlNode[]): XmlNode[] {
  const keyed = children.map((child) => ({ child, key: sortKey(child) }));
  return keyed.sort((one, other) => compare(one.key, other.key)).map(({ child }) => child);
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function sortKey(node: XmlNode): string {
  if (!isElement(node)) return node.comment;
  if (node.tag === 'primitive') return node.tag;
  return node.tag + [...node.attributes.keys(), ...node.attributes.values()].sort().join('');
}

function sameHead(one: XmlElement, other: XmlElement): boolean {
  return one.tag === other.tag && one.attributes.size === other.attributes.size && covers(one, other);
}

const covers = (one: XmlElement, other: XmlElement): boolean =>
  [...other.attributes].every(([name, value]) => one.attributes.get(name) === value);

/** How far what was read again is what it was printed from. */
export type Likeness = 'equal' | 'but for comments' | 'different';

/**
 * Compares what exact text gives with what it was printed from. Ids that the text does not say are those that crmsh gives,
 * so `saysId` has to be false for them.
 */
export function likeness(read: XmlElement, origin: XmlElement, saysId: (element: XmlElement) => boolean): Likeness {
  if (!equalInOrder(read, origin, saysId)) return 'different';
  return comments(read) === comments(origin) ? 'equal' : 'but for comments';
}

function equalInOrder(read: XmlElement, origin: XmlElement, saysId: (element: XmlElement) => boolean): boolean {
  const given = new Map(read.attributes);
  const id = origin.attributes.get('id');
  if (!given.has('id') && id !== undefined && needsId(origin) && !saysId(origin)) given.set('id', id);
  const [left, right] = [childrenOf(read), childrenOf(origin)];
  return (
    sameHead({ ...read, attributes: given }, origin) &&
    left.length === right.length &&
    left.every((child, i) => right[i] !== undefined && equalInOrder(child, right[i], saysId))
  );
}

/** All comments with their places. */
function comments({ children }: XmlElement): string {
  return children
    .map((child, i) => (isElement(child) ? comments(child) && `${i}(${comments(child)})` : `${i}#${child.comment}`))
    .join('');
}
