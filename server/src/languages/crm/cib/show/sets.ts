import { childrenOf, type XmlElement } from '../xml';
import { showRule } from './rules';
import { pair, pairs, type ShowContext, unsayable } from './words';

/** `params …`, `meta …`: a set with its rules and pairs (crmsh 4.4.1, crmsh/cibconfig.py, _attr_set_str). */
export function showSet(keyword: string, set: XmlElement, context: ShowContext): string {
  const { attributes } = set;
  const words = [keyword];
  if (context.saysId(set)) words.push(pair('$id', attributes.get('id'), context));
  else if (attributes.has('id-ref')) words.push(pair('$id-ref', attributes.get('id-ref'), context));
  words.push(...bundlePart(set, context));
  const score = attributes.get('score');
  if (score) words.push(`${score}:`);
  for (const rule of childrenOf(set, 'rule')) words.push(showRule(rule, context));
  for (const child of childrenOf(set, 'nvpair')) words.push(showPair(child, context));
  return words.join(' ');
}

/** crmsh 4.4.1 knows no more than docker here and dies of the others; crmsh 5 prints podman like it. */
const flatParts = new Set(['docker', 'podman', 'rkt', 'network']);

/** What the parts of a bundle have instead of pairs. */
function bundlePart(part: XmlElement, context: ShowContext): string[] {
  const mappings = ['port-mapping', 'storage-mapping'].flatMap((tag) =>
    childrenOf(part, tag).flatMap((mapping) => [tag, ...pairs(mapping, context)]),
  );
  if (part.tag === 'primitive') return [part.attributes.get('id') ?? unsayable];
  return [...(flatParts.has(part.tag) ? pairs(part, context) : []), ...mappings];
}

/** `NAME=VALUE`, `@ID:NAME`, `$ID:NAME=VALUE` (crmsh 4.4.1, crmsh/cliformat.py, cli_nvpair). */
export function showPair(nvpair: XmlElement, context: ShowContext): string {
  const [id, used, name, value] = ['id', 'id-ref', 'name', 'value'].map((key) => nvpair.attributes.get(key));
  if (used !== undefined) return name === undefined ? `@${used}` : `@${used}:${name}`;
  const text = pair(name ?? 'None', value, context);
  return context.saysId(nvpair) && value !== undefined ? `$${id ?? ''}:${text}` : text;
}

/** What a statement says about rules and pairs that stand in it without a set. */
export function showLoose(children: readonly XmlElement[], context: ShowContext): string[] {
  return children.flatMap((child) => {
    if (child.tag === 'rule') return [showRule(child, context)];
    return child.tag === 'nvpair' ? [showPair(child, context)] : [];
  });
}
