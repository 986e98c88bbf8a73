import { partSpan, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import type { Reader } from './reader';
import { constrainable, isTemplated, looksLikeResource, parseId, parseMember } from './references';
import { parseRules } from './rules';

const scoreSlot: SlotKind = { kind: 'score', suffix: ':' };
const roles: SlotKind = {
  kind: 'words',
  words: ['Promoted', 'Unpromoted', 'Started', 'Stopped', 'Master', 'Slave'],
  category: 'role',
};
const actions: SlotKind = { kind: 'words', words: ['start', 'promote', 'demote', 'stop'], category: 'action' };
const resource = {
  kind: 'reference',
  namespaces: ['crm.resource', 'crm.tag', 'crm.template'],
  accept: constrainable,
} as const;
const attributeWords = (words: readonly string[]): SlotKind => ({
  kind: 'words',
  words,
  category: 'constraint-attribute',
  suffix: '=',
});
const ruleWord: SlotKind = { kind: 'words', words: ['rule'], category: 'section' };

/** Takes `SCORE:`; returns whether there was one. */
function takeScore(reader: Reader, statement: Statement): boolean {
  const word = reader.current;
  if (!word || !/^[^=]+:$/.test(word.value)) return false;
  statement.score = { text: word.value.slice(0, -1), span: partSpan(word, 0, word.value.length - 1) };
  reader.note(statement.score.span, scoreSlot);
  reader.take('score');
  return true;
}

/** `location ID what {ATTR=VALUE} (SCORE: NODE | rule {rule})`. */
export function parseLocation(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.constraint');
  locationWhat(reader, statement);
  const attributes = attributeWords(['role', 'resource-discovery']);
  for (;;) {
    reader.expect(scoreSlot, ruleWord, attributes);
    const word = reader.current;
    const equals = word?.value.indexOf('=') ?? -1;
    if (!word || equals <= 0) break;
    trailingAttribute(reader, word, attributes);
  }
  if (reader.current?.value.toLowerCase() === 'rule') {
    parseRules(reader);
    unexpectedRest(reader, 'rule');
  } else locationNode(reader, statement);
}

function locationWhat(reader: Reader, statement: Statement): void {
  const pattern: SlotKind = { kind: 'text', what: 'pattern' };
  reader.expect(resource, pattern);
  const word = reader.current;
  if (!word) reader.problem('missing-resource', reader.missingAt());
  else if (word.value === '{') locationSet(reader, statement);
  else if (/^\/.*\/$/.test(word.value) && word.value.length > 1) reader.take('pattern', pattern);
  else if (looksLikeResource(word)) parseMember(reader, statement, resource);
  else {
    reader.problem('missing-resource', word, { word: word.value });
    reader.take('unread');
  }
}

function locationSet(reader: Reader, statement: Statement): void {
  const open = reader.take('bracket') as Word;
  for (;;) {
    reader.expect(resource, { kind: 'words', words: ['}'], category: 'bracket' });
    const word = reader.current;
    if (!word) {
      reader.problem('unclosed-bracket', open, { bracket: '{' });
      return;
    }
    if (word.value === '}') {
      reader.take('bracket');
      return;
    }
    if (word.value.includes('='))
      trailingAttribute(reader, word, attributeWords(['sequential', 'require-all', 'role']));
    else parseMember(reader, statement, resource, roles);
  }
}

function locationNode(reader: Reader, statement: Statement): void {
  const node = { kind: 'reference', namespaces: ['crm.node'] } as const;
  if (!takeScore(reader, statement)) {
    const word = reader.current;
    if (!word) reader.problem('missing-score', reader.missingAt());
    else
      reader.problem(reader.peek()?.value === ':' ? 'score-colon-apart' : 'expected-score', word, { word: word.value });
    while (!reader.atEnd) reader.take('unread');
    return;
  }
  reader.expect(node);
  const before = statement.members.length;
  const word = reader.current;
  if (!word) reader.problem('missing-node', reader.missingAt());
  else if (word.value.includes('=') && !isTemplated(word.value)) {
    reader.problem('missing-node', word);
    reader.take('unread');
  } else statement.node = parseMember(reader, statement, node);
  statement.members.splice(before);
  const role = attributeWords(['role']);
  reader.expect(role);
  if (/^\$?role=/i.test(reader.current?.value ?? '') && reader.current) trailingAttribute(reader, reader.current, role);
  unexpectedRest(reader, 'role=');
}

function trailingAttribute(reader: Reader, word: Word, slot: SlotKind): void {
  const equals = word.value.indexOf('=');
  const name = word.value.slice(0, equals).replace(/^\$/, '').toLowerCase();
  const value = partSpan(word, equals + 1);
  reader.note(partSpan(word, 0, equals), slot);
  reader.note(value, valueSlots[name] ?? { kind: 'text', what: name }, []);
  reader.take('attribute');
}

const bool: SlotKind = { kind: 'value', type: { kind: 'boolean' } };
const valueSlots: Readonly<Record<string, SlotKind>> = {
  role: roles,
  'resource-discovery': { kind: 'value', type: { kind: 'enum', values: ['always', 'never', 'exclusive'] } },
  symmetrical: bool,
  sequential: bool,
  'require-all': bool,
  'node-attribute': { kind: 'words', words: ['#uname', 'site', 'rack'], category: 'node-attribute' },
  'loss-policy': { kind: 'words', words: ['stop', 'demote', 'fence', 'freeze'], category: 'loss-policy' },
};

function unexpectedRest(reader: Reader, expected: string): void {
  const word = reader.current;
  if (!word) return;
  reader.problem('unexpected-word', word, { word: word.value, expected });
  while (!reader.atEnd) reader.take('unread');
}

/** `colocation ID SCORE: members [node-attribute=A]`. */
export function parseColocation(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.constraint');
  reader.expect(scoreSlot);
  if (!takeScore(reader, statement)) {
    const word = reader.current;
    if (word) reader.problem('expected-score', word, { word: word.value });
    else reader.problem('missing-score', reader.missingAt());
    if (word && /^[+-]?(?:\d+|inf(?:inity)?)$/i.test(word.value)) reader.take('unread');
  }
  parseMembers(reader, statement, { qualifier: roles, trailing: ['node-attribute'], atLeast: 2 });
}

/** `order ID [KIND:] members [symmetrical=B]`. */
export function parseOrder(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.constraint');
  const kinds: SlotKind = {
    kind: 'words',
    words: ['Mandatory', 'Optional', 'Serialize'],
    category: 'order-kind',
    suffix: ':',
  };
  reader.expect(kinds, scoreSlot, resource);
  const word = reader.current;
  if (word && /^[^=]+:$/.test(word.value)) {
    const text = word.value.slice(0, -1);
    statement.score = { text, span: partSpan(word, 0, text.length) };
    const isKind = /^(?:mandatory|optional|serialize)$/i.test(text);
    if (!isKind && !/^[+-]?(?:\d+|inf|infinity)$/i.test(text) && !isTemplated(text))
      reader.problem('bad-order-kind', statement.score.span, { kind: text });
    reader.note(statement.score.span, isKind ? kinds : scoreSlot);
    reader.take('score');
  }
  parseMembers(reader, statement, {
    qualifier: actions,
    trailing: ['symmetrical'],
    atLeast: 2,
    first: statement.score ? [] : [kinds, scoreSlot],
  });
}

/** `rsc_ticket ID TICKET: members [loss-policy=P]`. */
export function parseTicket(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.constraint');
  const ticket = { kind: 'reference', namespaces: ['crm.ticket'], suffix: ':' } as const;
  reader.expect(ticket);
  const word = reader.current;
  if (word && /^[^=]+:$/.test(word.value)) {
    const span = partSpan(word, 0, word.value.length - 1);
    reader.declare('crm.ticket', word.value.slice(0, -1), span);
    reader.note(span, ticket);
    reader.take('ticket');
  } else reader.problem('missing-ticket', word ?? reader.missingAt());
  parseMembers(reader, statement, { qualifier: roles, trailing: ['loss-policy'], atLeast: 1 });
}

interface MembersOptions {
  readonly qualifier: SlotKind;
  readonly trailing: readonly string[];
  readonly atLeast: number;
  /** What could have stood in place of the first resource. */
  readonly first?: readonly SlotKind[];
}

/** Exactly two words (a ticket: one) are the simple form; anything else is resource sets with brackets. */
function parseMembers(reader: Reader, statement: Statement, options: MembersOptions): void {
  const trailing = attributeWords(options.trailing);
  const simple = reader.rest.filter(({ value }) => !isTrailing(value, options.trailing)).length === options.atLeast;
  let open: Word | undefined;
  let openKind = '';
  for (;;) {
    const enough = statement.members.length >= options.atLeast;
    const early = statement.members.length === 0 ? (options.first ?? []) : [];
    reader.expect(...early, resource, ...(enough ? [trailing] : []));
    const word = reader.current;
    if (!word) break;
    if (isTrailing(word.value, options.trailing)) {
      trailingAttribute(reader, word, trailing);
      continue;
    }
    const before = !simple && /^[([]/.test(word.value) ? word.value[0] : undefined;
    const after = !simple && /[)\]]$/.test(word.value) ? word.value.at(-1) : undefined;
    if (before) {
      if (open) reader.problem('nested-bracket', word);
      open = word;
      openKind = before;
    }
    takeSetWord(reader, statement, word, options.qualifier, before !== undefined, after !== undefined);
    if (after) {
      if (!open || (openKind === '(') !== (after === ')')) reader.problem('unopened-bracket', word, { bracket: after });
      open = undefined;
    }
  }
  if (open) reader.problem('unclosed-bracket', open, { bracket: openKind });
  if (statement.members.length < options.atLeast)
    reader.problem('too-few-resources', reader.missingAt(), { count: options.atLeast });
}

const isTrailing = (value: string, names: readonly string[]): boolean =>
  names.some((name) => value.toLowerCase().startsWith(`${name}=`));

/** A word of a resource set; brackets may touch the first and the last name. */
function takeSetWord(
  reader: Reader,
  statement: Statement,
  word: Word,
  qualifier: SlotKind,
  opens: boolean,
  closes: boolean,
): void {
  const from = opens ? 1 : 0;
  const to = word.value.length - (closes ? 1 : 0);
  const text = word.value.slice(from, Math.max(from, to));
  if (text === '' || text === '_rsc_set_') {
    reader.take('bracket');
    return;
  }
  if (/^(?:sequential|require-all)=/i.test(text)) {
    trailingAttribute(reader, word, attributeWords(['sequential', 'require-all']));
    return;
  }
  if (text.includes('=') && !isTemplated(text)) {
    reader.problem('unexpected-word', word, { word: text, expected: 'sequential=, require-all=' });
    reader.take('unread');
    return;
  }
  const colon = text.indexOf(':');
  const name = colon < 0 ? text : text.slice(0, colon);
  const span = partSpan(word, from, from + name.length);
  const parts: { from: number; to: number; slot: SlotKind }[] = [{ from, to: from + name.length, slot: resource }];
  if (colon >= 0) parts.push({ from: from + colon + 1, to, slot: qualifier });
  reader.takeParts('reference', parts);
  reader.refer('crm.resource', name, span, statement.kind);
  statement.members.push({
    word,
    name,
    span,
    ...(colon >= 0 && { qualifier: text.slice(colon + 1), qualifierSpan: partSpan(word, from + colon + 1, to) }),
  });
}
