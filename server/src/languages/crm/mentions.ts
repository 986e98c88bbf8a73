import type { Span } from '../../base/span';
import type { Entry } from '../../core/model/entries';
import { partSpan, type Word } from './lexer';
import type { NotedSlot, SlotKind } from './slot-kinds';
import type { Attribute, CrmParsed, Statement } from './statement';
import { guardIn } from './symbols';

/**
 * Names that a line speaks of without the grammar saying so: in values, ids, rights, XML, commands. They are found and
 * renamed with the others; no rule looks at them.
 */
export function mentionsIn(parsed: CrmParsed, text: string): Entry[] {
  const { statement, entries } = parsed;
  return [
    ...parsed.slots
      .filter(({ slot, span }) => speaks(slot) && !entries.some((entry) => entry.span.start === span.start))
      .flatMap((noted) => inSlot(noted, text)),
    ...generatedIds(parsed),
    ...(statement ? [...inValues(statement), ...inGuard(statement, parsed), ...inRights(statement, parsed)] : []),
    ...(statement?.xml === undefined ? [] : inXml(text)),
  ];
}

const mention = (namespace: string, name: string, span: Span): Entry => ({
  namespace: `${namespace}-mention`,
  name,
  role: 'reference',
  span,
});

const speaks = (slot: SlotKind): boolean =>
  slot.kind === 'reference' ||
  slot.kind === 'command-argument' ||
  (slot.kind === 'words' && slot.category === 'node-attribute');

/** A word that refers to something and has no entry yet: in a right, in a rule, behind a command. */
function inSlot({ slot, span }: NotedSlot, text: string): Entry[] {
  // In a right, what is meant of it may stand behind a colon.
  const name = /^["']?([\w.-]+)(?:["':]|$)/.exec(text.slice(span.start, span.end))?.[1];
  if (name === undefined) return [];
  const start = span.start + (/["']/.test(text[span.start] ?? '') ? 1 : 0);
  const place = { start, end: start + name.length };
  if (slot.kind === 'reference') {
    const [namespace = ''] = slot.namespaces;
    const group = namespace === 'crm.node' || namespace === 'crm.node-attribute' ? namespace : 'crm.id';
    return namespace === 'crm.ticket' ? [] : [mention(group, name, place)];
  }
  if (slot.kind !== 'command-argument') return [mention('crm.node-attribute', name, place)];
  const node = mention('crm.node', name, place);
  return slot.command === 'node' ? [node] : [node, mention('crm.id', name, place)];
}

/** What crmsh puts behind a name to make an id of it (crmsh 4.4.1, crmsh/constants.py, subpfx_list, and ids of operations). */
const generated =
  /^(.+?)-(?:(?:instance_attributes|meta_attributes|utilization|operations|ops|rule|expression|date_expression|duration|date_spec)(?:-.+)?|(?:monitor|start|stop|promote|demote|notify|migrate_to|migrate_from|reload|validate-all|meta-data)(?:-\w+)?)$/;

/** `vip-instance_attributes`: a name within an id that is spelled out. One that a statement declares holds its own name. */
function generatedIds({ entries, statement }: CrmParsed): Entry[] {
  const ofOperations = (statement?.operations ?? []).flatMap(({ attributes }) =>
    attributes.flatMap(({ name, value, valueSpan }): Entry[] =>
      name === '$id' && value && valueSpan
        ? [{ namespace: 'crm.set-id', name: value, role: 'declaration', span: valueSpan }]
        : [],
    ),
  );
  const sets = entries.filter(({ namespace }) => namespace === 'crm.set-id');
  return [...sets, ...ofOperations].flatMap(({ name, role, span }): Entry[] => {
    const own = statement?.name?.text;
    const owner =
      role === 'declaration'
        ? own !== undefined && name.startsWith(`${own}-`) && generated.test(`x${name.slice(own.length)}`)
          ? own
          : undefined
        : generated.exec(name)?.[1];
    // Quotes stand round the whole.
    const start = span.start + (span.end - span.start > name.length ? 1 : 0);
    return owner === undefined ? [] : [mention('crm.id', owner, { start, end: start + owner.length })];
  });
}

const attributesOf = ({ sets }: Statement): readonly Attribute[] => sets.flatMap(({ attributes }) => attributes);

/** Where a part of an attribute's value stands. */
const valuePart = ({ word, name }: Attribute, from: number, to: number): Span =>
  partSpan(word, name.length + 1 + from, name.length + 1 + to);

function inValues(statement: Statement): Entry[] {
  if (statement.kind !== 'primitive' && statement.kind !== 'rsc_template') return [];
  const isPing = /(?:^|:)ping(?:d)?$/.test(statement.agent?.value ?? '');
  return attributesOf(statement).flatMap((attribute) => {
    if (attribute.name === 'remote-node') return whole('crm.node', attribute);
    if (attribute.name === 'container') return whole('crm.id', attribute);
    // Where it counts, the attribute is made.
    if (isPing && attribute.name === 'name')
      return whole('crm.node-attribute', attribute).map((entry) => ({ ...entry, role: 'declaration' as const }));
    return [...nodeNames(attribute), ...devicePaths(attribute)];
  });
}

/** A value that is a name. */
const whole = (namespace: string, attribute: Attribute): Entry[] =>
  attribute.value ? [mention(namespace, attribute.value, valuePart(attribute, 0, attribute.value.length))] : [];

/** Parameters that list nodes, and what parts the names in them. */
const nodeLists: Readonly<Record<string, RegExp>> = {
  pcmk_host_list: /[^\s,;]+/g,
  hostlist: /[^\s,;]+/g,
  node_list: /[^\s,;]+/g,
  // Behind the colon stands what the device calls it.
  pcmk_host_map: /[^\s,;:]+(?=:)/g,
};

function nodeNames(attribute: Attribute): Entry[] {
  const pattern = Object.hasOwn(nodeLists, attribute.name) ? nodeLists[attribute.name] : undefined;
  if (!pattern) return [];
  return [...(attribute.value ?? '').matchAll(pattern)].map((match) =>
    mention('crm.node', match[0], valuePart(attribute, match.index, match.index + match[0].length)),
  );
}

/** `/dev/drbd/by-res/r0/0`: the resource and its volume. */
function devicePaths(attribute: Attribute): Entry[] {
  if (!attribute.value?.includes('/dev/drbd/by-res/')) return [];
  return [...attribute.value.matchAll(/\/dev\/drbd\/by-res\/([\w.-]+)(?:\/(\d+))?(?![\w./-])/g)].flatMap(
    (match): Entry[] => {
      const [whole, resource = '', volume] = match;
      const end = match.index + whole.length;
      const start = match.index + '/dev/drbd/by-res/'.length;
      return [
        mention('drbd.resource', resource, valuePart(attribute, start, start + resource.length)),
        ...(volume === undefined
          ? []
          : [mention('drbd.volume-number', `${resource}/${volume}`, valuePart(attribute, end - volume.length, end))]),
      ];
    },
  );
}

/** The ids of a constraint that DRBD's fence-peer handler made hold the names of both resources. */
function inGuard(statement: Statement, { entries }: CrmParsed): Entry[] {
  const guard = guardIn(statement);
  if (!guard) return [];
  return entries.flatMap(({ namespace, name, role, span }) => {
    if (role !== 'declaration' || (namespace !== 'crm.constraint' && namespace !== 'crm.set-id')) return [];
    const { prefix, resource, master } = guard;
    const head = resource === undefined ? prefix : `${prefix}${resource}-`;
    if (!name.startsWith(head) || !name.endsWith(`-${master}`)) return [];
    const start = span.start + (span.end - span.start > name.length ? 1 : 0);
    const at = start + prefix.length;
    const end = start + name.length;
    return [
      ...(resource === undefined ? [] : [mention('drbd.resource', resource, { start: at, end: at + resource.length })]),
      mention('crm.id', master, { start: end - master.length, end }),
    ];
  });
}

/** `xpath:"//primitive[@id='vip']"`. */
const inRights = ({ kind }: Statement, { words }: CrmParsed): Entry[] =>
  kind === 'role' || kind === 'user'
    ? words.flatMap((word) =>
        named(word, /@id\s*=\s*(['"])([\w.-]+)\1/g).map(([id, span]) => mention('crm.id', id, span)),
      )
    : [];

const named = (word: Word, pattern: RegExp): [name: string, span: Span][] =>
  [...word.value.matchAll(pattern)].map((match) => {
    const name = match[2] ?? '';
    const end = match.index + match[0].length - 1;
    return [name, partSpan(word, end - name.length, end)];
  });

/** Attributes of XML that hold ids, and those that hold nodes. */
const idAttributes = new Set(['id', 'id-ref', 'rsc', 'with-rsc', 'first', 'then', 'devices']);
const nodeAttributes = new Set(['uname', 'node', 'target']);

function inXml(text: string): Entry[] {
  const root = /<[\w-]+[^>]*?\sid\s*=\s*["']([^"']+)["']/.exec(text)?.[1];
  return [...text.matchAll(/\s([\w-]+)\s*=\s*(["'])([\w.,-]+)\2/g)].flatMap((match): Entry[] => {
    const [whole, attribute = '', , value = ''] = match;
    const start = match.index + whole.length - 1 - value.length;
    if (nodeAttributes.has(attribute)) return [mention('crm.node', value, { start, end: start + value.length })];
    if (!idAttributes.has(attribute)) return [];
    if (attribute !== 'devices' && root !== undefined && value.startsWith(`${root}-`))
      return [mention('crm.id', root, { start, end: start + root.length })];
    return [...value.matchAll(/[^,]+/g)].map((part) => {
      const from = start + part.index;
      return mention('crm.id', part[0], { start: from, end: from + part[0].length });
    });
  });
}
