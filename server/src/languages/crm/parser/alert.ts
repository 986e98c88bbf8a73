import type { Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { AlertSelector, AttributeSet, Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated, looksLikeId, parseId } from './references';
import { parseDescription, parseSet } from './sets';

const alertParts = ['attributes', 'meta', 'select', 'to'];
const selectors = ['nodes', 'fencing', 'resources', 'attributes'];
const section = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });
const parts = section(alertParts);
const opening: SlotKind = { kind: 'words', words: ['{'], category: 'bracket' };
const closing: SlotKind = { kind: 'words', words: ['}'], category: 'bracket' };

/** `alert ID PATH [description=] {attributes | meta | select | to}` (crmsh 4.4.1, crmsh/parse.py, parse_alert). */
export function parseAlert(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.alert');
  const path: SlotKind = { kind: 'text', what: 'path' };
  reader.expect(path);
  const program = reader.take('path', path);
  if (program?.value) statement.path = program.value;
  else reader.problem('missing-path', program ?? reader.missingAt());
  reader.expect(parts);
  const description = parseDescription(reader);
  if (description !== undefined) statement.description = description;
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(parts);
    const isSet = /^(?:attributes|meta)$/.test(word.value);
    // Behind a set crmsh looks for the next in any case.
    if (isSet || (statement.alertParts.at(-1)?.kind === 'set' && /^(?:attributes|meta)$/i.test(word.value)))
      statement.alertParts.push({ kind: 'set', set: parseAlertSet(reader, statement, word, alertParts) });
    else if (word.value === 'select') statement.alertParts.push({ kind: 'select', selectors: parseSelect(reader) });
    else if (word.value.toLowerCase() === 'to') parseTo(reader, statement);
    else {
      reader.problem('unexpected-word', word, { word: word.value, expected: alertParts.join(', ') });
      reader.take('unread');
    }
  }
}

function parseAlertSet(reader: Reader, statement: Statement, head: Word, stops: readonly string[]): AttributeSet {
  reader.take('keyword', parts);
  const kind = head.value.toLowerCase() === 'meta' ? 'meta' : 'attributes';
  const after = stops.includes('}') ? [section(['attributes', 'meta']), closing] : [parts];
  return parseSet(reader, statement, { kind, head, stops: new Set(stops), ownStops: true, rules: true, after });
}

function parseSelect(reader: Reader): AlertSelector[] {
  const read: AlertSelector[] = [];
  reader.take('keyword', parts);
  for (;;) {
    reader.expect(section(selectors), parts);
    const head = reader.current?.value ?? '';
    if (!selectors.includes(head) || (head === 'attributes' && reader.peek()?.value !== '{')) return read;
    reader.take('selector', section(selectors));
    read.push({ kind: head, names: head === 'attributes' ? parseNames(reader) : [] });
  }
}

/** `'{' {NAME} '}'`. */
function parseNames(reader: Reader): string[] {
  const names: string[] = [];
  const open = reader.take('bracket', opening);
  const attribute: SlotKind = { kind: 'reference', namespaces: ['crm.node-attribute'] };
  reader.expect(attribute, closing);
  for (let word = reader.current; word && word.value !== '}'; word = reader.current) {
    if (!looksLikeId(word) && !isTemplated(word.value)) reader.problem('not-a-name', word, { word: word.value });
    names.push(word.value);
    reader.take('name', attribute);
    reader.expect(attribute, closing);
  }
  if (!reader.take('bracket', closing) && open) reader.problem('unclosed-bracket', open, { bracket: '{' });
  return names;
}

/** `to ['{'] VALUE [description=] {attributes | meta} ['}']`. */
function parseTo(reader: Reader, statement: Statement): void {
  reader.take('keyword', parts);
  const open = reader.current?.value === '{' ? reader.take('bracket', opening) : undefined;
  const value: SlotKind = { kind: 'text', what: 'recipient' };
  reader.expect(value);
  const recipient = reader.take('value', value);
  if (!recipient) reader.problem('missing-value', reader.missingAt());
  reader.expect(...(open ? [section(['attributes', 'meta']), closing] : [parts]));
  const description = parseDescription(reader);
  const sets: AttributeSet[] = [];
  const stops = ['attributes', 'meta', 'to', ...(open ? ['}'] : [])];
  for (let word = reader.current; word && /^(?:attributes|meta)$/i.test(word.value); word = reader.current)
    sets.push(parseAlertSet(reader, statement, word, stops));
  statement.alertParts.push({ kind: 'to', value: recipient?.value ?? '', description, sets });
  if (!open) return;
  if (reader.current?.value === '}') reader.take('bracket', closing);
  else reader.problem('unclosed-bracket', open, { bracket: '{' });
}
