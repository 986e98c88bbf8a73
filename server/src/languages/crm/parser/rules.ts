import { asAscii, partSpan, type Word } from '../lexer';
import type { SetOwner, SlotKind } from '../slot-kinds';
import type { Expression, Rule, SetId } from '../statement';
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
const ownAttribute: SlotKind = { kind: 'reference', namespaces: ['crm.node-attribute'] };
const ruleStart = words(['rule'], 'section');

/** `{rule}` (crmsh 4.4.1, crmsh/parse.py, match_rules). Returns those that there were. */
export function parseRules(reader: Reader): Rule[] {
  const rules: Rule[] = [];
  for (let word = reader.current; word?.value.toLowerCase() === 'rule'; word = reader.current)
    rules.push(parseRule(reader, word));
  return rules;
}

function parseRule(reader: Reader, head: Word): Rule {
  reader.open('rule');
  reader.take('keyword', ruleStart);
  const own = ruleHead(reader);
  let tests: Pick<Rule, 'joinedBy' | 'expressions'> = { joinedBy: undefined, expressions: [] };
  if (own.id?.kind === 'id-ref') reader.expect(ruleStart);
  else if (reader.atEnd) reader.problem('missing-expression', reader.missingAt());
  else tests = expressions(reader);
  reader.close();
  return { head, ...own, ...tests };
}

const expressionStart = [attributeSlot, words([...unary, 'date'], 'operator'), ownAttribute];

/** `['$id='ID | '$id-ref='ID] [role=] [SCORE:]`, in this order; a rule that is used by its id has nothing more. */
function ruleHead(reader: Reader): Pick<Rule, 'id' | 'role' | 'score'> {
  const score: SlotKind = { kind: 'score', suffix: ':' };
  const role = words(['$role'], 'special', '=');
  reader.expect(score, words(['$id', '$id-ref', '$role'], 'special', '='), ...expressionStart);
  const named = takeHead(reader, /^\$(id|id-ref)=/i);
  const id: SetId | undefined = named && { kind: named.name === 'id' ? 'id' : 'id-ref', value: named.value };
  reader.expect(score, role, ...expressionStart);
  const head = { id, role: takeHead(reader, /^\$?(role)=./i)?.value };
  if (id?.kind === 'id-ref') return { ...head, score: undefined };
  reader.expect(score, ...expressionStart);
  const word = reader.current;
  if (!word || !/^[^:]+:$/.test(word.value)) return { ...head, score: undefined };
  reader.take('score', score);
  reader.expect(...expressionStart);
  return { ...head, score: word.value.slice(0, -1) };
}

/** Takes a word that `pattern` fits; returns the name it holds, in lower case, and the value. */
function takeHead(reader: Reader, pattern: RegExp): { name: string; value: string } | undefined {
  const word = reader.current;
  const name = pattern.exec(word?.value ?? '')?.[1]?.toLowerCase();
  if (!word || name === undefined) return undefined;
  headAttribute(reader, word, name);
  return { name, value: word.value.slice(word.value.indexOf('=') + 1) };
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

function expressions(reader: Reader): Pick<Rule, 'joinedBy' | 'expressions'> {
  const read: Expression[] = [];
  let joinedBy: string | undefined;
  for (;;) {
    const one = expression(reader);
    if (one) read.push(one);
    reader.expect(words(joinedBy === undefined ? ['and', 'or'] : [joinedBy], 'operator'), ruleStart);
    const bool = reader.current?.value.toLowerCase();
    const word = reader.current;
    if (!word || (bool !== 'and' && bool !== 'or')) return { joinedBy, expressions: read };
    // crmsh compares them as written: `or` and `OR` count as two.
    if (joinedBy !== undefined && joinedBy !== word.value)
      reader.problem('mixed-booleans', word, { first: joinedBy, second: word.value });
    joinedBy ??= word.value;
    reader.take('operator', words(['and', 'or'], 'operator'));
    reader.expect(...expressionStart);
    if (reader.atEnd) {
      reader.problem('missing-expression', reader.missingAt());
      return { joinedBy, expressions: read };
    }
  }
}

/** One test; undefined where it could not be read. */
function expression(reader: Reader): Expression | undefined {
  reader.open('expression');
  const first = reader.current?.value.toLowerCase() ?? '';
  const read = unary.includes(first) ? presence(reader) : first === 'date' ? date(reader) : comparison(reader);
  reader.close();
  return read;
}

function presence(reader: Reader): Expression | undefined {
  const operator = reader.take('operator', words(unary, 'operator'));
  reader.expect(attributeSlot);
  const attribute = attributeName(reader);
  return operator && attribute && { kind: 'unary', operator: operator.value, attribute: attribute.value };
}

/** The attribute that an expression is about; reports a word that cannot be one (match_identifier). */
function attributeName(reader: Reader): Word | undefined {
  const word = reader.current;
  if (!word || (!looksLikeId(word) && !isTemplated(word.value)))
    reader.problem('missing-attribute', word ?? reader.missingAt());
  return reader.take('node-attribute', attributeSlot);
}

function comparison(reader: Reader): Expression | undefined {
  const attribute = attributeName(reader);
  const operatorSlots = [words(operators, 'operator'), words(types, 'operator', ':')];
  reader.expect(...operatorSlots);
  const operator = reader.current;
  if (!operator) {
    reader.problem('missing-operator', reader.missingAt(), { attribute: attribute?.value ?? '' });
    return undefined;
  }
  const match = /^(?:(\w+):)?(\w+)$/.exec(operator.value);
  const [, type, name = ''] = match ?? [];
  const isOperator = operators.includes(name.toLowerCase()) && (!type || types.includes(type.toLowerCase()));
  // crmsh reads it in any case; the schema knows small letters only.
  if (!operators.includes(name) || !isOperator) reader.problem('not-an-operator', operator, { word: operator.value });
  if (!isOperator) {
    skipToNext(reader);
    return undefined;
  }
  reader.take('operator', words(operators, 'operator'));
  const uname = attribute?.value === '#uname';
  const valueSlot: SlotKind = uname ? { kind: 'reference', namespaces: ['crm.node'] } : { kind: 'text', what: 'value' };
  reader.expect(valueSlot);
  const value = reader.take('value', valueSlot);
  if (!value) reader.problem('missing-value', reader.missingAt());
  else if (!isTemplated(value.value) && !/^[^\s{}]+(?:\{\S+\})?$/.test(asAscii(value.value)))
    reader.problem('bad-rule-value', value, { value: value.value });
  else if (uname) reader.refer('crm.node', value.value, value);
  if (!attribute || !value) return undefined;
  return { kind: 'comparison', attribute: attribute.value, type, operator: name, value: value.value };
}

/** After something unreadable: to the next `and`, `or` or `rule`. */
function skipToNext(reader: Reader): void {
  for (let word = reader.current; word && !/^(?:and|or|rule)$/i.test(word.value); word = reader.current)
    reader.take('unread');
}

function date(reader: Reader): Expression | undefined {
  reader.take('operator', words(['date'], 'operator'));
  reader.expect(words(dateWords, 'date'));
  const operation = reader.current;
  if (!operation || !dateWords.includes(operation.value)) {
    reader.problem('not-a-date-operation', operation ?? reader.missingAt(), { word: operation?.value ?? '' });
    skipToNext(reader);
    return undefined;
  }
  reader.take('operator', words(dateWords, 'date'));
  const kind = operation.value;
  if (kind === 'lt' || kind === 'gt') {
    reader.expect({ kind: 'text', what: 'date' });
    const value = reader.take('value', { kind: 'text', what: 'date' });
    if (!value) reader.problem('missing-value', reader.missingAt());
    return { kind: 'date', operation: kind, value: value?.value, fields: [] };
  }
  const read = kind.startsWith('in')
    ? dateFields(reader, ['start', 'end', ...fields], 2)
    : dateFields(reader, fields, 1);
  return { kind: 'date', operation: kind, value: undefined, fields: read };
}

/** Parts of a date (crmsh 4.4.1, crmsh/constants.py, date_spec_names). */
const fields = ['hours', 'monthdays', 'weekdays', 'yearsdays', 'months', 'weeks', 'years', 'weekyears', 'moon'];

/** Takes `NAME=VALUE` and `NAME` as long as the names are known; what follows may belong to the set round the rule. */
function dateFields(reader: Reader, names: readonly string[], atLeast: number): { name: string; value: string }[] {
  const read: { name: string; value: string }[] = [];
  const present = new Set<string>();
  const owner: SetOwner = { set: 'date', statement: 'rule', present };
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
    read.push({ name, value: word.value.slice(name.length + 1) });
    reader.take('attribute');
  }
  if (read.length >= atLeast) return read;
  const wrong = reader.current;
  if (!wrong?.value.includes('='))
    reader.problem('missing-date-field', reader.missingAt(), { fields: names.join(', ') });
  else {
    reader.problem('not-a-date-field', wrong, { word: wrong.value.split('=')[0] ?? '', fields: names.join(', ') });
    reader.take('unread');
  }
  return read;
}
