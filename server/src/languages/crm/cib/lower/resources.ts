import type { AttributeSet, Operation, Operations, Statement } from '../../statement';
import { childrenOf, element, type XmlElement } from '../xml';
import type { LowerContext } from './context';
import { filled, lowerPair, lowerSet, pairsOf } from './sets';

/** Stands for a resource that is declared elsewhere, until it is put in its place. */
export const childReference = 'crmsh-ref';

/** `primitive` and `rsc_template`. */
export function lowerPrimitive(statement: Statement, context: LowerContext): XmlElement {
  const { kind, id, template, agent, description, sections } = statement;
  const isTemplate = kind === 'rsc_template';
  const type = isTemplate ? (agent ?? template?.word) : agent; // a template of a template is none to crmsh
  return element(
    isTemplate ? 'template' : 'primitive',
    {
      id: id?.value,
      template: isTemplate ? undefined : template?.name,
      ...(type && agentParts(type.value, context)),
      description: filled(description),
    },
    sections.map((section) =>
      'operations' in section ? lowerOperations(section, context) : lowerSet(section, context),
    ),
  );
}

/**
 * Class, provider and type; what is not written is `ocf`, and the provider that has the type: `heartbeat` first, then
 * `pacemaker` (crmsh 4.4.1, crmsh/ra.py, disambiguate_ra_type).
 */
function agentParts(written: string, { facts }: LowerContext): Record<string, string | undefined> {
  const parts = written.split(':');
  const type = parts.at(-1) ?? '';
  if (parts.length === 3) return { class: filled(parts[0]), provider: filled(parts[1]), type: filled(type) };
  const agentClass = parts.length === 2 ? (parts[0] ?? '') : 'ocf';
  if (agentClass !== 'ocf') return { class: filled(agentClass), type };
  const provider = facts.providersOf(type)[0] ?? 'heartbeat';
  return { class: 'ocf', provider, type };
}

function lowerOperations({ id, operations }: Operations, context: LowerContext): XmlElement {
  return element(
    'operations',
    id && { [id.kind]: id.value },
    operations.map((operation) => lowerOperation(operation, context)),
  );
}

/**
 * An operation: what the schema does not know is a parameter for the agent, and no interval is 0 (crmsh 4.4.1,
 * crmsh/parse.py, match_op).
 */
function lowerOperation({ name, attributes, sets }: Operation, context: LowerContext): XmlElement {
  const operation = element('op', { name: name?.value });
  const pairs = attributes.map((attribute) => lowerPair(attribute, context));
  if (!pairs.some((pair) => pair.attributes.get('name') === 'interval'))
    pairs.push(element('nvpair', { name: 'interval', value: '0' }));
  const parameters = element('instance_attributes');
  for (const pair of pairs) {
    const key = pair.attributes.get('name') ?? '';
    if (context.schema.opAttributes.has(key.toLowerCase()))
      operation.attributes.set(key, pair.attributes.get('value') ?? '');
    else parameters.children.push(pair);
  }
  if (parameters.children.length > 0) operation.children.push(parameters);
  operation.children.push(...sets.map((set) => lowerSet(set, context)));
  return operation;
}

/** `group`, `clone`, `ms`: the children come behind the sets. */
export function lowerContainer(statement: Statement, context: LowerContext): XmlElement {
  const { kind, id, description, sections, members } = statement;
  return element(kind === 'ms' ? 'master' : kind, { id: id?.value, description: filled(description) }, [
    ...setsIn(sections).map((set) => lowerSet(set, context)),
    ...members.map(({ word }) => element(childReference, { id: word.value })),
  ]);
}

const setsIn = (sections: Statement['sections']): AttributeSet[] =>
  sections.flatMap((section) => ('operations' in section ? [] : [section]));

/**
 * `bundle`: parts as they are written. A part that comes twice is one element, at the place of the second (crmsh 4.4.1,
 * crmsh/parse.py, match_container).
 */
export function lowerBundle(statement: Statement, context: LowerContext): XmlElement {
  const bundle = element('bundle', { id: statement.id?.value, description: filled(statement.description) });
  const parts = [
    ...setsIn(statement.sections).map((set) => ({ at: set.head?.start ?? 0, set })),
    ...statement.members.map(({ word }) => ({ at: word.start, child: word.value })),
  ].sort((one, other) => one.at - other.at);
  let part = bundle;
  for (const entry of parts) {
    if ('child' in entry) bundle.children.push(element(childReference, { id: entry.child }));
    else if (entry.set.kind === 'meta') bundle.children.push(lowerSet(entry.set, context));
    else if (mappings.has(entry.set.kind)) part.children.push(flat(element(entry.set.kind), entry.set, context));
    else part = lastPart(bundle, entry.set, context);
  }
  return bundle;
}

const mappings = new Set<string>(['port-mapping', 'storage-mapping']);

/** The element of a part of a bundle, moved to the end if it is there already. */
function lastPart(bundle: XmlElement, set: AttributeSet, context: LowerContext): XmlElement {
  const part = childrenOf(bundle, set.kind)[0] ?? element(set.kind);
  const before = bundle.children.indexOf(part);
  if (before >= 0) bundle.children.splice(before, 1);
  bundle.children.push(part);
  return flat(part, set, context);
}

/** The pairs of a set as attributes of an element. */
function flat(target: XmlElement, set: AttributeSet, context: LowerContext): XmlElement {
  for (const { attributes } of pairsOf(set).map((pair) => lowerPair(pair, context)))
    target.attributes.set(attributes.get('name') ?? '', attributes.get('value') ?? '');
  return target;
}
