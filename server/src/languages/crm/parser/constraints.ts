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
  parseMembers(reader, statement, { qualifier: roles, trailing: 'node-attribute', atLeast: 2, roles: true });
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
    trailing: 'symmetrical',
    atLeast: 2,
    roles: false,
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
  parseMembers(reader, statement, { qualifier: roles, trailing: 'loss-policy', atLeast: 1, roles: true });
}

interface MembersOptions {
  readonly qualifier: SlotKind;
  /** The attribute that may be the very last word. */
  readonly trailing: string;
  /** How many words the simple form has. */
  readonly atLeast: number;
  /** Behind the colon stand roles (or numbers of instances); else actions. */
  readonly roles: boolean;
  /** What could have stood in place of the first resource. */
  readonly first?: readonly SlotKind[];
}

const roleNames = /^(?:promoted|unpromoted|started|stopped|master|slave)$/i;
const actionNames = /^(?:start|promote|demote|stop)$/i;
const trailingValues: Readonly<Record<string, RegExp>> = {
  symmetrical: /^(?:true|false|yes|no|on|off)$/i,
  'loss-policy': /^(?:stop|demote|fence|freeze)$/i,
};

/** Exactly two words (a ticket: one) are the simple form; anything else is resource sets with brackets. */
function parseMembers(reader: Reader, statement: Statement, options: MembersOptions): void {
  const trailing = attributeWords([options.trailing]);
  const simple = reader.rest.filter(({ value }) => !isTrailing(value, options.trailing)).length === options.atLeast;
  const brackets = new Brackets(reader, simple);
  for (;;) {
    const enough = statement.members.length > 0;
    const early = enough ? [] : (options.first ?? []);
    reader.expect(...early, resource, ...(enough ? [trailing] : []));
    const word = reader.current;
    if (!word) break;
    if (isTrailing(word.value, options.trailing)) lastAttribute(reader, word, options.trailing, trailing);
    else {
      const { opens, closes } = brackets.see(word);
      takeSetWord(reader, statement, word, options, opens, closes);
    }
  }
  brackets.end();
  if (statement.members.length === 0) reader.problem('missing-resource', reader.missingAt());
}

/** `symmetrical=`, `node-attribute=`, `loss-policy=`: crmsh knows them only as the last word, with the values it knows. */
function lastAttribute(reader: Reader, word: Word, name: string, slot: SlotKind): void {
  const value = word.value.slice(name.length + 1);
  const known = trailingValues[name];
  if (reader.peek()) reader.problem('not-last', word, { word: word.value });
  else if (known && !known.test(value) && !isTemplated(value))
    reader.problem('bad-trailing-value', word, { name, value });
  trailingAttribute(reader, word, slot);
}

const isTrailing = (value: string, name: string): boolean => value.toLowerCase().startsWith(`${name}=`);

/** Follows the brackets of resource sets; in the simple form a bracket would be part of a name. */
class Brackets {
  private open: Word | undefined;
  private empty = false;

  constructor(
    private readonly reader: Reader,
    private readonly simple: boolean,
  ) {}

  /** Whether a word opens or closes a set (both, for `(a)`). */
  see(word: Word): { opens: boolean; closes: boolean } {
    const { value } = word;
    const opens = /^[([]/.test(value);
    const closes = /[)\]]$/.test(value);
    if (this.simple && (value === '(' || value === ')' || value === '[' || value === ']')) {
      this.reader.problem('empty-set', word);
      return { opens, closes };
    }
    if (this.simple) return { opens: false, closes: false };
    if (opens && this.open) this.reader.problem('nested-bracket', word);
    if (opens) this.open = word;
    if (closes && (!this.open || this.open.value.startsWith('(') !== value.endsWith(')'))) {
      this.reader.problem('unopened-bracket', word, { bracket: value.slice(-1) });
    }
    if (closes && this.empty && value.length === 1) this.reader.problem('empty-set', word);
    this.empty = opens && value.length === 1;
    if (closes) this.open = undefined;
    return { opens, closes };
  }

  end(): void {
    if (this.open) this.reader.problem('unclosed-bracket', this.open, { bracket: this.open.value.slice(0, 1) });
  }
}

/** A word of a resource set; brackets may touch the first and the last name. */
function takeSetWord(
  reader: Reader,
  statement: Statement,
  word: Word,
  options: MembersOptions,
  opens: boolean,
  closes: boolean,
): void {
  const from = opens ? 1 : 0;
  const to = word.value.length - (closes && word.value.length > from ? 1 : 0);
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
  if (colon >= 0) parts.push({ from: from + colon + 1, to, slot: options.qualifier });
  const qualifier = colon < 0 ? undefined : text.slice(colon + 1);
  const qualifierSpan = colon < 0 ? undefined : partSpan(word, from + colon + 1, to);
  reader.takeParts('reference', parts);
  reader.refer('crm.resource', name, span, statement.kind);
  if (qualifier !== undefined && qualifierSpan) checkQualifier(reader, qualifier, qualifierSpan, options.roles);
  statement.members.push({
    word,
    name,
    span,
    ...(qualifier !== undefined && { qualifier }),
    ...(qualifierSpan && { qualifierSpan }),
  });
}

/** What may stand behind the colon (crmsh 4.4.1, crmsh/parse.py: Invalid role, Invalid action); numbers are instances. */
function checkQualifier(
  reader: Reader,
  qualifier: string,
  span: { start: number; end: number },
  wantsRole: boolean,
): void {
  if (/^\d+$/.test(qualifier) || isTemplated(qualifier)) return;
  if (!(wantsRole ? roleNames : actionNames).test(qualifier))
    reader.problem(wantsRole ? 'bad-role' : 'bad-action', span, { word: qualifier });
}
