import type { Member, ResourceSet, Statement } from '../../statement';
import { element, type XmlElement } from '../xml';
import { type LowerContext, roleFor } from './context';
import { isScore, lowerRule, scoreOf } from './rules';

type Attributes = Record<string, string | undefined>;

/** `location` (crmsh 4.4.1, crmsh/parse.py, parse_location). */
export function lowerLocation(statement: Statement, context: LowerContext): XmlElement {
  const { id, pattern, resourceSets, members, score, node, rules } = statement;
  const location = element('rsc_location', {
    id: id?.value,
    'rsc-pattern': pattern,
    rsc: pattern === undefined && !resourceSets ? members[0]?.word.value : undefined,
    ...(score && scoreOf(score.text)),
    node: node?.word.value,
  });
  for (const { name, value } of statement.constraintAttributes)
    location.attributes.set(name, roleFor(context, value, name));
  location.children.push(...(resourceSets ?? []).map((set) => lowerResourceSet(set, 'role', context)));
  location.children.push(...rules.map((rule) => lowerRule(rule, context)));
  return location;
}

/** `colocation`. */
export function lowerColocation(statement: Statement, context: LowerContext): XmlElement {
  const attributes: Attributes = {
    id: statement.id?.value,
    ...(statement.score && scoreOf(statement.score.text)),
    'node-attribute': trailing(statement)?.toLowerCase(),
  };
  return members('rsc_colocation', attributes, statement, 'role', ['rsc', 'with-rsc'], context);
}

/** `order`: a score says whether it is mandatory (crmsh 4.4.1, crmsh/parse.py, score_to_kind). */
export function lowerOrder(statement: Statement, context: LowerContext): XmlElement {
  const score = statement.score?.text;
  const symmetrical = trailing(statement)?.toLowerCase();
  const attributes: Attributes = {
    id: statement.id?.value,
    kind: score === undefined ? undefined : orderKind(score),
    symmetrical: symmetrical && (trueWords.has(symmetrical) ? 'true' : 'false'),
  };
  return members('rsc_order', attributes, statement, 'action', ['first', 'then'], context);
}

const trueWords = new Set(['true', 'yes', 'on']);
const kinds = ['Optional', 'Mandatory', 'Serialize'];

function orderKind(text: string): string {
  const word = text.toLowerCase();
  const kind = kinds.find((known) => known.toLowerCase() === word);
  if (kind !== undefined) return kind;
  return isScore(text) && text === '0' ? 'Optional' : 'Mandatory';
}

/** `rsc_ticket`. */
export function lowerTicket(statement: Statement, context: LowerContext): XmlElement {
  const attributes = { id: statement.id?.value, ticket: statement.ticket, 'loss-policy': trailing(statement) };
  return members('rsc_ticket', attributes, statement, 'role', ['rsc'], context);
}

/** The value of the one attribute that may end a constraint. */
const trailing = ({ constraintAttributes }: Statement): string | undefined => constraintAttributes.at(-1)?.value;

/** Two resources (a ticket: one) are attributes, with what stands behind their colons; more are sets. */
function members(
  tag: string,
  attributes: Attributes,
  statement: Statement,
  qualifier: 'role' | 'action',
  names: readonly string[],
  context: LowerContext,
): XmlElement {
  const { resourceSets } = statement;
  if (resourceSets)
    return element(
      tag,
      attributes,
      resourceSets.map((set) => lowerResourceSet(set, qualifier, context)),
    );
  const simple = names.map((name, i) => oneMember(name, statement.members[i], qualifier, context));
  return element(tag, Object.assign({}, attributes, ...simple));
}

function oneMember(
  name: string,
  member: Member | undefined,
  qualifier: 'role' | 'action',
  context: LowerContext,
): Attributes {
  const written = member?.qualifier ?? '';
  const kind = /^\d+$/.test(written) ? 'instance' : qualifier;
  const value = written === '' ? undefined : kind === 'instance' ? written : canonical(written, qualifier, context);
  return { [name]: member?.name, [`${name}-${kind}`]: value };
}

const roles = ['Stopped', 'Started', 'Promoted', 'Unpromoted', 'Master', 'Slave'];
const actions = ['start', 'promote', 'demote', 'stop'];

/** A role or an action as the schema spells it. */
export function canonical(written: string, qualifier: 'role' | 'action', context: LowerContext): string {
  const known = qualifier === 'role' ? roles : actions;
  const word = (qualifier === 'role' ? roleFor(context, written) : written).toLowerCase();
  return known.find((name) => name.toLowerCase() === word) ?? written;
}

function lowerResourceSet(set: ResourceSet, qualifier: 'role' | 'action', context: LowerContext): XmlElement {
  return element(
    'resource_set',
    {
      'require-all': set.requireAll ? undefined : 'false',
      sequential: set.sequential ? undefined : 'false',
      [qualifier]: set.qualifier === '' ? undefined : canonical(set.qualifier, qualifier, context),
    },
    set.members.map((id) => element('resource_ref', { id })),
  );
}
