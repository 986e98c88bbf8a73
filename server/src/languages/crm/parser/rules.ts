import { partSpan, type Word } from '../lexer';
import type { SetOwner, SlotKind } from '../slot-kinds';
import type { Reader } from './reader';
import { isTemplated, looksLikeId } from './references';

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
  const uses = ruleHead(reader);
  if (uses === 'nothing more') reader.expect(ruleStart);
  else if (reader.atEnd) reader.problem('missing-expression', reader.missingAt());
  else expressions(reader);
  reader.close();
}

const expressionStart = [attributeSlot, words([...unary, 'date'], 'operator')];

/** `['$id='ID | '$id-ref='ID] [role=] [SCORE:]`, in this order; a rule that is used by its id has nothing more. */
function ruleHead(reader: Reader): 'expression' | 'nothing more' {
  const score: SlotKind = { kind: 'score', suffix: ':' };
  const role = words(['$role'], 'special', '=');
  reader.expect(score, words(['$id', '$id-ref', '$role'], 'special', '='), ...expressionStart);
  const id = takeHead(reader, /^\$(id|id-ref)=/i);
  reader.expect(score, role, ...expressionStart);
  takeHead(reader, /^\$?(role)=./i);
  if (id === 'id-ref') return 'nothing more';
  reader.expect(score, ...expressionStart);
  const word = reader.current;
  if (word && /^[^:]+:$/.test(word.value)) {
    reader.take('score', score);
    reader.expect(...expressionStart);
  }
  return 'expression';
}

/** Takes a word that `pattern` fits; returns the name it holds, in lower case. */
function takeHead(reader: Reader, pattern: RegExp): string | undefined {
  const word = reader.current;
  const name = pattern.exec(word?.value ?? '')?.[1]?.toLowerCase();
  if (word && name !== undefined) headAttribute(reader, word, name);
  return name;
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
}

function expressions(reader: Reader): void {
  let joinedBy: string | undefined;
  for (;;) {
    expression(reader);
    reader.expect(words(['and', 'or'], 'operator'), ruleStart);
    const bool = reader.current?.value.toLowerCase();
    const word = reader.current;
    if (!word || (bool !== 'and' && bool !== 'or')) return;
    // crmsh compares them as written: `or` and `OR` count as two.
    if (joinedBy !== undefined && joinedBy !== word.value)
      reader.problem('mixed-booleans', word, { first: joinedBy, second: word.value });
    joinedBy ??= word.value;
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
    attributeName(reader);
  } else if (first === 'date') date(reader);
  else comparison(reader);
  reader.close();
}

/** The attribute that an expression is about; reports a word that cannot be one (match_identifier). */
function attributeName(reader: Reader): Word | undefined {
  const word = reader.current;
  if (!word || (!looksLikeId(word) && !isTemplated(word.value)))
    reader.problem('missing-attribute', word ?? reader.missingAt());
  return reader.take('node-attribute', attributeSlot);
}

function comparison(reader: Reader): void {
  const attribute = attributeName(reader);
  const operatorSlots = [words(operators, 'operator'), words(types, 'operator', ':')];
  reader.expect(...operatorSlots);
  const operator = reader.current;
  if (!operator) {
    reader.problem('missing-operator', reader.missingAt(), { attribute: attribute?.value ?? '' });
    return;
  }
  const match = /^(?:(\w+):)?(\w+)$/.exec(operator.value);
  const known =
    match && operators.includes(match[2] ?? '') && (match[1] === undefined || types.includes(match[1].toLowerCase()));
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
  else if (!isTemplated(value.value) && !/^[^\s{}]+(?:\{\S+\})?$/.test(value.value))
    reader.problem('bad-rule-value', value, { value: value.value });
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
  if (!operation || !dateWords.includes(operation.value)) {
    reader.problem('not-a-date-operation', operation ?? reader.missingAt(), { word: operation?.value ?? '' });
    skipToNext(reader);
    return;
  }
  reader.take('operator', words(dateWords, 'date'));
  const kind = operation.value;
  if (kind === 'lt' || kind === 'gt') {
    reader.expect({ kind: 'text', what: 'date' });
    if (!reader.take('value', { kind: 'text', what: 'date' })) reader.problem('missing-value', reader.missingAt());
  } else if (kind.startsWith('in')) dateFields(reader, ['start', 'end', ...fields], 2);
  else dateFields(reader, fields, 1);
}

/** Parts of a date (crmsh 4.4.1, crmsh/constants.py, date_spec_names). */
const fields = ['hours', 'monthdays', 'weekdays', 'yearsdays', 'months', 'weeks', 'years', 'weekyears', 'moon'];

/** Takes `NAME=VALUE` and `NAME` as long as the names are known; what follows may belong to the set round the rule. */
function dateFields(reader: Reader, names: readonly string[], atLeast: number): void {
  const present = new Set<string>();
  const owner: SetOwner = { set: 'date', statement: 'rule', present };
  let count = 0;
  for (;;) {
    const left = names.filter((name) => !present.has(name));
    reader.expect(words(left, 'date', '='));
    const word = reader.current;
    const name = /^([^=]+)(?:=.+)?$/s.exec(word?.value ?? '')?.[1] ?? '';
    if (!word || !names.includes(name)) break;
    reader.note(partSpan(word, 0, name.length), words(names, 'date', '='));
    if (word.value.length > name.length)
      reader.note(partSpan(word, name.length + 1), { kind: 'attribute-value', owner, name }, []);
    present.add(name);
    count++;
    reader.take('attribute');
  }
  if (count >= atLeast) return;
  const wrong = reader.current;
  if (!wrong?.value.includes('='))
    reader.problem('missing-date-field', reader.missingAt(), { fields: names.join(', ') });
  else {
    reader.problem('not-a-date-field', wrong, { word: wrong.value.split('=')[0] ?? '', fields: names.join(', ') });
    reader.take('unread');
  }
}
