import { own } from '../../../base/maps';
import { partSpan, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Permission, Statement } from '../statement';
import { restIsUnexpected } from './cluster';
import type { Reader } from './reader';
import { isTemplated, looksLikeId, parseId, parseMember } from './references';
import { parseDescription } from './sets';

const rights = ['read', 'write', 'deny'];
const specs = ['xpath', 'ref', 'reference', 'tag', 'type', 'attr', 'attribute'];
/** Short forms of paths, with how many words they want at least and at most (crmsh 4.4.1, crmsh/constants.py, acl_shortcuts). */
const shortcuts: Readonly<Record<string, readonly [number, number]>> = {
  meta: [1, 2],
  params: [1, 2],
  utilization: [1, 1],
  location: [1, 1],
  property: [0, 1],
  nodeattr: [0, 1],
  nodeutil: [0, 1],
  node: [0, 1],
  status: [0, 0],
  cib: [0, 0],
};
const rightSlot: SlotKind = { kind: 'words', words: rights, category: 'acl' };
const specSlot: SlotKind = { kind: 'words', words: specs, category: 'acl', suffix: ':' };
/** Those that need a word behind a colon, and those that do without. */
const shortcutSlots: readonly SlotKind[] = [
  { kind: 'words', words: shortcutsWith((least) => least > 0), category: 'acl', suffix: ':' },
  { kind: 'words', words: shortcutsWith((least) => least === 0), category: 'acl' },
];

function shortcutsWith(accept: (least: number) => boolean): string[] {
  return Object.entries(shortcuts).flatMap(([name, [least]]) => (accept(least) ? [name] : []));
}

/** `role ID [description=] {(read|write|deny) [ID:] {spec}}` (crmsh 4.4.1, crmsh/parse.py, AclParser). */
export function parseRole(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.role');
  reader.expect(rightSlot, { kind: 'words', words: ['description'], category: 'special', suffix: '=' });
  const description = parseDescription(reader);
  if (description !== undefined) {
    statement.description = description;
    reader.expect(rightSlot);
  }
  if (reader.atEnd && description === undefined) reader.problem('missing-right', reader.missingAt());
  parseRights(reader, statement);
}

/** `user ID {role:ID | right}`: ACLs as they were before schema 2.0. */
export function parseUser(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.user');
  const role = { kind: 'reference', namespaces: ['crm.role'] } as const;
  for (;;) {
    reader.expect({ kind: 'words', words: ['role'], category: 'acl', suffix: ':' }, rightSlot);
    const word = reader.current;
    if (!word) {
      if (reader.words.length < 3) reader.problem('missing-right', reader.missingAt());
      return;
    }
    if (/^role:./is.test(word.value)) {
      const span = partSpan(word, 5);
      reader.refer('crm.role', word.value.slice(5), span, 'user');
      statement.members.push({ word, name: word.value.slice(5), span });
      reader.takeParts('reference', [{ from: 5, to: word.value.length, slot: role }]);
    } else if (rights.includes(word.value.toLowerCase())) {
      reader.open('right');
      reader.take('keyword', rightSlot);
      statement.permissions.push({
        at: word.start,
        right: word.value,
        id: undefined,
        description: undefined,
        specs: formerSpecs(reader),
      });
      reader.close();
    } else {
      restIsUnexpected(reader, ['role:', ...rights].join(', '));
      return;
    }
  }
}

/** What may stand in one right before schema 2.0: a path, or a tag and a resource, then an attribute. */
function formerSpecs(reader: Reader): string[] {
  const written: string[] = [];
  const possible = new Set(['xpath', 'ref', 'tag', 'attribute']);
  for (;;) {
    reader.expect(specSlot, ...shortcutSlots, ...(written.length > 0 ? [rightSlot] : []));
    const word = reader.current;
    const kind = word && formerKind(word.value);
    if (!word || kind === undefined || !possible.has(kind)) return written;
    written.push(word.value);
    takeSpec(reader, word);
    if (kind === 'attribute') return written;
    possible.delete(kind);
    for (const other of kind === 'xpath' ? ['ref', 'tag'] : ['xpath']) possible.delete(other);
  }
}

/** What a specification or a shortcut is; undefined where it is none (crmsh 4.4.1, crmsh/parse.py, _expand_shortcuts). */
function formerKind(text: string): string | undefined {
  const colon = text.indexOf(':');
  const head = colon < 0 ? text : text.slice(0, colon);
  if (!Object.hasOwn(shortcuts, head)) return colon < 0 ? undefined : head;
  const [least, most] = own(shortcuts, head) ?? [0, 0];
  const given = colon < 0 ? 0 : text.slice(colon + 1).split(':').length;
  return given >= least && given <= Math.max(most, 1) ? 'xpath' : undefined;
}

/** `acl_target | acl_group ID {ROLE}`. */
export function parseAclTarget(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.user');
  const role = { kind: 'reference', namespaces: ['crm.role'] } as const;
  reader.expect(role);
  if (reader.atEnd) reader.problem('missing-members', reader.missingAt());
  for (let word = reader.current; word; word = reader.current) {
    if (!looksLikeId(word) && !isTemplated(word.value)) reader.problem('not-a-name', word, { word: word.value });
    parseMember(reader, statement, role);
    reader.expect(role);
  }
}

function parseRights(reader: Reader, statement: Statement): void {
  for (let word = reader.current; word; word = reader.current) {
    reader.expectAlso(rightSlot);
    if (!rights.includes(word.value.toLowerCase())) {
      restIsUnexpected(reader, rights.join(', '));
      return;
    }
    reader.open('right');
    reader.take('keyword', rightSlot);
    statement.permissions.push({ at: word.start, right: word.value, ...parseSpecs(reader) });
    reader.close();
  }
}

/** `[ID:] [description=] {spec}`. */
function parseSpecs(reader: Reader): Omit<Permission, 'at' | 'right'> {
  reader.expect(specSlot, ...shortcutSlots);
  const named = reader.current?.value ?? '';
  const hasId = /^(?:\$id=.*|[\w-]+:)$/.test(named);
  if (hasId) reader.take('right-id', { kind: 'text', what: 'right id' });
  const id = hasId ? named.replace(/^\$id=|:$/g, '') : undefined;
  reader.expect(specSlot, ...shortcutSlots);
  const description = parseDescription(reader);
  const written: string[] = [];
  const kinds = new Map<string, Word>();
  for (;;) {
    reader.expect(...specSlots(kinds), ...shortcutSlots, ...(kinds.size > 0 ? [rightSlot] : []));
    const word = reader.current;
    if (!word || rights.includes(word.value.toLowerCase())) break;
    const about = word.value.split(':')[0] ?? '';
    // crm keeps the last of a kind.
    if (kindOf.has(about) && [...kinds.keys()].some((other) => kindOf.get(other) === kindOf.get(about)))
      reader.problem('spec-twice', word, { word: about });
    kinds.set(about, word);
    written.push(word.value);
    takeSpec(reader, word);
  }
  const attribute = kinds.get('attr') ?? kinds.get('attribute');
  if (attribute && !kinds.has('tag') && !kinds.has('type'))
    reader.problem('attribute-alone', attribute, { word: attribute.value });
  return { id, description, specs: written };
}

/** What a word says that a right is about; shortcuts are paths. */
const kindOf: ReadonlyMap<string, string> = new Map([
  ...Object.keys(shortcuts).map((name) => [name, 'xpath'] as const),
  ...specs.map((name) => [name, { ref: 'reference', tag: 'type', attr: 'attribute' }[name] ?? name] as const),
]);

/** What a right can be about besides what it says already: an attribute is one of a kind of elements. */
function specSlots(kinds: ReadonlyMap<string, Word>): SlotKind[] {
  const ofKind = kinds.has('tag') || kinds.has('type');
  const left = specs.filter((word) => !kinds.has(word) && (ofKind || !word.startsWith('attr')));
  return [{ kind: 'words', words: left, category: 'acl', suffix: ':' }];
}

function takeSpec(reader: Reader, word: Word): void {
  const colon = word.value.indexOf(':');
  const head = colon < 0 ? word.value : word.value.slice(0, colon);
  const known = specs.includes(head) || Object.hasOwn(shortcuts, head);
  if (!known && !isTemplated(word.value)) reader.problem('not-an-acl-spec', word, { word: word.value });
  else if (known) checkArguments(reader, word, head, colon < 0 ? [] : word.value.slice(colon + 1).split(':'));
  const headSlot = specs.includes(head) ? specSlot : (shortcutSlots[0] as SlotKind);
  const parts: { from: number; to: number; slot: SlotKind }[] = [];
  parts.push({ from: 0, to: colon < 0 ? word.value.length : colon, slot: headSlot });
  if (colon >= 0) parts.push({ from: colon + 1, to: word.value.length, slot: specValue(head) });
  reader.takeParts('spec', parts);
}

/** A specification needs its value; a shortcut as many words as its path has places (crmsh 4.4.1, _expand_shortcuts_2). */
function checkArguments(reader: Reader, word: Word, head: string, given: readonly string[]): void {
  const [least, most] = own(shortcuts, head) ?? [1, Number.POSITIVE_INFINITY];
  if (given.length < least || (given.length > 0 && given.join('') === ''))
    reader.problem('missing-spec-value', word, { word: head });
  else if (given.length > most) reader.problem('too-many-spec-values', word, { word: head, most });
}

function specValue(head: string): SlotKind {
  if (['ref', 'reference', 'meta', 'params', 'utilization', 'location'].includes(head))
    return { kind: 'reference', namespaces: ['crm.resource', 'crm.constraint'] };
  if (head === 'tag') return { kind: 'reference', namespaces: ['crm.tag'] };
  return head.startsWith('node') ? { kind: 'reference', namespaces: ['crm.node'] } : { kind: 'text', what: head };
}
