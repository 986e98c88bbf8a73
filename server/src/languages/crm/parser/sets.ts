import { partSpan, type Word } from '../lexer';
import type { SetKind, SetOwner, SlotKind } from '../slot-kinds';
import type { Attribute, AttributeSet, Rule, SetId, Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated } from './references';
import { parseRules } from './rules';

/** Words that end a list of attributes (crmsh 4.4.1, crmsh/constants.py, attr_list_keywords), lower case. */
export const sectionWords = new Set([
  'params',
  'meta',
  'utilization',
  'operations',
  'op',
  'op_params',
  'op_meta',
  'rule',
  'attributes',
]);

export const isSectionWord = (word: Word | undefined): boolean =>
  word !== undefined && sectionWords.has(word.value.toLowerCase());

interface SetOptions {
  readonly kind: SetKind;
  readonly head?: Word | undefined;
  readonly agent?: string | undefined;
  readonly template?: string | undefined;
  readonly operation?: string | undefined;
  /** Rules may stand in the set. */
  readonly rules?: boolean;
  /** What may stand here besides attributes. */
  readonly after?: readonly SlotKind[];
  /** Further words that end the set. */
  readonly stops?: ReadonlySet<string>;
  /** Keywords of sets that crmsh knows by their beginning, where a word is no attribute. */
  readonly begins?: readonly string[];
  /** Words that end a set that is another's (`$id-ref=`), besides `stops`. */
  readonly heads?: ReadonlySet<string>;
  /** A further word that ends the set, in this case only. */
  readonly exactStop?: string;
  /** Only `stops` end the set, not the section words of resources. */
  readonly ownStops?: boolean;
  /** The set's name, where it has been read already. */
  readonly id?: SetId | undefined;
}

/**
 * `['$id='ID] [SCORE':'] {rule} {nvpair}` up to a section word (crmsh 4.4.1, crmsh/parse.py, match_attr_list and
 * match_rules). Appends the set to the statement and returns it.
 */
export function parseSet(reader: Reader, statement: Statement, options: SetOptions): AttributeSet {
  const present = new Set<string>();
  const owner: SetOwner = {
    set: options.kind,
    statement: statement.kind,
    present,
    ...(options.agent !== undefined && { agent: options.agent }),
    ...(options.template !== undefined && { template: options.template }),
    ...(options.operation !== undefined && { operation: options.operation }),
  };
  const after = options.after ?? [];
  const attributes: Attribute[] = [];
  const rules: Rule[] = [];
  let id = options.id;
  let score: string | undefined;
  let usesOther = false;
  /** How many of the attributes are the set's own id, in front of score and rules: none or one. */
  let head = 0;
  let mayScore = options.rules === true && !unscored.has(options.kind);
  for (;;) {
    // A set that uses another is whole.
    const own: SlotKind[] = usesOther ? [] : [{ kind: 'attribute-name', owner }];
    const possible = [...own, ...(options.rules && attributes.length === 0 ? [ruleWord] : []), ...after];
    // Behind a rule it may also go on.
    if (rules.length > 0 && attributes.length === 0) reader.expectAlso(...possible);
    else reader.expect(...possible);
    const word = reader.current;
    if (!word) break;
    const lower = word.value.toLowerCase();
    if (options.rules && lower === 'rule' && !usesOther && attributes.length === head) {
      rules.push(...parseRules(reader));
      continue;
    }
    if ((!options.ownStops && sectionWords.has(lower)) || options.stops?.has(lower)) break;
    if (word.value === options.exactStop) break;
    if (mayScore && !usesOther && attributes.length === head && rules.length === 0 && isSetScore(word)) {
      reader.take('score', { kind: 'score', suffix: ':' });
      score = word.value.slice(0, -1);
      if (!/^[+-]?(?:\d+|INFINITY)$/.test(score) && !isTemplated(score))
        reader.problem('bad-set-score', word, { score });
      mayScore = false;
      continue;
    }
    if (usesOther && options.heads?.has(lower)) break;
    if (lostKeyword(word, options.begins) !== undefined && (usesOther || !isAttribute(word.value))) break;
    if (usesOther) reader.problem('after-id-ref', word, { word: word.value });
    const attribute = parseAttribute(reader, owner);
    const isFirst = attributes.length + rules.length === 0 && score === undefined && id === undefined;
    if (isFirst) id = setId(attribute);
    if (isFirst && id) head = 1;
    usesOther = isFirst && attribute.name === '$id-ref' && !unscored.has(options.kind);
    attributes.push(attribute);
    present.add(attribute.name);
    if (isFirst) noteId(reader, attribute);
    noteName(reader, attribute, owner);
  }
  const set: AttributeSet = { kind: options.kind, head: options.head, id, score, rules, attributes };
  statement.sets.push(set);
  return set;
}

/**
 * The first set of a statement, which may do without its keyword. crmsh compares only the beginning of the word with some
 * keywords, so `params_x=1` counts as the keyword and is lost (crmsh 4.4.1, crmsh/parse.py, match_attr_lists).
 */
export function parseFirstSet(
  reader: Reader,
  statement: Statement,
  options: SetOptions & { readonly kind: SetKind },
): AttributeSet {
  return parseLostSet(reader, statement, options) ?? parseSet(reader, statement, options);
}

/** A set whose keyword is a word that only begins like one; undefined where the next word does not. */
export function parseLostSet(
  reader: Reader,
  statement: Statement,
  options: SetOptions & { readonly kind: SetKind },
): AttributeSet | undefined {
  const word = reader.current;
  const lost = word && lostKeyword(word, options.begins);
  if (!word || lost === undefined) return undefined;
  reader.problem('lost-word', word, { word: word.value, keyword: lost });
  reader.take('lost');
  return parseSet(reader, statement, { ...options, kind: lost as SetKind, head: word });
}

const lostKeyword = ({ value }: Word, keywords: readonly string[] = []): string | undefined =>
  keywords.find((keyword) => value.toLowerCase().startsWith(keyword));

/** What crmsh takes for an attribute (crmsh 4.4.1, crmsh/parse.py, match_nvpairs). */
export const isAttribute = (text: string): boolean =>
  isReference(text) || /^\$[^:=]+(?::.+)?=|^[^=@$][^=]*=|^[^:=]+$/s.test(text);

/** `$id=ID` or `$id-ref=ID` in front of a set. */
export function setId({ name, value }: Attribute): SetId | undefined {
  const kind = name.toLowerCase();
  return value !== undefined && (kind === '$id' || kind === '$id-ref')
    ? { kind: kind === '$id' ? 'id' : 'id-ref', value }
    : undefined;
}

const ruleWord: SlotKind = { kind: 'words', words: ['rule'], category: 'section' };

/** `100:` in front of a set's rules is the set's score; crmsh takes any word (crmsh 4.4.1, crmsh/parse.py, _SCORE_RE). */
export const isSetScore = ({ value }: Word): boolean => /^[^:]+:$/.test(value);

/** Properties and defaults have no score, and go on behind `$id-ref=`. */
const unscored: ReadonlySet<SetKind> = new Set(['property', 'rsc_defaults', 'op_defaults']);

/** One `name=value` or `name`. */
export function parseAttribute(reader: Reader, owner: SetOwner): Attribute {
  const word = reader.current as Word;
  const equals = word.value.indexOf('=');
  const name = equals < 0 ? word.value : word.value.slice(0, equals);
  const nameSlot: SlotKind = { kind: 'attribute-name', owner };
  if (equals < 0) {
    if (name === '') reader.problem('empty-word', word);
    else if (!isReference(name) && (name.includes(':') || name.startsWith('$')))
      reader.problem('not-an-attribute', word, { word: name });
    reader.take('attribute', nameSlot);
    return { word, name, nameSpan: word, value: undefined, valueSpan: undefined };
  }
  const value = word.value.slice(equals + 1);
  const valueSpan = { start: word.offsets[equals] === undefined ? word.end : word.offsets[equals] + 1, end: word.end };
  const special = specialValue(name);
  reader.note(partSpan(word, 0, equals), nameSlot);
  reader.note(valueSpan, special ?? { kind: 'attribute-value', owner, name }, []);
  reader.take('attribute');
  if (name === '') reader.problem('missing-name', word);
  else if (/^[@$]/.test(name) && !isReference(word.value) && !/^\$[^:=]+(?::.+)?=/s.test(word.value))
    reader.problem('not-an-attribute', word, { word: word.value });
  return { word, name, nameSpan: partSpan(word, 0, equals), value, valueSpan };
}

/** `@ID` and `@ID:NAME` use an attribute of another set (crmsh 4.4.1, crmsh/parse.py, _NVPAIR_REF_RE). */
const isReference = (text: string): boolean => /^@[^:]+(?::.+)?$/s.test(text);

/** `$id=` names a set, `$id-ref=` uses one. */
function specialValue(name: string): SlotKind | undefined {
  if (name === '$id-ref') return { kind: 'reference', namespaces: ['crm.set-id'] };
  return name === '$id' ? { kind: 'text', what: 'set id' } : undefined;
}

/** Names of one's own choice, to be offered elsewhere: attributes of nodes, what is used up. */
function noteName(reader: Reader, { name, nameSpan, value }: Attribute, { set, statement }: SetOwner): void {
  if (name.startsWith('$') || value === undefined) return;
  if (set === 'attributes' && statement === 'node') reader.declare('crm.node-attribute', name, nameSpan, value);
  if (set === 'utilization') reader.declare('crm.utilization', name, nameSpan, value);
}

function noteId(reader: Reader, { name, value, valueSpan }: Attribute): void {
  if (value === undefined || !valueSpan) return;
  if (name === '$id') reader.declare('crm.set-id', value, valueSpan);
  if (name === '$id-ref') reader.refer('crm.set-id', value, valueSpan);
}

/**
 * `description=TEXT` where it may stand; returns the text, undefined where there is none. Without a text it is no
 * description to crmsh (crmsh 4.4.1, crmsh/parse.py, _DESC_RE).
 */
export function parseDescription(reader: Reader): string | undefined {
  const word = reader.current;
  if (!word || !/^description=./is.test(word.value)) return undefined;
  const equals = word.value.indexOf('=');
  const whole = { kind: 'text', what: 'description' } as const;
  reader.note(partSpan(word, 0, equals), { kind: 'words', words: ['description'], category: 'special', suffix: '=' });
  reader.note(partSpan(word, equals + 1), whole, []);
  reader.take('description');
  return word.value.slice(equals + 1);
}
