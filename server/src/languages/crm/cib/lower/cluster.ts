import type { AlertPart, FencingLevel, Statement } from '../../statement';
import { element, type XmlElement } from '../xml';
import { canonical } from './constraints';
import type { LowerContext } from './context';
import { lowerRule } from './rules';
import { filled, lowerPair, lowerSet, pairsOf } from './sets';

/** `node`. */
export function lowerNode(statement: Statement, context: LowerContext): XmlElement {
  const { nodeId, name, nodeType, description, sections } = statement;
  return element(
    'node',
    { id: filled(nodeId), uname: name?.text, type: filled(nodeType), description: filled(description) },
    sections.flatMap((section) => ('operations' in section ? [] : [lowerSet(section, context)])),
  );
}

/** `property`: the set itself; `rsc_defaults`, `op_defaults`: the set within (crmsh 4.4.1, crmsh/parse.py, property_parser). */
export function lowerDefaults({ kind, sections }: Statement, context: LowerContext): XmlElement {
  const [set] = sections;
  const inner = element(kind === 'property' ? 'cluster_property_set' : 'meta_attributes');
  if (set && !('operations' in set)) {
    if (set.id && set.id.value !== '') inner.attributes.set(set.id.kind, set.id.value);
    inner.children.push(...set.rules.map((rule) => lowerRule(rule, context)));
    inner.children.push(...pairsOf(set).map((pair) => lowerPair(pair, context)));
  }
  return kind === 'property' ? inner : element(kind, {}, [inner]);
}

/**
 * `fencing_topology`: levels count from 1 for each target. Levels for all nodes are for those that the cluster has when
 * the file is read: none in an empty one (crmsh 4.4.1, crmsh/parse.py, FencingOrderParser).
 */
export function lowerFencing({ levels }: Statement): XmlElement {
  if (levels[0]?.target === undefined) return element('fencing-topology');
  const counts = new Map<string, number>();
  return element(
    'fencing-topology',
    {},
    levels.map((level) => {
      const key = countedBy(level.target);
      const index = (counts.get(key) ?? 0) + 1;
      counts.set(key, index);
      return element('fencing-level', { index: String(index), devices: level.devices, ...targetOf(level.target) });
    }),
  );
}

function countedBy(target: FencingLevel['target']): string {
  return target?.kind === 'attribute' ? target.name : (target?.text ?? '');
}

function targetOf(target: FencingLevel['target']): Record<string, string> {
  if (!target) return {};
  if (target.kind === 'attribute') return { 'target-attribute': target.name, 'target-value': target.value };
  return target.kind === 'pattern' ? { 'target-pattern': target.text } : { target: target.text };
}

/** `tag`. */
export function lowerTag({ name, members }: Statement): XmlElement {
  return element(
    'tag',
    { id: name?.text },
    members.map(({ word }) => element('obj_ref', { id: word.value })),
  );
}

/** `monitor`: an operation that says whose it is. */
export function lowerMonitor({ members, interval }: Statement, context: LowerContext): XmlElement {
  const [member] = members;
  const role = member?.qualifier ?? '';
  const [every, timeout] = (interval ?? '').split(':');
  return element('op', {
    name: 'monitor',
    ...(/^\d+$/.test(role) ? { instance: role } : { role: filled(role) && canonical(role, 'role', context) }),
    rsc: member?.name,
    interval: filled(every),
    timeout: filled(timeout),
  });
}

/** `alert`: recipients are counted (crmsh 4.4.1, crmsh/parse.py, parse_alert). */
export function lowerAlert({ id, path, description, alertParts }: Statement, context: LowerContext): XmlElement {
  const alert = element('alert', { id: id?.value, path, description });
  let recipients = 0;
  for (const part of alertParts) {
    if (part.kind === 'to') recipients += 1;
    alert.children.push(...lowerAlertPart(part, `${id?.value ?? ''}-recipient-${recipients}`, context));
  }
  return alert;
}

function lowerAlertPart(part: AlertPart, recipient: string, context: LowerContext): XmlElement[] {
  if (part.kind === 'set') return [lowerSet(part.set, context)];
  if (part.kind === 'to') {
    const sets = part.sets.map((set) => lowerSet(set, context));
    return [element('recipient', { id: recipient, value: part.value, description: part.description }, sets)];
  }
  const selected = part.selectors.map(({ kind, names }) =>
    element(
      `select_${kind}`,
      {},
      names.map((name) => element('attribute', { name })),
    ),
  );
  return selected.length > 0 ? [element('select', {}, selected)] : [];
}
