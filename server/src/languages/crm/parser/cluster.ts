import { partSpan, type Word } from '../lexer';
import type { SetKind, SlotKind } from '../slot-kinds';
import type { FencingLevel, Member, SetId, Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated, isValidId, looksLikeId, looksLikeResource, parseMember } from './references';
import { parseDescription, parseFirstSet, parseLostSet, parseSet } from './sets';

const section = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });
const nodeTypes: SlotKind = { kind: 'words', words: ['member', 'remote', 'normal', 'ping'], category: 'node-type' };

/** Hosts and nodes of other files that this one does not have yet. */
const nodeNames: SlotKind = { kind: 'reference', namespaces: ['drbd.host', 'crm.node'], fresh: true };

/** `node [$id=ID | ID:] UNAME[:TYPE] [description=] {attributes | utilization}` (crmsh 4.4.1, crmsh/parse.py, NodeParser). */
export function parseNode(reader: Reader, statement: Statement): void {
  reader.expect(nodeNames, { kind: 'new-id', of: 'node' });
  const first = reader.current;
  if (first && (/^\$id=/i.test(first.value) || (/^[\w-]+:$/.test(first.value) && reader.peek()))) {
    statement.nodeId = first.value.replace(/^\$id=/i, '').replace(/:$/, '');
    reader.take('node-id', { kind: 'text', what: 'node id' });
    reader.expect(nodeNames, { kind: 'new-id', of: 'node' });
  }
  nodeName(reader, statement);
  const sections = section(['attributes', 'utilization']);
  reader.expect(sections, { kind: 'words', words: ['description'], category: 'special', suffix: '=' });
  const description = parseDescription(reader);
  if (description !== undefined) statement.description = description;
  const stops = new Set(['attributes', 'utilization']);
  const options = { stops, rules: true, after: [sections], begins: ['attributes'] };
  if (reader.current && !stops.has(reader.current.value.toLowerCase()))
    statement.sections.push(parseFirstSet(reader, statement, { kind: 'attributes', ...options }));
  for (let word = reader.current; word; word = reader.current) {
    const head = word.value.toLowerCase();
    reader.expect(sections);
    const isHead = head === 'attributes' || head === 'utilization';
    const lost = isHead ? undefined : parseLostSet(reader, statement, { kind: 'attributes', ...options });
    if (isHead) {
      reader.take('keyword', sections);
      statement.sections.push(parseSet(reader, statement, { kind: head, head: word, ...options }));
    } else if (lost) statement.sections.push(lost);
    else {
      reader.problem('unexpected-word', word, { word: word.value, expected: 'attributes, utilization' });
      reader.take('unread');
    }
  }
}

function nodeName(reader: Reader, statement: Statement): void {
  const word = reader.current;
  if (!word || word.value === '') {
    reader.problem('missing-node', word ?? reader.missingAt());
    return;
  }
  if (word.value.includes('=') && !isTemplated(word.value))
    reader.problem('node-looks-wrong', word, { word: word.value });
  const colon = word.value.indexOf(':');
  const name = colon > 0 ? word.value.slice(0, colon) : word.value;
  if (colon === 0) reader.problem('missing-node', word);
  const span = partSpan(word, 0, name.length);
  const parts: { from: number; to: number; slot: SlotKind }[] = [
    { from: 0, to: name.length, slot: { kind: 'new-id', of: 'node' } },
  ];
  if (colon > 0) {
    parts.push({ from: colon + 1, to: word.value.length, slot: nodeTypes });
    const type = word.value.slice(colon + 1).toLowerCase();
    statement.nodeType = word.value.slice(colon + 1);
    if (!['normal', 'member', 'ping', 'remote'].includes(type))
      reader.problem('bad-node-type', partSpan(word, colon + 1), { type });
  }
  statement.id = word;
  statement.name = { text: name, span };
  reader.declare('crm.node', name, span, 'node');
  // A space of names of their own; what counts is the id, if there is one.
  reader.mark('crm.id', `node ${statement.nodeId || name}`, span, 'node');
  reader.takeParts('id', parts);
}

/** The ids of sets that are not given one (crmsh 4.4.1, crmsh/cibconfig.py). */
const defaultSets = { property: 'cib-bootstrap-options', rsc_defaults: 'rsc-options', op_defaults: 'op-options' };

/** `property | rsc_defaults | op_defaults [ID: | $id=ID] {rule} {nvpair}`. */
export function parseDefaults(reader: Reader, statement: Statement): void {
  const kind = statement.kind as SetKind & ('property' | 'rsc_defaults' | 'op_defaults');
  const word = reader.current;
  if (!word) {
    reader.expect({ kind: 'attribute-name', owner: { set: kind, statement: kind, present: new Set() } });
    reader.problem('missing-attributes', reader.missingAt());
  }
  let id: SetId | undefined;
  if (word && /^[\w-]+:$/.test(word.value)) {
    id = { kind: 'id', value: word.value.slice(0, -1) };
    reader.declare('crm.set-id', id.value, partSpan(word, 0, id.value.length));
    reader.take('set-id', { kind: 'text', what: 'set id' });
  }
  const set = parseSet(reader, statement, { kind, rules: true, id });
  statement.sections.push(set);
  const given = set.id?.kind === 'id' ? set.id.value : undefined;
  const own = given || defaultSets[kind];
  reader.mark('crm.defaults-set', own, statement.keyword);
  reader.mark('crm.id', own, statement.keyword, kind);
  if (word && given && !isValidId(given) && !isTemplated(given)) reader.problem('bad-id', word, { id: given });
  for (const attribute of set.attributes) {
    if (attribute.name.startsWith('$')) continue;
    const value = attribute.value ?? '';
    reader.mark(`crm.${kind}`, attribute.name, attribute.nameSpan, value);
  }
  for (let rest = reader.current; rest; rest = reader.current) {
    reader.problem('unexpected-word', rest, { word: rest.value, expected: 'NAME=VALUE' });
    reader.take('unread');
  }
}

/** `fencing_topology {TARGET | DEVICES}`: targets end in a colon, or are patterns or attributes. */
export function parseFencing(reader: Reader, statement: Statement): void {
  const node = { kind: 'reference', namespaces: ['crm.node'], suffix: ':' } as const;
  const device = { kind: 'reference', namespaces: ['crm.resource'], accept: ['primitive'] } as const;
  let target: FencingLevel['target'];
  reader.mark('crm.id', 'fencing_topology', statement.keyword, statement.kind);
  for (;;) {
    // Behind a target its devices are the likelier ones.
    const likely = target ? [device, node] : [node, device];
    reader.expect(...likely, { kind: 'words', words: ['attr:', 'pattern:'], category: 'fencing-target' });
    const word = reader.current;
    if (!word) break;
    const special = specialTarget(word.value);
    if (special) {
      target = special;
      reader.take('target', { kind: 'text', what: 'target' });
    } else if (/^[^:]+:$/.test(word.value)) {
      target = { kind: 'node', text: word.value.slice(0, -1) };
      const span = partSpan(word, 0, word.value.length - 1);
      reader.refer('crm.node', word.value.slice(0, -1), span, statement.kind);
      reader.takeParts('target', [{ from: 0, to: word.value.length - 1, slot: node }]);
    } else {
      statement.levels.push({ target, devices: word.value });
      deviceList(reader, statement, word, device);
    }
  }
}

/** A target that is not a node: `attr:NAME=VALUE`, `pattern:REGEX`; undefined for anything else. */
function specialTarget(text: string): FencingLevel['target'] {
  const [, name, value] = /^attr:([\w-]+)=([\w-]+)$/i.exec(text) ?? [];
  if (name !== undefined && value !== undefined) return { kind: 'attribute', name, value };
  return /^pattern:./i.test(text) ? { kind: 'pattern', text: text.slice('pattern:'.length) } : undefined;
}

function deviceList(reader: Reader, statement: Statement, word: Word, slot: SlotKind): void {
  const parts: { from: number; to: number; slot: SlotKind }[] = [];
  for (const match of word.value.matchAll(/[^,]+/g)) {
    const span = partSpan(word, match.index, match.index + match[0].length);
    parts.push({ from: match.index, to: match.index + match[0].length, slot });
    reader.refer('crm.resource', match[0], span, statement.kind);
    statement.members.push({ word, name: match[0], span });
  }
  // Behind a comma another device may follow.
  if (word.value.endsWith(',')) parts.push({ from: word.value.length, to: word.value.length, slot });
  reader.takeParts('reference', parts);
}

/** `tag NAME[:] {ID}`. */
export function parseTag(reader: Reader, statement: Statement): void {
  reader.expect({ kind: 'new-id', of: 'tag' });
  const word = reader.current;
  if (!looksLikeId(word)) {
    reader.problem('missing-id', word ?? statement.keyword, { statement: 'tag' });
    return;
  }
  const name = word.value.replace(/:$/, '');
  if (!isValidId(name) && !isTemplated(name)) reader.problem('bad-id', word, { id: name });
  statement.id = word;
  statement.name = { text: name, span: partSpan(word, 0, name.length) };
  reader.declare('crm.tag', name, statement.name.span, 'tag');
  reader.mark('crm.id', name, statement.name.span, 'tag');
  reader.take('id', { kind: 'new-id', of: 'tag' });
  const slot = {
    kind: 'reference',
    namespaces: ['crm.resource', 'crm.constraint', 'crm.tag', 'crm.template'],
  } as const;
  reader.expect(slot);
  if (reader.atEnd) reader.problem('missing-members', reader.missingAt());
  for (let member = reader.current; member; member = reader.current) {
    if (!looksLikeResource(member) && !isTemplated(member.value))
      reader.problem('not-a-name', member, { word: member.value });
    parseMember(reader, statement, slot);
    reader.expect(slot);
  }
}

/** `monitor RSC[:ROLE] INTERVAL[:TIMEOUT]`. */
export function parseMonitor(reader: Reader, statement: Statement): void {
  const slot = {
    kind: 'reference',
    namespaces: ['crm.resource'],
    accept: ['primitive'],
  } as const;
  reader.expect(slot);
  const roles: SlotKind = {
    kind: 'words',
    words: ['Promoted', 'Unpromoted', 'Started', 'Stopped', 'Master', 'Slave'],
    category: 'role',
  };
  const member = parseMember(reader, statement, slot, roles);
  if (member) reader.mark('crm.monitor', member.name, member.span, 'statement');
  if (!member) reader.problem('missing-resource', reader.missingAt());
  else if (
    member.qualifierSpan &&
    !/^(?:|promoted|unpromoted|started|stopped|master|slave|\d+)$/i.test(member.qualifier ?? '') &&
    !isTemplated(member.qualifier ?? '')
  ) {
    reader.problem('bad-role', member.qualifierSpan, { word: member.qualifier ?? '' });
  }
  const interval: SlotKind = { kind: 'value', type: { kind: 'duration' } };
  reader.expect(interval);
  const word = reader.current;
  if (!word) reader.problem('missing-interval', reader.missingAt());
  else if (!/^(?!$)[^:]*(?::[^:]*)?$/.test(word.value)) reader.problem('missing-interval', word);
  else if (member) monitorId(reader, word, member);
  if (word) statement.interval = word.value;
  reader.take('value', interval);
  restIsUnexpected(reader, 'INTERVAL[:TIMEOUT]');
}

/** crmsh makes an id of resource and interval, and refuses it like any other (crmsh 4.4.1, crmsh/cibconfig.py, id_for_node). */
function monitorId(reader: Reader, word: Word, { name, span }: Member): void {
  const [interval = ''] = word.value.split(':');
  if (!isValidId(name) && !isTemplated(name)) reader.problem('bad-id', span, { id: name });
  else if (!/^[\w.-]*$/.test(interval) && !isTemplated(interval)) reader.problem('missing-interval', word);
}

export function restIsUnexpected(reader: Reader, expected: string): void {
  const word = reader.current;
  if (!word) return;
  reader.problem('unexpected-word', word, { word: word.value, expected });
  while (!reader.atEnd) reader.take('unread');
}
