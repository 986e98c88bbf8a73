import { touches } from '../../base/span';
import type { Text } from '../../base/text';
import type { Form, FormPart } from '../../core/features/form';
import type { Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmFacts } from './facts';
import type { CrmModel } from './model';
import { agentOf } from './offers/cursor';
import { parseCrm } from './parser/parse';
import type { SetOwner, SlotKind } from './slot-kinds';

interface Part extends FormPart {
  /** Whether a slot is this part's. */
  readonly fits: (slot: SlotKind) => boolean;
}

const part = (label: string, fits: Part['fits'], text?: Text): Part => ({ label, fits, ...(text && { text }) });

const names =
  (...namespaces: readonly string[]) =>
  (slot: SlotKind): boolean =>
    slot.kind === 'reference' && slot.namespaces.some((namespace) => namespaces.includes(namespace));
const words =
  (...categories: readonly string[]) =>
  (slot: SlotKind): boolean =>
    slot.kind === 'words' && categories.includes(slot.category);
const kind =
  (...kinds: readonly SlotKind['kind'][]) =>
  (slot: SlotKind): boolean =>
    kinds.includes(slot.kind);
const oneOf =
  (word: string) =>
  (slot: SlotKind): boolean =>
    slot.kind === 'words' && slot.words.includes(word);
const text =
  (...what: readonly string[]) =>
  (slot: SlotKind): boolean =>
    slot.kind === 'text' && what.includes(slot.what);
const either =
  (...tests: readonly Part['fits'][]) =>
  (slot: SlotKind): boolean =>
    tests.some((test) => test(slot));

const id = part('<id>', kind('new-id'), { en: 'A new name.', ja: '新しい名前。' });
const members = part('<rsc>[:<role>] …', either(names('crm.resource'), words('role', 'bracket')), {
  en: 'Resources; brackets make sets: ( ) without order, [ ] any one of them.',
  ja: 'リソース。括弧で集合になる。( ) は順不同、[ ] はいずれか一つ。',
});

/** The order of words in statements that people look up (crmsh 4.4.1, crmsh/parse.py). */
const forms: Readonly<Record<string, readonly Part[]>> = {
  location: [
    id,
    part('<rsc> | /<pattern>/', either(names('crm.resource'), text('pattern')), {
      en: 'The resource, or a pattern of names.',
      ja: 'リソース、または名前のパターン。',
    }),
    part('[role=<role>] [resource-discovery=<when>]', either(words('constraint-attribute', 'role'), kind('value'))),
    part('<score>:', kind('score'), {
      en: 'How much it wants the node: a number, inf or -inf.',
      ja: 'ノードの優先度。数値、inf、-inf。',
    }),
    part('<node>', names('crm.node')),
    part('| rule <rule>', words('section', 'operator', 'node-attribute', 'date')),
  ],
  colocation: [
    id,
    part('<score>:', kind('score'), {
      en: 'inf: together or not at all; negative: apart.',
      ja: 'inf は必ず同居、負の値は別々に配置。',
    }),
    part('<rsc>[:<role>] <with-rsc>[:<role>]', either(names('crm.resource'), words('role', 'bracket')), {
      en: 'The first goes where the second is.',
      ja: '前者は後者のいる所に置かれる。',
    }),
    part('[node-attribute=<name>]', words('constraint-attribute', 'node-attribute')),
  ],
  order: [
    id,
    part('[<kind>:]', either(words('order-kind'), kind('score')), {
      en: 'Mandatory, Optional or Serialize.',
      ja: 'Mandatory、Optional、Serialize のいずれか。',
    }),
    part('<first>[:<action>] <then>[:<action>]', either(names('crm.resource'), words('action', 'bracket')), {
      en: 'The first is done before the second; stopping goes the other way round.',
      ja: '前者を先に実行する。停止は逆順。',
    }),
    part('[symmetrical=<bool>]', words('constraint-attribute')),
  ],
  rsc_ticket: [
    id,
    part('<ticket>:', names('crm.ticket')),
    members,
    part('[loss-policy=<what>]', words('constraint-attribute', 'loss-policy'), {
      en: 'What happens when the ticket is lost: stop, demote, fence or freeze.',
      ja: 'チケットを失ったときの動作。stop、demote、fence、freeze。',
    }),
  ],
  fencing_topology: [
    part('[<node>: | attr:<name>=<value> | pattern:<regex>]', either(names('crm.node'), words('fencing-target')), {
      en: 'Whose levels follow. Without one: those of all nodes.',
      ja: '以降のレベルの対象。省略時は全ノード。',
    }),
    part('<device>[,<device>…] …', names('crm.resource'), {
      en: 'A level each: tried in this order; devices of one level are all needed.',
      ja: '1 語が 1 レベル。この順に試す。同じレベルのデバイスはすべて必要。',
    }),
  ],
  role: [
    id,
    part('read | write | deny', oneOf('read')),
    part('xpath:<path> | ref:<id> | type:<tag> [attr:<name>] | <shortcut>', oneOf('xpath')),
  ],
  alert: [
    id,
    part('<path>', text('path'), { en: 'The program that is called.', ja: '呼び出されるプログラム。' }),
    part('[attributes …] [meta …] [select …]', words('section')),
    part('[to <recipient>]', text('recipient')),
  ],
  monitor: [part('<rsc>[:<role>]', names('crm.resource')), part('<interval>[:<timeout>]', kind('value'))],
  node: [
    part('[<number>:]', text('node id')),
    part('<name>[:<type>]', either(kind('new-id'), names('crm.node'), words('node-type'))),
    part(
      '[attributes <name>=<value> …] [utilization <name>=<number> …]',
      either(words('section'), kind('attribute-name', 'attribute-value')),
    ),
  ],
  primitive: [
    id,
    part('<class>:<provider>:<type> | @<template>', either(kind('agent'), names('crm.template'))),
    part(
      '[params <name>=<value> …] [meta …] [utilization …] [op <action> <name>=<value> …]',
      either(words('section', 'special'), kind('operation-name', 'attribute-name', 'attribute-value')),
    ),
  ],
  group: [
    id,
    part('<rsc> …', names('crm.resource'), {
      en: 'Started in this order, on one node.',
      ja: 'この順に、同じノードで起動する。',
    }),
    part('[meta <name>=<value> …]', either(words('section'), kind('attribute-name', 'attribute-value'))),
  ],
  clone: [
    id,
    part('<rsc>', names('crm.resource')),
    part('[meta <name>=<value> …]', either(words('section'), kind('attribute-name', 'attribute-value'))),
  ],
  tag: [id, part('<id> …', names('crm.resource'))],
};

/** Statements whose words people mix up. */
const unasked = new Set(['location', 'colocation', 'order', 'rsc_ticket', 'fencing_topology', 'monitor', 'role']);

/** The form of the statement at an offset, with the part at the cursor; within parameters those of the agent. */
export function crmFormAt(
  unit: Unit<CrmModel>,
  offset: number,
  around: Surroundings,
  facts: CrmFacts,
): Form | undefined {
  const { parsed } = unit.model;
  const { statement } = parsed;
  if (!statement || offset <= statement.keyword.end) return undefined;
  const slots = slotsAt(unit, offset);
  const parameters = slots.map((slot) => parametersForm(slot, around, facts)).find((form) => form !== undefined);
  if (parameters) return parameters;
  const keyword: FormPart = { label: statement.keyword.value };
  const parts = Object.hasOwn(forms, statement.kind) ? (forms[statement.kind] ?? []) : [];
  if (parts.length === 0) return undefined;
  const active = activePart(parts, slots, isInRule(unit, offset));
  const known = facts.keywords.get(statement.kind)?.text;
  return {
    parts: [keyword, ...parts.map(({ label, text: said }) => ({ label, ...(said && { text: said }) }))],
    active: active < 0 ? undefined : active + 1,
    ...(known && { text: known }),
    unasked: unasked.has(statement.kind),
  };
}

/** The first part that the likeliest slot belongs to. A rule is the last part, whatever stands in it. */
function activePart(parts: readonly Part[], slots: readonly SlotKind[], inRule: boolean): number {
  if (inRule) return parts.length - 1;
  for (const slot of slots) {
    const place = parts.findIndex(({ fits }) => fits(slot));
    if (place >= 0) return place;
  }
  return -1;
}

const isInRule = ({ model: { parsed } }: Unit<CrmModel>, offset: number): boolean =>
  parsed.statement?.kind === 'location' && parsed.statement.rules.some(({ head }) => head.end < offset);

/** The slots at the cursor: of the word that it is in, else what could follow; the likeliest first. */
function slotsAt(unit: Unit<CrmModel>, offset: number): readonly SlotKind[] {
  const cut = parseCrm(unit.text.slice(0, offset), unit.before);
  const inWord = cut.words.some(({ start, end }) => start < offset && offset <= end);
  if (!inWord) return cut.next;
  const noted = cut.slots.filter(({ span }) => touches(span, offset)).sort((a, b) => b.span.start - a.span.start)[0];
  return noted ? [noted.slot, ...noted.others] : [];
}

/** The parameters of an agent, required ones first; none for other sets. */
function parametersForm(slot: SlotKind, around: Surroundings, facts: CrmFacts): Form | undefined {
  if (slot.kind !== 'attribute-name' && slot.kind !== 'attribute-value') return undefined;
  const owner: SetOwner = slot.owner;
  const agent = owner.set === 'params' ? facts.agent(agentOf(owner, around)) : undefined;
  if (!agent) return undefined;
  const rows = [...agent.row.parameters].sort(
    (one, other) => Number(other.required ?? false) - Number(one.required ?? false),
  );
  const parts = rows.map(({ name, required }): FormPart => {
    const known = agent.parameters.get(name)?.text;
    return { label: required ? `${name}=…` : `[${name}=…]`, ...(known && { text: known }) };
  });
  const active = slot.kind === 'attribute-value' ? rows.findIndex(({ name }) => name === slot.name) : -1;
  return {
    parts: [{ label: agent.row.id.split(':').at(-1) ?? '' }, ...parts],
    active: active < 0 ? undefined : active + 1,
    ...(agent.fact.text && { text: agent.fact.text }),
    unasked: false,
  };
}
