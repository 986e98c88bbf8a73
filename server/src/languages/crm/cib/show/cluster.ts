import { childrenOf, type XmlElement } from '../xml';
import { type SetWords, showSets } from './resources';
import { showLoose, showSet } from './sets';
import { bare, description, headId, quoted, type ShowContext, unsayable } from './words';

/** `node` (crmsh 4.4.1, crmsh/cibconfig.py, CibNode). */
export function showNode(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const [name, type] = [node.attributes.get('uname'), node.attributes.get('type')];
  const words = [keyword, ...(id === name ? [] : [headId(id)])];
  const typed = type && type !== 'normal' ? `:${type}` : '';
  return [
    [...words, `${bare(name, context)}${typed}`].join(' '),
    ...description(node, context),
    ...showSets(node, { instance_attributes: 'attributes', utilization: 'utilization' }, context),
  ];
}

/** `property`, `rsc_defaults`, `op_defaults` (crmsh 4.4.1, crmsh/cibconfig.py, CibProperty). */
export function showDefaults(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  return [`${keyword} ${headId(id)}`, ...description(node, context), ...showLoose(childrenOf(node), context)];
}

/** `tag` (crmsh 4.4.1, crmsh/cibconfig.py, CibTag). */
export function showTag(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const members = childrenOf(node).map(({ attributes }) => bare(attributes.get('id') ?? unsayable, context));
  return [[keyword, id, ...members].join(' '), ...description(node, context)];
}

/** What levels are for, as it is written. */
function target({ attributes }: XmlElement, context: ShowContext): string {
  const [pattern, attribute, name] = ['target-pattern', 'target-attribute', 'target'].map((key) => attributes.get(key));
  if (pattern !== undefined) return bare(`pattern:${pattern}`, context);
  if (attribute !== undefined) return bare(`attr:${attribute}=${attributes.get('target-value') ?? 'None'}`, context);
  return name === undefined ? unsayable : bare(`${name}:`, context);
}

/**
 * `fencing_topology`: the devices of each target, and those alone if all nodes have the same (crmsh 4.4.1,
 * crmsh/cibconfig.py, CibFencingOrder). Loaded into an empty cluster these are for no node, so exact text says the targets.
 */
export function showFencing(keyword: string, _id: string, node: XmlElement, context: ShowContext): string[] {
  const levels = childrenOf(node, 'fencing-level');
  if (context.exact) return [keyword, ...inOrder(levels, context)];
  const targets = new Map<string, Map<number, string>>();
  for (const level of levels) {
    const [index = '', devices] = [level.attributes.get('index'), level.attributes.get('devices')];
    if (!/^\d+$/.test(index) || String(Number(index)) !== index || devices === undefined) return [unsayable];
    const key = target(level, context);
    const known = targets.get(key) ?? new Map<number, string>();
    targets.set(key, known.set(Number(index), devices));
  }
  const shown = [...targets].map(([name, devices]) => {
    const sorted = [...devices].sort(([one], [other]) => one - other);
    return { name, devices: sorted.map(([, device]) => device).join(' ') };
  });
  const alike = new Set(shown.map(({ devices }) => devices));
  if (alike.size === 1 && targets.size === context.nodeNames.length) return [`${keyword} ${shown[0]?.devices ?? ''}`];
  return [keyword, ...shown.map(({ name, devices }) => `${name} ${devices}`)];
}

/** Levels as they stand; neighbours of one target share it. */
function inOrder(levels: readonly XmlElement[], context: ShowContext): string[] {
  const lines: { name: string; devices: string[] }[] = [];
  for (const level of levels) {
    const name = target(level, context);
    const devices = bare(level.attributes.get('devices'), context);
    const last = lines.at(-1);
    if (last?.name === name) last.devices.push(devices);
    else lines.push({ name, devices: [devices] });
  }
  return lines.map(({ name, devices }) => [name, ...devices].join(' '));
}

const alertSets: SetWords = { instance_attributes: 'attributes', meta_attributes: 'meta' };

/** `alert` (crmsh 4.4.1, crmsh/cibconfig.py, CibAlert). */
export function showAlert(keyword: string, id: string, node: XmlElement, context: ShowContext): string[] {
  const parts = childrenOf(node);
  const braces = isAmbiguous(parts);
  return [
    `${keyword} ${id} ${quoted(node.attributes.get('path'), context)}`,
    ...description(node, context),
    ...parts.flatMap((part) => {
      if (part.tag === 'select') return [showSelect(part, context)];
      if (part.tag === 'recipient') return [showRecipient(part, braces, context)];
      const word = setWord(part);
      return word === undefined ? [] : [showSet(word, part, context)];
    }),
  ];
}

const setWord = ({ tag }: XmlElement): string | undefined =>
  Object.hasOwn(alertSets, tag) ? alertSets[tag] : undefined;

/** Sets behind a recipient would be taken for its own: then recipients stand in braces. */
function isAmbiguous(parts: readonly XmlElement[]): boolean {
  const first = parts.findIndex(({ tag }) => tag === 'recipient');
  return parts.slice(first + 1).some((part) => setWord(part) !== undefined);
}

function showSelect(select: XmlElement, context: ShowContext): string {
  const words = childrenOf(select).flatMap((selector) => {
    if (!selector.tag.startsWith('select_')) return [];
    const kind = selector.tag.replace(/^[select_]+/, '');
    if (selector.tag !== 'select_attributes') return [kind];
    const names = childrenOf(selector, 'attribute').flatMap(({ attributes }) => attributes.get('name') ?? []);
    return [kind, '{', ...names.map((name) => bare(name, context)), '}'];
  });
  return ['select', ...words].join(' ');
}

function showRecipient(recipient: XmlElement, braces: boolean, context: ShowContext): string {
  const words = [quoted(recipient.attributes.get('value'), context)];
  if (context.exact) words.push(...description(recipient, context));
  words.push(...showSets(recipient, alertSets, context));
  return ['to', ...(braces ? ['{', ...words, '}'] : words)].join(' ');
}
