import { partSpan, type Word } from '../lexer';
import type { SetOwner, SlotKind } from '../slot-kinds';
import type { Reader } from './reader';

const operators = ['lt', 'gt', 'lte', 'gte', 'eq', 'ne'];
const unary = ['defined', 'not_defined'];
const types = ['string', 'integer', 'number', 'version'];
const dateWords = ['lt', 'gt', 'in_range', 'in', 'date_spec', 'spec'];

const words = (list: readonly string[], category: string, suffix?: string): SlotKind => ({
  kind: 'words',
  words: list,
  category,
  ...(suffix !== undefined && { suffix }),
});
const attributeSlot: SlotKind = {
  kind: 'words',
  words: ['#uname', '#id', '#kind', '#cluster-name', '#site-name'],
  category: 'node-attribute',
};
const ruleStart = words(['rule'], 'section');

/** `{rule}` (crmsh 4.4.1, crmsh/parse.py, match_rules). Returns whether there was one. */
export function parseRules(reader: Reader): boolean {
  let found = false;
  for (let word = reader.current; word?.value.toLowerCase() === 'rule'; word = reader.current) {
    found = true;
    parseRule(reader);
  }
  return found;
}

function parseRule(reader: Reader): void {
  reader.open('rule');
  reader.take('keyword', ruleStart);
  ruleHead(reader);
  if (reader.atEnd || reader.current?.value.toLowerCase() === 'rule') {
    if (!lastIsIdRef(reader)) reader.problem('missing-expression', reader.missingAt());
  } else expressions(reader);
  reader.close();
}

const lastIsIdRef = (reader: Reader): boolean => reader.slots.at(-1)?.slot.kind === 'reference';

/** `$id=`, `$id-ref=`, `role=`, score: in front of the expression. */
function ruleHead(reader: Reader): void {
  for (;;) {
    reader.expect(
      { kind: 'score', suffix: ':' },
      words(['$id', '$id-ref', '$role'], 'special', '='),
      attributeSlot,
      words([...unary, 'date'], 'operator'),
    );
    const word = reader.current;
    const match = /^(\$?id|\$?id-ref|\$?role)=/i.exec(word?.value ?? '');
    if (word && match) headAttribute(reader, word, (match[1] ?? '').toLowerCase().replace('$', ''));
    else if (word && /^[^=]*[^=:]:$/.test(word.value) && !types.includes(word.value.slice(0, -1))) {
      noteScore(reader, word);
      reader.take('score', { kind: 'score', suffix: ':' });
    } else return;
  }
}

function headAttribute(reader: Reader, word: Word, name: string): void {
  const equals = word.value.indexOf('=');
  const value = partSpan(word, equals + 1);
  reader.note(partSpan(word, 0, equals), words(['$id', '$id-ref', '$role'], 'special', '='));
  if (name === 'role')
    reader.note(value, words(['Promoted', 'Unpromoted', 'Master', 'Slave', 'Started', 'Stopped'], 'role'), []);
  else if (name === 'id-ref') reader.note(value, { kind: 'reference', namespaces: ['crm.set-id'] }, []);
  else reader.note(value, { kind: 'text', what: 'rule id' }, []);
  if (name === 'id') reader.declare('crm.set-id', word.value.slice(equals + 1), value);
  if (name === 'id-ref') reader.refer('crm.set-id', word.value.slice(equals + 1), value);
  reader.take('attribute');
  if (name === 'id-ref') reader.note(value, { kind: 'reference', namespaces: ['crm.set-id'] }, []);
}

/** Another word than a score means an attribute that holds it: legal, but rarely meant. */
function noteScore(reader: Reader, word: Word): void {
  const text = word.value.replace(/:$/, '');
  reader.mark('crm.score', text, word);
}

function expressions(reader: Reader): void {
  let joinedBy: string | undefined;
  for (;;) {
    expression(reader);
    reader.expect(words(['and', 'or'], 'operator'), ruleStart);
    const bool = reader.current?.value.toLowerCase();
    const word = reader.current;
    if (!word || (bool !== 'and' && bool !== 'or')) return;
    if (joinedBy !== undefined && joinedBy !== bool)
      reader.problem('mixed-booleans', word, { first: joinedBy, second: bool });
    joinedBy ??= bool;
    reader.take('operator', words(['and', 'or'], 'operator'));
    reader.expect(attributeSlot, words([...unary, 'date'], 'operator'));
    if (reader.atEnd) {
      reader.problem('missing-expression', reader.missingAt());
      return;
    }
  }
}

function expression(reader: Reader): void {
  reader.open('expression');
  const first = reader.current?.value.toLowerCase() ?? '';
  if (unary.includes(first)) {
    reader.take('operator', words(unary, 'operator'));
    reader.expect(attributeSlot);
    if (!reader.take('node-attribute', attributeSlot)) reader.problem('missing-attribute', reader.missingAt());
  } else if (first === 'date') date(reader);
  else comparison(reader);
  reader.close();
}

function comparison(reader: Reader): void {
  const attribute = reader.take('node-attribute', attributeSlot);
  const operatorSlots = [words(operators, 'operator'), words(types, 'operator', ':')];
  reader.expect(...operatorSlots);
  const operator = reader.current;
  if (!operator) {
    reader.problem('missing-operator', reader.missingAt(), { attribute: attribute?.value ?? '' });
    return;
  }
  const match = /^(?:(\w+):)?(\w+)$/.exec(operator.value);
  const known =
    match &&
    operators.includes((match[2] ?? '').toLowerCase()) &&
    (match[1] === undefined || types.includes(match[1].toLowerCase()));
  if (!known) {
    reader.problem('not-an-operator', operator, { word: operator.value });
    skipToNext(reader);
    return;
  }
  reader.take('operator', words(operators, 'operator'));
  const uname = attribute?.value === '#uname';
  const valueSlot: SlotKind = uname ? { kind: 'reference', namespaces: ['crm.node'] } : { kind: 'text', what: 'value' };
  reader.expect(valueSlot);
  const value = reader.take('value', valueSlot);
  if (!value) reader.problem('missing-value', reader.missingAt());
  else if (uname) reader.refer('crm.node', value.value, value);
}

/** After something unreadable: to the next `and`, `or` or `rule`. */
function skipToNext(reader: Reader): void {
  for (let word = reader.current; word && !/^(?:and|or|rule)$/i.test(word.value); word = reader.current)
    reader.take('unread');
}

function date(reader: Reader): void {
  reader.take('operator', words(['date'], 'operator'));
  reader.expect(words(dateWords, 'date'));
  const operation = reader.current;
  if (!operation || !dateWords.includes(operation.value.toLowerCase())) {
    reader.problem('not-a-date-operation', operation ?? reader.missingAt(), { word: operation?.value ?? '' });
    skipToNext(reader);
    return;
  }
  reader.take('operator', words(dateWords, 'date'));
  const kind = operation.value.toLowerCase();
  if (kind === 'lt' || kind === 'gt') {
    reader.expect({ kind: 'text', what: 'date' });
    if (!reader.take('value', { kind: 'text', what: 'date' })) reader.problem('missing-value', reader.missingAt());
  } else dateFields(reader, kind.startsWith('in') ? ['start', 'end', ...spans] : fields);
}

const spans = ['hours', 'monthdays', 'weekdays', 'yearsdays', 'months', 'weeks', 'years', 'weekyears', 'moon'];
const fields = spans;

function dateFields(reader: Reader, names: readonly string[]): void {
  const present = new Set<string>();
  const owner: SetOwner = { set: 'date', statement: 'rule', present };
  for (;;) {
    reader.expect(
      words(
        names.filter((name) => !present.has(name)),
        'date',
        '=',
      ),
    );
    const word = reader.current;
    const equals = word?.value.indexOf('=') ?? -1;
    if (!word || equals < 0) break;
    const name = word.value.slice(0, equals);
    reader.note(partSpan(word, 0, equals), words(names, 'date', '='));
    reader.note(partSpan(word, equals + 1), { kind: 'attribute-value', owner, name }, []);
    if (!names.includes(name))
      reader.problem('not-a-date-field', partSpan(word, 0, equals), { word: name, fields: names.join(', ') });
    present.add(name);
    reader.take('attribute');
  }
  if (present.size === 0) reader.problem('missing-value', reader.missingAt());
}
