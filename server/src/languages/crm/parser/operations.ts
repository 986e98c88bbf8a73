import type { SetOwner, SlotKind } from '../slot-kinds';
import type { Attribute, Statement } from '../statement';
import type { Reader } from './reader';
import { isSectionWord, parseAttribute, parseSet } from './sets';

const section = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });

/** `op NAME {attribute} {['op_params'] set | 'op_meta' set}` (crmsh 4.4.1, crmsh/parse.py, match_operations). */
export function parseOperation(reader: Reader, statement: Statement, after: readonly SlotKind[]): void {
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
  const attributes: Attribute[] = [];
  if (!name || isSectionWord(name) || name.value.includes('=')) {
    reader.problem('missing-operation', name ?? head);
    if (!name?.value.includes('=')) return;
  } else reader.take('operation', names);
  const nameText = name && !name.value.includes('=') ? name.value : '';
  statement.operations.push({ head, name: nameText === '' ? undefined : name, attributes });
  operationAttributes(reader, statement, nameText, attributes, after);
}

function operationAttributes(
  reader: Reader,
  statement: Statement,
  operation: string,
  attributes: Attribute[],
  after: readonly SlotKind[],
): void {
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
  let fatal = false;
  for (;;) {
    reader.expect({ kind: 'attribute-name', owner }, further, ...after);
    const word = reader.current;
    if (!word) return;
    const lower = word.value.toLowerCase();
    if (lower === 'op_params' || lower === 'op_meta') {
      reader.take('keyword', further);
      parseSet(reader, statement, {
        kind: lower,
        head: word,
        agent: statement.agent?.value,
        operation,
        after: [further, ...after],
      });
      continue;
    }
    if (isSectionWord(word)) return;
    // crm gives up at the first of these, so the rest would only repeat it.
    if (!fatal && !word.value.includes('=')) reader.problem('operation-value', word, { word: word.value });
    fatal ||= !word.value.includes('=');
    const attribute = parseAttribute(reader, owner);
    attributes.push(attribute);
    present.add(attribute.name);
  }
}

/** `operations ($id=ID | $id-ref=ID) {op}`. */
export function parseOperations(reader: Reader, statement: Statement, after: readonly SlotKind[]): void {
  const head = reader.take('keyword', section(['operations']));
  const owner: SetOwner = { set: 'op', statement: statement.kind, present: new Set() };
  const ids: SlotKind = { kind: 'words', words: ['$id', '$id-ref'], category: 'special', suffix: '=' };
  reader.expect(ids, section(['op']), ...after);
  while (/^\$id(?:-ref)?=/.test(reader.current?.value ?? '')) {
    const { name, value, valueSpan } = parseAttribute(reader, owner);
    if (value !== undefined && valueSpan) {
      if (name === '$id') reader.declare('crm.set-id', value, valueSpan);
      else reader.refer('crm.set-id', value, valueSpan);
    }
    reader.expect(section(['op']), ...after);
  }
  if (head && reader.current && !isSectionWord(reader.current)) {
    reader.problem('unexpected-word', reader.current, { word: reader.current.value, expected: 'op' });
    reader.take('unread');
  }
}
