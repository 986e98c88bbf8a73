import { partSpan, type Word } from '../lexer';
import type { SetKind, SlotKind } from '../slot-kinds';
import type { Attribute, Statement } from '../statement';
import { parseOperation, parseOperations } from './operations';
import type { Reader } from './reader';
import { isTemplated, isXmlName, looksLikeResource, parseId, parseMember } from './references';
import { isSectionWord, parseDescription, parseFirstSet, parseLostSet, parseSet } from './sets';

const section = (words: readonly string[]): SlotKind => ({ kind: 'words', words, category: 'section' });
const descriptionSlot: SlotKind = { kind: 'words', words: ['description'], category: 'special', suffix: '=' };

/** `primitive ID (AGENT | @TEMPLATE) [description=] {section}`; `rsc_template` without `@`. */
export function parsePrimitive(reader: Reader, statement: Statement): void {
  const isTemplate = statement.kind === 'rsc_template';
  parseId(reader, statement, isTemplate ? 'crm.template' : 'crm.resource');
  reader.expect({ kind: 'agent', templates: !isTemplate });
  parseAgent(reader, statement, isTemplate);
  const sections = section(['params', 'meta', 'utilization', 'operations', 'op']);
  reader.expect(sections, descriptionSlot);
  describe(statement, parseDescription(reader));
  parseSections(reader, statement, sections);
}

function parseAgent(reader: Reader, statement: Statement, isTemplate: boolean): void {
  const word = reader.current;
  if (!word || word.value === '') {
    reader.problem('missing-agent', word ?? reader.missingAt());
    return;
  }
  if (isSectionWord(word) || (word.value.includes('=') && (isTemplate || !word.value.startsWith('@')))) {
    reader.problem(isAgent(word.value) ? 'agent-looks-wrong' : 'bad-agent', word, {
      word: word.value,
      agent: word.value,
    });
    statement.agent = word;
    reader.take('agent', { kind: 'agent', templates: !isTemplate });
    return;
  }
  if (word.value.startsWith('@') && !isTemplated(word.value)) {
    const slot = { kind: 'reference', namespaces: ['crm.template'] } as const;
    if (word.value === '@') {
      statement.agent = word; // to crmsh it is a type by this name
      reader.takeParts('template', [{ from: 1, to: 1, slot }]);
      return;
    }
    reader.mark('crm.fencing', 'device', word); // it may be one: the template says
    reader.refer('crm.template', word.value.slice(1), partSpan(word, 1), statement.kind);
    statement.template = { word, name: word.value.slice(1), span: partSpan(word, 1) };
    reader.takeParts('template', [{ from: 1, to: word.value.length, slot }]);
    return;
  }
  statement.agent = word;
  if (/^(?:stonith:|fence_)/.test(word.value)) reader.mark('crm.fencing', 'device', word);
  if (!isAgent(word.value) && !isTemplated(word.value)) reader.problem('bad-agent', word, { agent: word.value });
  reader.take('agent', { kind: 'agent', templates: !isTemplate });
}

/** Three parts at most, with a type; `ocf` needs its provider (crmsh 4.4.1, crmsh/ra.py, ra_type_validate). */
function isAgent(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= 3 && parts.at(-1) !== '' && !(parts.length === 3 && parts[0] === 'ocf' && parts[1] === '');
}

/** The sections of a primitive; the first set may do without its `params` (crmsh 4.4.1, crmsh/parse.py, match_arguments). */
function parseSections(reader: Reader, statement: Statement, sections: SlotKind): void {
  const owner = { agent: statement.agent?.value, template: statement.template?.name };
  const slots = [sections];
  const options = { ...owner, rules: true, after: slots, begins: ['params', 'meta'] };
  if (!reader.atEnd && !/^(?:params|meta|utilization|operations|op)$/i.test(reader.current?.value ?? ''))
    statement.sections.push(parseFirstSet(reader, statement, { kind: 'params', ...options }));
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(sections);
    const head = word.value.toLowerCase();
    reader.open('section');
    if (head === 'op') operationsOf(statement, reader, slots);
    else if (head === 'operations') statement.sections.push(parseOperations(reader, statement, slots));
    else if (head === 'params' || head === 'meta' || head === 'utilization') {
      reader.take('keyword', sections);
      statement.sections.push(parseSet(reader, statement, { kind: head, head: word, ...options }));
    } else if (!takeLostSet(reader, statement, options)) {
      reader.problem('unexpected-word', word, { word: word.value, expected: 'params, meta, utilization, op' });
      reader.take('unread');
    }
    reader.close();
  }
}

function takeLostSet(
  reader: Reader,
  statement: Statement,
  options: Omit<Parameters<typeof parseLostSet>[2], 'kind'>,
): boolean {
  const set = parseLostSet(reader, statement, { kind: 'params', ...options });
  if (set) statement.sections.push(set);
  return set !== undefined;
}

/** An `op` joins the run of operations that it stands in, or begins one. */
function operationsOf(statement: Statement, reader: Reader, slots: readonly SlotKind[]): void {
  const last = statement.sections.at(-1);
  const run = last && 'operations' in last ? last : { id: undefined, operations: [] };
  if (run !== last) statement.sections.push(run);
  parseOperation(reader, statement, run.operations, slots);
}

function describe(statement: Statement, text: string | undefined): void {
  if (text !== undefined) statement.description = text;
}

const containerSections = section(['params', 'meta']);

/** `group ID {RSC} [description=] {params|meta}`: members come before any word with `=`. */
export function parseGroup(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.resource');
  const seen = new Set<string>();
  for (;;) {
    const slot = {
      kind: 'reference',
      namespaces: ['crm.resource'],
      accept: ['primitive'],
      except: seen,
      free: true,
    } as const;
    reader.expect(slot, ...(seen.size > 0 ? [containerSections, descriptionSlot] : []));
    const word = reader.current;
    if (
      !word ||
      word.value === '' ||
      (word.value.includes('=') && !isTemplated(word.value)) ||
      /^(?:params|meta)$/i.test(word.value)
    )
      break;
    if (seen.has(word.value)) reader.problem('member-twice', word, { name: word.value });
    seen.add(word.value);
    const member = parseMember(reader, statement, slot);
    if (member) reader.mark('crm.member', member.name, member.span, statement.id?.value ?? '');
  }
  if (seen.size === 0) reader.problem('missing-members', reader.missingAt());
  if (!reader.atEnd) parseContainerSets(reader, statement);
}

/** `clone ID RSC [description=] {params|meta}`; also `ms` and `master`. */
export function parseClone(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.resource');
  const slot = { kind: 'reference', namespaces: ['crm.resource'], accept: ['primitive', 'group'], free: true } as const;
  reader.expect(slot);
  if (!looksLikeResource(reader.current) && !isTemplated(reader.current?.value ?? '')) {
    reader.problem('missing-child', reader.current ?? reader.missingAt(), { statement: statement.kind });
    if (reader.current && !isSectionWord(reader.current) && !reader.current.value.includes('=')) reader.take('unread');
  } else {
    const member = parseMember(reader, statement, slot);
    if (member) reader.mark('crm.member', member.name, member.span, statement.id?.value ?? '');
  }
  reader.expect(containerSections, descriptionSlot);
  parseContainerSets(reader, statement);
}

function parseContainerSets(reader: Reader, statement: Statement): void {
  describe(statement, parseDescription(reader));
  reader.expect(containerSections);
  const options = { rules: true, after: [containerSections], begins: ['params'] };
  if (!reader.atEnd && !/^(?:params|meta)$/i.test(reader.current?.value ?? ''))
    statement.sections.push(parseFirstSet(reader, statement, { kind: 'params', ...options }));
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(containerSections);
    const head = word.value.toLowerCase();
    if (head === 'params' || head === 'meta') {
      reader.take('keyword', containerSections);
      statement.sections.push(parseSet(reader, statement, { kind: head, head: word, ...options }));
    } else if (!takeLostSet(reader, statement, options)) {
      reader.problem('unexpected-word', word, { word: word.value, expected: 'params, meta' });
      reader.take('unread');
    }
  }
}

const engines: readonly string[] = ['docker', 'podman', 'rkt'];
const bundleParts = [...engines, 'network', 'storage', 'primitive', 'meta'];
const bundleStops = new Set(bundleParts);
/** An engine behind `meta` is one of its names to crmsh. */
const metaStops = new Set(['network', 'storage', 'primitive']);

const enginesInMeta = ({ sets }: Statement): Attribute[] =>
  sets.flatMap(({ kind, attributes }) =>
    kind === 'meta' ? attributes.filter(({ word }) => engines.includes(word.value.toLowerCase())) : [],
  );

/** `bundle ID [description=] {part}` (crmsh 4.4.1, crmsh/parse.py, parse_bundle and match_container). */
export function parseBundle(reader: Reader, statement: Statement): void {
  parseId(reader, statement, 'crm.resource');
  // crm dies of rkt, and Pacemaker 3 has dropped it: it is read, not offered.
  const first = section(bundleParts.filter((word) => word !== 'rkt'));
  const parts = section(bundleParts.filter((word) => !engines.includes(word)));
  reader.expect(first, descriptionSlot);
  describe(statement, parseDescription(reader));
  let hasEngine = false;
  let hasPart = false;
  for (let word = reader.current; word; word = reader.current) {
    reader.expect(hasPart ? parts : first);
    const head = word.value.toLowerCase();
    const isEngine = engines.includes(head);
    // Behind another part crmsh takes the word for a name without a value.
    if (isEngine && hasPart && !endsInReference(statement))
      reader.problem('container-first', word, { word: word.value });
    reader.open('section');
    bundlePart(reader, statement, word, parts);
    reader.close();
    hasEngine ||= isEngine;
    hasPart = true;
  }
  if (hasEngine || enginesInMeta(statement).length > 0) return;
  reader.expect(hasPart ? parts : first);
  reader.problem('missing-bundle-part', statement.id ?? statement.keyword);
}

/** The part read last is a `meta` set of another: there the next keyword counts again. */
function endsInReference({ sections }: Statement): boolean {
  const last = sections.at(-1);
  return last !== undefined && 'kind' in last && last.kind === 'meta' && last.id?.kind === 'id-ref';
}

function bundlePart(reader: Reader, statement: Statement, word: Word, parts: SlotKind): void {
  const head = word.value.toLowerCase();
  if (head === 'rkt') reader.problem('rkt-gone', word);
  if (head === 'docker' || head === 'podman' || head === 'rkt') {
    reader.take('keyword', section(engines));
    bundleSet(reader, statement, head, word, undefined, [parts]);
  } else if (head === 'network' || head === 'storage') bundleMappings(reader, statement, head, parts);
  else if (head === 'primitive') bundlePrimitive(reader, statement, parts);
  else if (head === 'meta') {
    reader.take('keyword', parts);
    statement.sections.push(
      parseSet(reader, statement, {
        kind: 'meta',
        head: word,
        stops: metaStops,
        heads: bundleStops,
        ownStops: true,
        rules: true,
        after: [parts],
      }),
    );
    const engine = enginesInMeta(statement)[0];
    if (engine && !statement.sets.some(({ kind }) => engines.includes(kind)))
      reader.problem('container-first', engine.word, { word: engine.word.value });
  } else {
    reader.problem('unexpected-word', word, { word: word.value, expected: bundleParts.join(', ') });
    reader.take('unread');
  }
}

/** A set whose attributes become attributes of an XML element: each needs a value. */
function bundleSet(
  reader: Reader,
  statement: Statement,
  kind: SetKind,
  head: Word | undefined,
  mapping: string | undefined,
  after: readonly SlotKind[],
): void {
  // crmsh knows the word of a mapping in small letters only; the others in any case.
  const exactStop = mapping === undefined ? {} : { exactStop: mapping };
  const set = parseSet(reader, statement, { kind, head, stops: bundleStops, ...exactStop, ownStops: true, after });
  statement.sections.push(set);
  const { attributes } = set;
  for (const { word, name, value } of attributes)
    if (value === undefined && name !== '') reader.problem('bundle-value', word, { word: name });
    else if (!isXmlName(name) && !isTemplated(word.value)) reader.problem('bad-attribute-name', word, { name });
}

function bundleMappings(reader: Reader, statement: Statement, kind: 'network' | 'storage', parts: SlotKind): void {
  const mapping = kind === 'network' ? 'port-mapping' : 'storage-mapping';
  const after = [section([mapping]), parts];
  const head = reader.take('keyword', section([kind]));
  bundleSet(reader, statement, kind, head, mapping, after);
  while (reader.current?.value === mapping) {
    const inner = reader.take('keyword', section([mapping]));
    bundleSet(reader, statement, mapping, inner, mapping, after);
  }
}

function bundlePrimitive(reader: Reader, statement: Statement, parts: SlotKind): void {
  const slot = { kind: 'reference', namespaces: ['crm.resource'], accept: ['primitive'], free: true } as const;
  reader.take('keyword', parts);
  reader.expect(slot);
  // To crmsh it is a name without a value, so nearly anything will do.
  const member = /^[^:=]+$/.test(reader.current?.value ?? '') ? parseMember(reader, statement, slot) : undefined;
  if (member) reader.mark('crm.member', member.name, member.span, statement.id?.value ?? '');
  else reader.problem('missing-child', reader.missingAt(), { statement: 'primitive' });
}
