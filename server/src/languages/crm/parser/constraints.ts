import { partSpan } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated, looksLikeId, looksLikeResource, parseId, parseMember } from './references';
import {
  actionSlot,
  attributeWords,
  constrainedResource,
  parseBracedSets,
  parseMembers,
  roleSlot,
  takeConstraintAttribute,
} from './resource-sets';
import { parseRules } from './rules';

const scoreSlot: SlotKind = { kind: 'score', suffix: ':' };
const ruleWord: SlotKind = { kind: 'words', words: ['rule'], category: 'section' };

/** What crmsh takes for a score: `Inf` is none (crmsh 4.4.1, crmsh/parse.py, validate_score). */
const isScore = (text: string): boolean =>
  /^[+-]?(?:\d+|inf(?:inity)?|INF(?:INITY)?)$/.test(text) || /^(?:mandatory|advisory)$/i.test(text);

/** Takes `SCORE:`; returns whether there was one. */
function takeScore(reader: Reader, statement: Statement): boolean {
  const word = reader.current;
  if (!word || !/^[^:]+:$/.test(word.value)) return false;
  statement.score = { text: word.value.slice(0, -1), span: partSpan(word, 0, word.value.length - 1) };
  reader.note(statement.score.span, scoreSlot);
  if (!isScore(statement.score.text) && !isTemplated(word.value))
    reader.problem(statement.kind === 'location' ? 'bad-score' : 'score-attribute', statement.score.span, {
      score: statement.score.text,
    });
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
    takeConstraintAttribute(reader, statement, word, attributes);
  }
  if (reader.current?.value.toLowerCase() === 'rule') {
    statement.rules = parseRules(reader);
    unexpectedRest(reader, 'rule');
  } else locationNode(reader, statement);
}

function locationWhat(reader: Reader, statement: Statement): void {
  const pattern: SlotKind = { kind: 'text', what: 'pattern' };
  reader.expect(constrainedResource, pattern);
  const word = reader.current;
  if (!word) reader.problem('missing-resource', reader.missingAt());
  else if (word.value === '{') parseBracedSets(reader, statement);
  else if (/^\/.+\/$/s.test(word.value)) {
    statement.pattern = word.value.slice(1, -1);
    reader.take('pattern', pattern);
  } else if (looksLikeResource(word)) parseMember(reader, statement, constrainedResource);
  else {
    reader.problem('missing-resource', word, { word: word.value });
    reader.take('unread');
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
  else if (!looksLikeId(word) && !isTemplated(word.value)) {
    reader.problem('missing-node', word);
    reader.take('unread');
  } else statement.node = parseMember(reader, statement, node);
  statement.members.splice(before);
  const role = attributeWords(['role']);
  reader.expect(role);
  if (/^\$?role=/i.test(reader.current?.value ?? '') && reader.current)
    takeConstraintAttribute(reader, statement, reader.current, role);
  unexpectedRest(reader, 'role=');
}

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
  parseMembers(reader, statement, { qualifier: roleSlot, trailing: 'node-attribute', simple: 2, roles: true });
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
  reader.expect(kinds, scoreSlot, constrainedResource);
  const word = reader.current;
  if (word && /^[^:]+:$/.test(word.value)) {
    const text = word.value.slice(0, -1);
    statement.score = { text, span: partSpan(word, 0, text.length) };
    const isKind = /^(?:mandatory|optional|serialize)$/i.test(text);
    if (!isKind && !/^[+-]?(?:\d+|inf(?:inity)?|INF(?:INITY)?)$/.test(text) && !isTemplated(text))
      reader.problem('bad-order-kind', statement.score.span, { kind: text });
    reader.note(statement.score.span, isKind ? kinds : scoreSlot);
    reader.take('score');
  } else if (word && /^(?:Mandatory|Optional|Serialize)$/.test(word.value))
    reader.problem('kind-without-colon', word, { kind: word.value });
  parseMembers(reader, statement, {
    qualifier: actionSlot,
    trailing: 'symmetrical',
    simple: 2,
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
  if (word && /^[^:]+:$/.test(word.value)) {
    const span = partSpan(word, 0, word.value.length - 1);
    statement.ticket = word.value.slice(0, -1);
    reader.declare('crm.ticket', statement.ticket, span);
    reader.note(span, ticket);
    reader.take('ticket');
  } else reader.problem('missing-ticket', word ?? reader.missingAt());
  parseMembers(reader, statement, { qualifier: roleSlot, trailing: 'loss-policy', simple: 1, roles: true });
}
