import type { Word } from '../lexer';
import type { SetOwner, SlotKind } from '../slot-kinds';
import type { Operation, Operations, SetId, Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated, looksLikeId } from './references';
import { isAttribute, isSectionWord, isSetScore, parseAttribute, parseSet, setId } from './sets';

const section = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });

/** `op NAME {attribute} {['op_params'] set | 'op_meta' set}` (crmsh 4.4.1, crmsh/parse.py, match_operations). */
export function parseOperation(
  reader: Reader,
  statement: Statement,
  into: Operation[],
  after: readonly SlotKind[],
): void {
  const head = reader.take('keyword', section(['op']));
  const agent = statement.agent?.value;
  const template = statement.template?.name;
  const names: SlotKind = {
    kind: 'operation-name',
    ...(agent !== undefined && { agent }),
    ...(template !== undefined && { template }),
  };
  reader.expect(names);
  if (!head) return;
  const name = reader.current;
  const isName = looksLikeId(name) || isTemplated(name?.value ?? '');
  if (!name || !isName) {
    reader.problem('missing-operation', name ?? head);
    if (!name?.value.includes('=')) return;
  } else {
    if (isSectionWord(name)) reader.problem('operation-looks-wrong', name, { word: name.value });
    reader.take('operation', names);
  }
  const operation: Operation = { head, name: isName ? name : undefined, attributes: [], sets: [] };
  statement.operations.push(operation);
  into.push(operation);
  operationAttributes(reader, statement, operation, after);
}

function operationAttributes(
  reader: Reader,
  statement: Statement,
  { name, attributes, sets }: Operation,
  after: readonly SlotKind[],
): void {
  const operation = name?.value ?? '';
  const present = new Set<string>();
  const owner: SetOwner = {
    set: 'op',
    statement: statement.kind,
    operation,
    present,
    ...(statement.agent && { agent: statement.agent.value }),
    ...(statement.template && { template: statement.template.name }),
  };
  const further = section(['op_params', 'op_meta']);
  const order = new AttributeOrder(reader);
  let explicit = false;
  for (;;) {
    reader.expect({ kind: 'attribute-name', owner }, further, ...after);
    const word = reader.current;
    const lower = word?.value.toLowerCase();
    if (word && (lower === 'op_params' || lower === 'op_meta')) {
      explicit = true;
      reader.take('keyword', further);
      sets.push(
        parseSet(reader, statement, {
          kind: lower,
          head: word,
          agent: statement.agent?.value,
          operation,
          rules: true,
          after: [further, ...after],
        }),
      );
      continue;
    }
    if (word && !explicit && (lower === 'rule' || (isSetScore(word) && !isAttribute(word.value)))) {
      explicit = true;
      sets.push(
        parseSet(reader, statement, {
          kind: 'op_params',
          agent: statement.agent?.value,
          operation,
          rules: true,
          after: [further, ...after],
        }),
      );
      continue;
    }
    if (!word || isSectionWord(word) || (beginsSet(word) && !isAttribute(word.value))) break;
    order.see(word);
    const attribute = parseAttribute(reader, owner);
    attributes.push(attribute);
    present.add(attribute.name);
  }
  order.end(present.has('interval'));
  if (operation === 'monitor' && statement.kind === 'primitive' && statement.name) {
    const interval = attributes.findLast((attribute) => attribute.name === 'interval')?.value ?? '';
    reader.mark('crm.monitor', statement.name.text, statement.name.span, interval);
  }
}

/** Behind an operation crmsh looks for the sets of the resource, and knows these by their beginning. */
const beginsSet = ({ value }: Word): boolean => /^(?:params|meta)/i.test(value);

/** Attributes of an operation in the schema; any other name is a parameter of the agent for this operation. */
const schemaNames = new Set([
  ...[
    'id',
    'name',
    'interval',
    'timeout',
    'description',
    'start-delay',
    'interval-origin',
    'enabled',
    'record-pending',
  ],
  ...['role', 'on-fail'],
]);

/** Whether a name is an attribute of operations in the schema. */
export const isOperationAttribute = (name: string): boolean => schemaNames.has(name);

/** An attribute in old schemas; with a new one crm takes it for a parameter, and refuses what comes behind it. */
const formerNames = new Set(['requires']);

/**
 * The operation's own attributes come before parameters for it; crmsh appends a missing `interval=0` at the end, so
 * a parameter without an interval is refused too (crmsh 4.4.1, crmsh/parse.py: Attribute order error). At the first name
 * without a value crm gives up.
 */
class AttributeOrder {
  private foreign: Word | undefined;
  private reported = false;

  constructor(private readonly reader: Reader) {}

  see(word: Word): void {
    const name = attributeName(word.value);
    if (word.value.startsWith('@')) this.report('operation-value', word, { word: word.value });
    if (!word.value.includes('=') && schemaNames.has(name)) this.report('operation-value', word, { word: word.value });
    else if (formerNames.has(name)) this.reader.problem('operation-former-attribute', word, { word: name });
    else if (!schemaNames.has(name)) this.foreign ??= word;
    else if (this.foreign) this.report('operation-order', this.foreign, { word: this.foreign.value, name });
  }

  end(hasInterval: boolean): void {
    if (this.foreign && !hasInterval)
      this.report('operation-order', this.foreign, { word: this.foreign.value, name: 'interval' });
  }

  private report(code: string, word: Word, args: Readonly<Record<string, string>>): void {
    if (!this.reported && !isTemplated(word.value)) this.reader.problem(code, word, args);
    this.reported = true;
  }
}

/** The name that an attribute gets: `$ID=VALUE` and `$ID:NAME=VALUE` give it an id besides. */
export const attributeName = (text: string): string =>
  (text.split('=')[0] ?? '').replace(/^\$(?:[^:]*:)?/, '').toLowerCase();

/** `operations ($id=ID | $id-ref=ID)`; the operations that follow are taken into what is returned. */
export function parseOperations(reader: Reader, statement: Statement, after: readonly SlotKind[]): Operations {
  const head = reader.take('keyword', section(['operations']));
  const owner: SetOwner = { set: 'op', statement: statement.kind, present: new Set() };
  const ids: SlotKind = { kind: 'words', words: ['$id', '$id-ref'], category: 'special', suffix: '=' };
  reader.expect(ids);
  let id: SetId | undefined;
  if (/^\$id(?:-ref)?=/i.test(reader.current?.value ?? '')) {
    const attribute = parseAttribute(reader, owner);
    const { name, value, valueSpan } = attribute;
    id = setId(attribute);
    if (value !== undefined && valueSpan) {
      if (name === '$id') reader.declare('crm.set-id', value, valueSpan);
      else reader.refer('crm.set-id', value, valueSpan);
    }
    reader.expect(section(['op']), ...after);
  }
  if (head && !id) reader.problem('missing-set-id', head);
  if (head && reader.current && !isSectionWord(reader.current)) {
    reader.problem('unexpected-word', reader.current, { word: reader.current.value, expected: 'op' });
    reader.take('unread');
  }
  return { id, operations: [] };
}
