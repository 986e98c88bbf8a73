import { childrenOf, type XmlElement } from '../xml';
import { scoreOf, showRule } from './rules';
import { bare, description, type ShowContext, unsayable } from './words';

/** `location` (crmsh 4.4.1, crmsh/cibconfig.py, CibLocation). */
export function showLocation(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const { attributes } = node;
  const words = [keyword, id, located(node, context)];
  for (const name of ['role', 'resource-discovery'])
    if (attributes.has(name)) words.push(`${name}=${bare(attributes.get(name), context)}`);
  const host = attributes.get('node');
  if (host !== undefined) words.push(`${bare(scoreOf(node), context)}:`, bare(host, context));
  const rules = childrenOf(node, 'rule').map((rule) => showRule(rule, context));
  return [words.join(' '), ...description(node, context), ...rules];
}

function located(node: XmlElement, context: ShowContext): string {
  const [resource, pattern] = ['rsc', 'rsc-pattern'].map((name) => node.attributes.get(name));
  if (resource !== undefined) return bare(resource, context);
  if (pattern !== undefined) return bare(`/${pattern}/`, context);
  if (childrenOf(node, 'resource_set').length === 0) return unsayable;
  return `{ ${resourceSets('location', node, context).join(' ')} }`;
}

/** `colocation` and `order` (crmsh 4.4.1, crmsh/cibconfig.py, CibSimpleConstraint). */
export function showConstraint(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const score = scoreOf(node) || node.attributes.get('kind') || '';
  const words = [
    keyword,
    id,
    ...(score === '' ? [] : [`${bare(score, context)}:`]),
    ...members(keyword, node, context),
  ];
  const tail = keyword === 'order' ? 'symmetrical' : 'node-attribute';
  const value = node.attributes.get(tail);
  if (value) words.push(`${tail}=${bare(value, context)}`);
  return [words.join(' '), ...description(node, context)];
}

/** `rsc_ticket` (crmsh 4.4.1, crmsh/cibconfig.py, CibRscTicket). */
export function showTicket(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const words = [keyword, id, `${bare(node.attributes.get('ticket'), context)}:`, ...members(keyword, node, context)];
  const policy = node.attributes.get('loss-policy');
  if (policy) words.push(`loss-policy=${bare(policy, context)}`);
  return [words.join(' '), ...description(node, context)];
}

function members(keyword: string, node: XmlElement, context: ShowContext): string[] {
  if (childrenOf(node, 'resource_set').length > 0) return resourceSets(keyword, node, context);
  const qualifier = keyword === 'order' ? 'action' : 'role';
  const names = keyword === 'order' ? ['first', 'then'] : keyword === 'colocation' ? ['rsc', 'with-rsc'] : ['rsc'];
  return names.map((name) => {
    const { attributes } = node;
    const behind = attributes.get(`${name}-${qualifier}`) || attributes.get(`${name}-instance`);
    const member = attributes.get(name) ?? (context.exact ? unsayable : 'None');
    return bare(behind ? `${member}:${behind}` : member, context);
  });
}

/** Words that mean yes (crmsh 4.4.1, crmsh/utils.py, is_boolean_true). */
const truth = new Set(['yes', 'true', 'on', '1']);

/** Undefined where the attribute is not there. */
function flag({ attributes }: XmlElement, name: string): boolean | undefined {
  const value = attributes.get(name);
  return value === undefined ? undefined : truth.has(value.toLowerCase());
}

/** Sets in brackets (crmsh 4.4.1, crmsh/cliformat.py, rsc_set_constraint). */
function resourceSets(keyword: string, node: XmlElement, context: ShowContext): string[] {
  const sets = childrenOf(node, 'resource_set');
  if (context.exact) return setsApart(keyword, sets, context);
  const words = sets.flatMap((set) => oneSet(keyword, set, context));
  const last = sets.at(-1);
  const plain = last !== undefined && flag(last, 'sequential') !== false && flag(last, 'require-all') !== false;
  const count = sets.reduce((sum, set) => sum + childrenOf(set, 'resource_ref').length, 0);
  if (keyword === 'location') return words;
  const looksSimple = keyword === 'rsc_ticket' ? count <= 1 : plain && count <= 2;
  return looksSimple ? ['_rsc_set_', ...words] : words;
}

/**
 * Neighbours that look alike would grow together, and two words would be a pair: such sets stand in brackets that say that
 * there is nothing special about them.
 */
function setsApart(keyword: string, sets: readonly XmlElement[], context: ShowContext): string[] {
  const shown = sets.map((set) => ({ set, like: likeSet(keyword, set), words: oneSet(keyword, set, context) }));
  const count = shown.reduce((sum, { words }) => sum + words.length, 0);
  const simple = keyword === 'rsc_ticket' ? 1 : 2;
  const words = shown.flatMap(({ like, words: bareWords }, i) => {
    const touches = like !== undefined && (shown[i - 1]?.like === like || shown[i + 1]?.like === like);
    const single = like !== undefined && count === 1 && simple === 2;
    return touches || single ? ['(', ...bareWords, 'sequential=true', ')'] : bareWords;
  });
  return keyword !== 'location' && words.length === simple ? ['_rsc_set_', ...words] : words;
}

/** What stands behind the colons of a set without brackets; undefined for a set with them. */
function likeSet(keyword: string, set: XmlElement): string | undefined {
  return flag(set, 'sequential') === false || flag(set, 'require-all') === false
    ? undefined
    : qualifierOf(keyword, set);
}

const qualifierOf = (keyword: string, set: XmlElement): string =>
  (keyword === 'order' && set.attributes.get('action')) || set.attributes.get('role') || '';

function oneSet(keyword: string, set: XmlElement, context: ShowContext): string[] {
  const [sequential, requireAll] = [flag(set, 'sequential'), flag(set, 'require-all')];
  const qualifier = qualifierOf(keyword, set);
  const resources = childrenOf(set, 'resource_ref').map(({ attributes }) => {
    const id = attributes.get('id') ?? (context.exact ? unsayable : 'None');
    return bare(qualifier ? `${id}:${qualifier}` : id, context);
  });
  if (requireAll === false) return ['[', ...resources, ...(sequential === false ? [] : ['sequential=true']), ']'];
  return sequential === false ? ['(', ...resources, ')'] : resources;
}
