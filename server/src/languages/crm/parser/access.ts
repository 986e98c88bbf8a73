import { partSpan, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import { restIsUnexpected } from './cluster';
import type { Reader } from './reader';
import { looksLikeId, parseId, parseMember } from './references';
import { parseDescription, parseSet } from './sets';

const rights = ['read', 'write', 'deny'];
const specs = ['xpath', 'ref', 'reference', 'tag', 'type', 'attr', 'attribute'];
const shortcuts = [
  'meta',
  'params',
  'utilization',
  'location',
  'property',
  'nodeattr',
  'nodeutil',
  'node',
  'status',
  'cib',
];
const rightSlot: SlotKind = { kind: 'words', words: rights, category: 'acl' };
const specSlot: SlotKind = { kind: 'words', words: specs, category: 'acl', suffix: ':' };
const shortcutSlot: SlotKind = { kind: 'words', words: shortcuts, category: 'acl' };

/** `role ID [description=] {(read|write|deny) [ID:] {spec}}` (crmsh 4.4.1, crmsh/parse.py, AclParser). */
export function parseRole(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.role');
  reader.expect(rightSlot, { kind: 'words', words: ['description'], category: 'special', suffix: '=' });
  parseDescription(reader);
  if (reader.atEnd) reader.problem('missing-right', reader.missingAt());
  parseRights(reader);
}

/** `user ID {role:ID | right}`: ACLs as they were before schema 2.0. */
export function parseUser(reader: Reader, statement: Statement): void {
  reader.expect({ kind: 'new-id', of: 'user' });
  takeName(reader, statement);
  const role = { kind: 'reference', namespaces: ['crm.role'] } as const;
  for (;;) {
    reader.expect({ kind: 'words', words: ['role:'], category: 'acl' }, rightSlot);
    const word = reader.current;
    if (!word?.value.toLowerCase().startsWith('role:')) break;
    const span = partSpan(word, 5);
    reader.refer('crm.role', word.value.slice(5), span, 'user');
    reader.takeParts('reference', [{ from: 5, to: word.value.length, slot: role }]);
  }
  if (reader.atEnd && reader.words.length < 3) reader.problem('missing-right', reader.missingAt());
  parseRights(reader);
}

/** `acl_target | acl_group ID {ROLE}`. */
export function parseAclTarget(reader: Reader, statement: Statement): void {
  reader.expect({ kind: 'new-id', of: statement.kind });
  takeName(reader, statement);
  const role = { kind: 'reference', namespaces: ['crm.role'] } as const;
  reader.expect(role);
  if (reader.atEnd) reader.problem('missing-members', reader.missingAt());
  while (!reader.atEnd) {
    parseMember(reader, statement, role);
    reader.expect(role);
  }
}

/** A name that need not be an id: a user of the system. */
function takeName(reader: Reader, statement: Statement): void {
  const word = reader.current;
  if (!looksLikeId(word)) {
    reader.problem('missing-id', word ?? statement.keyword, { statement: statement.kind });
    if (word) reader.take('unread');
    return;
  }
  statement.id = word;
  statement.name = { text: word.value, span: { start: word.start, end: word.end } };
  reader.declare('crm.user', word.value, word, statement.kind);
  reader.take('id', { kind: 'new-id', of: statement.kind });
}

function parseRights(reader: Reader): void {
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(rightSlot);
    if (!rights.includes(word.value.toLowerCase())) {
      restIsUnexpected(reader, rights.join(', '));
      return;
    }
    reader.open('right');
    reader.take('keyword', rightSlot);
    parseSpecs(reader);
    reader.close();
  }
}

function parseSpecs(reader: Reader): void {
  let count = 0;
  for (;;) {
    reader.expect(specSlot, shortcutSlot, ...(count > 0 ? [rightSlot] : []));
    const word = reader.current;
    if (!word || rights.includes(word.value.toLowerCase())) return;
    if (parseDescription(reader)) continue;
    count++;
    takeSpec(reader, word);
  }
}

function takeSpec(reader: Reader, word: Word): void {
  const colon = word.value.indexOf(':');
  const head = colon < 0 ? word.value : word.value.slice(0, colon);
  const isId = colon === word.value.length - 1 && !specs.includes(head);
  if (!isId && !specs.includes(head) && !shortcuts.includes(head))
    reader.problem('not-an-acl-spec', word, { word: word.value });
  const headSlot = specs.includes(head) ? specSlot : shortcutSlot;
  const parts: { from: number; to: number; slot: SlotKind }[] = [];
  if (!isId) parts.push({ from: 0, to: colon < 0 ? word.value.length : colon, slot: headSlot });
  if (!isId && colon >= 0) parts.push({ from: colon + 1, to: word.value.length, slot: specValue(head) });
  reader.takeParts('spec', parts);
}

function specValue(head: string): SlotKind {
  if (['ref', 'reference', 'meta', 'params', 'utilization', 'location'].includes(head))
    return { kind: 'reference', namespaces: ['crm.resource', 'crm.constraint'] };
  if (head === 'tag') return { kind: 'reference', namespaces: ['crm.tag'] };
  return head.startsWith('node') ? { kind: 'reference', namespaces: ['crm.node'] } : { kind: 'text', what: head };
}

const alertParts = ['attributes', 'meta', 'select', 'to'];
const selectors = ['nodes', 'fencing', 'resources', 'attributes'];
const sectionSlot = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });

/** `alert ID PATH [description=] {attributes | meta | select | to}` (crmsh 4.4.1, crmsh/parse.py, AlertParser). */
export function parseAlert(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.alert');
  const path: SlotKind = { kind: 'text', what: 'path' };
  reader.expect(path);
  if (!reader.take('path', path)) reader.problem('missing-path', reader.missingAt());
  const parts = sectionSlot(alertParts);
  reader.expect(parts);
  parseDescription(reader);
  const stops = new Set([...alertParts, '}']);
  let depth = 0;
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(parts, ...(depth > 0 ? [{ kind: 'words', words: ['}'], category: 'bracket' } as const] : []));
    const head = word.value.toLowerCase();
    if (head === 'attributes' || head === 'meta') {
      reader.take('keyword', parts);
      parseSet(reader, statement, { kind: head, head: word, stops, after: [parts] });
    } else if (head === 'select') parseSelect(reader, parts);
    else if (head === 'to') depth += parseTo(reader, parts);
    else if (head === '}' && depth > 0) {
      depth--;
      reader.take('bracket');
    } else if (!parseDescription(reader)) {
      reader.problem('unexpected-word', word, { word: word.value, expected: alertParts.join(', ') });
      reader.take('unread');
    }
  }
}

function parseSelect(reader: Reader, parts: SlotKind): void {
  reader.take('keyword', parts);
  for (;;) {
    reader.expect(sectionSlot(selectors), parts);
    const head = reader.current?.value.toLowerCase() ?? '';
    if (!selectors.includes(head) || (head === 'attributes' && reader.peek()?.value !== '{')) return;
    reader.take('selector', sectionSlot(selectors));
    if (reader.current?.value === '{') parseNames(reader);
  }
}

/** `'{' {NAME} '}'`. */
function parseNames(reader: Reader): void {
  const open = reader.take('bracket');
  for (let word = reader.current; word && word.value !== '}'; word = reader.current)
    reader.take('name', { kind: 'text', what: 'attribute' });
  if (!reader.take('bracket') && open) reader.problem('unclosed-bracket', open, { bracket: '{' });
}

/** Takes `to ['{'] VALUE`; returns how many braces it opened. */
function parseTo(reader: Reader, parts: SlotKind): number {
  reader.take('keyword', parts);
  const opened = reader.current?.value === '{' ? 1 : 0;
  if (opened) reader.take('bracket');
  const value: SlotKind = { kind: 'text', what: 'recipient' };
  reader.expect(value);
  if (!reader.take('value', value)) reader.problem('missing-value', reader.missingAt());
  return opened;
}
