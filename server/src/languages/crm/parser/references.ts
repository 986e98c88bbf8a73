import { partSpan, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { Member, Statement } from '../statement';
import type { Reader } from './reader';

/** Kinds of resource that a constraint may name. */
export const constrainable = ['primitive', 'group', 'clone', 'ms', 'bundle', 'rsc_template', 'tag'] as const;

/** A word that can be a name; branded, so that a word that cannot stays a word. */
type IdWord = Word & { readonly brand: 'id' };

/** An id of a resource, node, …: no `=`, and begins like one (crmsh 4.4.1, crmsh/parse.py, match_identifier). */
export const looksLikeId = (word: Word | undefined): word is IdWord =>
  word !== undefined && /^[A-Za-z0-9_#$-][^=]*$/.test(word.value);

/** A resource that is referred to may not begin with a digit (match_resource). */
export const looksLikeResource = (word: Word | undefined): word is IdWord =>
  word !== undefined && /^[A-Za-z_#$][^=]*$/.test(word.value);

/** A name that becomes the name of an XML attribute; with any other crmsh dies. */
export const isXmlName = (name: string): boolean => /^[A-Za-z_][\w.-]*$/.test(name);

/** An id as it may stand in the CIB (crmsh 4.4.1, crmsh/utils.py, is_id_valid). */
export const isValidId = (id: string): boolean => /^[A-Za-z_][\w.-]*$/.test(id);

/**
 * Takes the new name of what the statement declares. `namespace` gets the declaration. Reports a missing or impossible
 * name (ids: crmsh 4.4.1, crmsh/utils.py, is_id_valid).
 */
export function parseId(reader: Reader, statement: Statement, namespace: string): Word | undefined {
  reader.expect({ kind: 'new-id', of: statement.kind });
  const word = reader.current;
  if (!word) {
    reader.problem('missing-id', statement.keyword, { statement: statement.kind });
    return undefined;
  }
  if (!looksLikeId(word)) {
    reader.problem(/^id=/i.test(word.value) ? 'id-with-equals' : 'bad-id', word, { id: word.value });
    if (word.value.includes('=') && !/^id=/i.test(word.value)) return undefined;
  } else if (!isValidId(word.value) && !reader.shell && !isTemplated(word.value))
    reader.problem('bad-id', word, { id: word.value });
  reader.take('id', { kind: 'new-id', of: statement.kind });
  statement.id = word;
  statement.name = { text: word.value, span: { start: word.start, end: word.end } };
  reader.declare(namespace, word.value, word, statement.kind);
  reader.mark('crm.id', word.value, word, statement.kind);
  return word;
}

/** Text that a template engine or a shell will replace: nothing can be said about it. */
export const isTemplated = (text: string): boolean =>
  /\{\{|\{%|<%|\$(?!(?:id|id-ref|role)=)[\w{(]|@\w+@|^<[A-Za-z][\w -]*>$|^%\w+%$/.test(text);

/** Takes a word that names something declared elsewhere, with what stands behind its colon. */
export function parseMember(
  reader: Reader,
  statement: Statement,
  slot: SlotKind & { kind: 'reference' },
  qualifier?: SlotKind,
): Member | undefined {
  const word = reader.current;
  if (!word) return undefined;
  const colon = qualifier ? word.value.indexOf(':') : -1;
  const name = colon < 0 ? word.value : word.value.slice(0, colon);
  const span = partSpan(word, 0, name.length);
  const member: Member = {
    word,
    name,
    span,
    ...(colon >= 0 && { qualifier: word.value.slice(colon + 1), qualifierSpan: partSpan(word, colon + 1) }),
  };
  const parts: { from: number; to: number; slot: SlotKind }[] = [{ from: 0, to: name.length, slot }];
  if (colon >= 0 && qualifier) parts.push({ from: colon + 1, to: word.value.length, slot: qualifier });
  reader.takeParts('reference', parts);
  for (const namespace of slot.namespaces.slice(0, 1)) reader.refer(namespace, name, span, statement.kind);
  statement.members.push(member);
  return member;
}
