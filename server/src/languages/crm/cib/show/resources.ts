import { childrenOf, type XmlElement } from '../xml';
import { isChildResource } from './objects';
import { showSet } from './sets';
import { bare, description, pair, pairs, type ShowContext, unsayable } from './words';

/** The words that open sets. */
export type SetWords = Readonly<Record<string, string>>;

const resourceSets: SetWords = { instance_attributes: 'params', meta_attributes: 'meta', utilization: 'utilization' };
const operationSets: SetWords = { instance_attributes: 'op_params', meta_attributes: 'op_meta' };
const containerSets: SetWords = { instance_attributes: 'params', meta_attributes: 'meta' };
const bundleParts: SetWords = {
  ...containerSets,
  ...{ docker: 'docker', podman: 'podman', rkt: 'rkt', network: 'network', storage: 'storage', primitive: 'primitive' },
};

/** The sets among the children of an element, by the words that open them. */
export const showSets = (of: XmlElement, words: SetWords, context: ShowContext): string[] =>
  childrenOf(of).flatMap((child) => (word(words, child) === undefined ? [] : [showKnown(child, words, context)]));

const word = (words: SetWords, { tag }: XmlElement): string | undefined =>
  Object.hasOwn(words, tag) ? words[tag] : undefined;

const showKnown = (child: XmlElement, words: SetWords, context: ShowContext): string =>
  showSet(word(words, child) ?? unsayable, child, context);

/** `primitive` and `rsc_template` (crmsh 4.4.1, crmsh/cibconfig.py, CibPrimitive). */
export function showPrimitive(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const template = keyword === 'primitive' ? node.attributes.get('template') : undefined;
  const type = template ? `@${template}` : agentType(node, context);
  return [
    `${keyword} ${id} ${type}`,
    ...description(node, context),
    ...childrenOf(node).flatMap((child) => {
      if (child.tag === 'operations') return showOperations(child, context);
      return word(resourceSets, child) === undefined ? [] : [showKnown(child, resourceSets, context)];
    }),
  ];
}

/**
 * What stands before the type: nothing for agents of heartbeat (crmsh 4.4.1, crmsh/xmlutil.py, mk_rsc_type). Which agent a
 * type alone is depends on what a cluster has, so exact text says it all.
 */
function agentType({ attributes }: XmlElement, { exact }: ShowContext): string {
  const [ofClass, provider, type] = ['class', 'provider', 'type'].map((name) => attributes.get(name));
  if (type === undefined) return unsayable;
  const unique = provider === 'heartbeat' || (ofClass === 'ocf' && provider === undefined);
  const parts = unique && !exact ? [type] : [ofClass, provider, type];
  return parts.filter((part) => part).join(':');
}

function showOperations(operations: XmlElement, context: ShowContext): string[] {
  const { attributes, children } = operations;
  const [id, used] = ['id', 'id-ref'].map((name) => attributes.get(name));
  const named = [id ? pair('$id', id, context) : '', used ? ` ${pair('$id-ref', used, context)}` : ''].join('');
  // crmsh dies of comments here.
  const comments = children.length > childrenOf(operations).length ? [unsayable] : [];
  const shown = childrenOf(operations).flatMap((child) => showOperation(child, context));
  return [...(named === '' ? [] : [`operations ${named}`]), ...comments, ...shown];
}

/** `op NAME …` (crmsh 4.4.1, crmsh/cibconfig.py, CibOp, and crmsh/xmlutil.py, op2list). */
function showOperation(operation: XmlElement, context: ShowContext): string[] {
  const { tag, attributes, children } = operation;
  const name = attributes.get('name');
  if (tag !== 'op' || !name || children.length > childrenOf(operation).length) return [unsayable];
  const id = context.exact && context.saysId(operation) ? [pair('id', attributes.get('id'), context)] : [];
  return [
    ['op', bare(name, context), ...pairs(operation, context, ['id', 'name']), ...id].join(' '),
    ...(context.exact ? [] : description(operation, context)),
    ...showSets(operation, operationSets, context),
  ];
}

/** `group`, `clone`, `ms` (crmsh 4.4.1, crmsh/cibconfig.py, CibContainer). */
export function showContainer(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const resources = childrenOf(node).filter(isChildResource);
  return [
    `${keyword} ${id} ${resources.map(({ attributes }) => attributes.get('id') ?? unsayable).join(' ')}`,
    ...description(node, context),
    ...showSets(node, containerSets, context),
  ];
}

/** `bundle` (crmsh 4.4.1, crmsh/cibconfig.py, CibBundle). */
export function showBundle(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  return [
    `${keyword} ${id}`,
    ...description(node, context),
    ...childrenOf(node).map((child) => showKnown(child, bundleParts, context)),
  ];
}
