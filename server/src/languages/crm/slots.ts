import { touches } from '../../base/span';
import type { Fact, ValueType } from '../../core/facts/types';
import type { Offer, Slot, SymbolAt } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmFacts } from './facts';
import type { CrmModel } from './model';
import { notesFor } from './notes/note-for';
import { agentOf } from './notes/operations';
import { parseCrm } from './parser/parse';
import type { NotedSlot, SlotKind } from './slot-kinds';
import type { CrmParsed } from './statement';
import { idNamespace } from './symbols';

/**
 * What may stand at an offset of a line. On a word it is what the parser noted when it took the word; between words and
 * at the end it is what the parser expects when the line ends at the cursor.
 */
export function crmSlotAt(
  unit: Unit<CrmModel>,
  offset: number,
  around: Surroundings,
  facts: CrmFacts,
): Slot | undefined {
  const { parsed } = unit.model;
  if (parsed.shape === 'comment' || parsed.shape === 'raw') return undefined;
  const cut = parseCrm(unit.text.slice(0, offset), unit.before);
  const inWord = parsed.words.some((word) => word.start < offset && offset <= word.end);
  const noted = innermost(parsed, offset);
  if (noted) return wordSlot(unit, noted, inWord ? innermost(cut, offset) : undefined, around, facts);
  if (inWord) return undefined;
  return gapSlot(cut, offset, facts, parsed);
}

/** The noted slot that touches an offset; of several the one that starts last, since parts are noted before the whole. */
function innermost({ slots }: CrmParsed, offset: number): NotedSlot | undefined {
  return slots
    .filter(({ span }) => touches(span, offset) && (span.end > span.start || span.start === offset))
    .sort((a, b) => b.span.start - a.span.start || a.span.end - b.span.end)[0];
}

function wordSlot(
  unit: Unit<CrmModel>,
  noted: NotedSlot,
  atCursor: NotedSlot | undefined,
  around: Surroundings,
  facts: CrmFacts,
): Slot {
  const text = unit.text.slice(noted.span.start, noted.span.end);
  // What may stand here follows from what is left of the cursor; what does stand here is the whole word.
  const { slot, others } = atCursor && atCursor.span.start === noted.span.start ? atCursor : noted;
  const value = unquote(text);
  const own = ofTemplate(noted.slot, unit, around);
  const known = factsFor(own, value, facts, attributeBefore(unit.text, noted.span.start));
  return {
    span: noted.span,
    kind: noted.slot.kind,
    facts: known,
    offers: [slot, ...others].flatMap((kind) =>
      offersFor(ofTemplate(kind, unit, around), facts, value, nextIs(unit.text, noted.span.end)),
    ),
    ...symbol(noted.slot, value),
    notes: (locale) => notesFor({ slot: own, span: noted.span, text: value, unit, around, facts }, known, locale),
  };
}

/** A slot of a resource without a type of its own: its template has one. */
function ofTemplate(slot: SlotKind, unit: Unit<CrmModel>, around: Surroundings): SlotKind {
  if (slot.kind !== 'attribute-name' && slot.kind !== 'attribute-value') return slot;
  const { owner } = slot;
  const agent = owner.agent === undefined && owner.template !== undefined ? agentOf({ unit, around }) : undefined;
  return agent === undefined ? slot : { ...slot, owner: { ...owner, agent } };
}

/** The name in front of a value: `symmetrical` of `symmetrical=false`. */
const attributeBefore = (text: string, at: number): string =>
  /([\w$-]+)=["']?$/.exec(text.slice(Math.max(0, at - 64), at))?.[1] ?? '';

function gapSlot(cut: CrmParsed, offset: number, facts: CrmFacts, whole: CrmParsed): Slot | undefined {
  if (cut.next.length === 0 && cut.words.length > 0) return undefined;
  const next = cut.words.length === 0 ? [{ kind: 'statement' } as const] : cut.next;
  const present = new Set(whole.words.map(({ value }) => value.split('=')[0] ?? ''));
  return {
    span: { start: offset, end: offset },
    kind: next[0]?.kind ?? 'statement',
    facts: [],
    offers: next.flatMap((kind) => offersFor(kind, facts, '', '')).map((offer) => without(offer, present)),
  };
}

/** Attributes behind the cursor count as present. */
function without(offer: Offer, present: ReadonlySet<string>): Offer {
  return offer.kind === 'facts' && offer.suffix === '='
    ? { ...offer, except: new Set([...(offer.except ?? []), ...present]) }
    : offer;
}

const nextIs = (text: string, at: number): string => text[at] ?? '';
const unquote = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

/** The facts that govern a word in a slot. */
export function factsFor(slot: SlotKind, text: string, facts: CrmFacts, attribute = ''): Fact[] {
  switch (slot.kind) {
    case 'statement':
      return found(facts.keywords.get(text) ?? facts.keywords.get(text.toLowerCase()));
    case 'agent':
      return found(facts.agent(text)?.fact);
    case 'words':
      return found(facts.words(slot.category).get(text) ?? facts.words(slot.category).get(text.toLowerCase()));
    case 'attribute-name':
      return found(facts.attributes(slot.owner)?.get(text) ?? facts.words('special').get(text));
    case 'attribute-value':
      return found(facts.attributes(slot.owner)?.get(slot.name));
    case 'operation-name':
      return found(facts.words('action').get(text));
    case 'score':
      return found(facts.words('score-word').get(text.toLowerCase()));
    case 'value':
      return found(
        slot.category === undefined
          ? facts.words('constraint-attribute').get(attribute)
          : facts.words(slot.category).get(text),
      );
    default:
      return [];
  }
}

const found = (fact: Fact | undefined): Fact[] => (fact ? [fact] : []);

/** What may be written in a slot. `typed` is the word there, `next` the character behind it. */
function offersFor(slot: SlotKind, facts: CrmFacts, typed: string, next: string): Offer[] {
  switch (slot.kind) {
    case 'statement':
      return [{ kind: 'facts', facts: facts.keywords.values(), suffix: next === '' || next === '\n' ? ' ' : '' }];
    case 'agent':
      return agentOffers(slot, facts, typed);
    case 'words':
      return [wordOffer(slot, facts, next)];
    case 'attribute-name':
      return attributeOffers(slot, facts, next);
    case 'attribute-value':
      return valueOffers(slot, facts);
    case 'operation-name':
      return [{ kind: 'facts', facts: operationFacts(slot, facts), suffix: next === '' || next === '\n' ? ' ' : '' }];
    case 'reference':
      return [
        {
          kind: 'symbols',
          namespaces: slot.namespaces,
          ...(slot.except && { except: slot.except }),
          ...(slot.suffix !== undefined && next !== ':' && { suffix: slot.suffix }),
          ...accepting(slot.accept),
        },
      ];
    case 'score':
      return [{ kind: 'values', type: scores, suffix: next === ':' ? '' : slot.suffix }];
    case 'value':
      return [{ kind: 'values', type: slot.type }];
    default:
      return [];
  }
}

const scores: ValueType = { kind: 'enum', values: ['inf', '-inf', '100', '0'], open: true };

const accepting = (kinds: readonly string[] | undefined): { accept?: (value: string | undefined) => boolean } =>
  kinds ? { accept: (value) => value === undefined || kinds.includes(value) } : {};

function wordOffer(slot: Extract<SlotKind, { kind: 'words' }>, facts: CrmFacts, next: string): Offer {
  const table = facts.words(slot.category);
  const known = slot.words.map(
    (name): Fact => table.get(name) ?? { id: `${slot.category}/${name}`, name, category: slot.category },
  );
  const suffix = slot.suffix !== undefined && next !== slot.suffix ? slot.suffix : '';
  return {
    kind: 'facts',
    facts: known,
    ...(suffix !== '' && { suffix, goesOn: true }),
    ...(slot.except && { except: slot.except }),
  };
}

/** Types of resources: whole ones, and templates. */
function agentOffers(slot: Extract<SlotKind, { kind: 'agent' }>, facts: CrmFacts, typed: string): Offer[] {
  const agents = [...facts.agents()].map(({ fact }) => fact);
  // A bare type is completed to the whole of it, so both spellings are found.
  const bare =
    typed !== '' && !typed.includes(':')
      ? agents.map((fact) => ({ ...fact, name: fact.name.split(':').at(-1) ?? fact.name }))
      : [];
  const offers: Offer[] = [
    { kind: 'facts', facts: agents },
    { kind: 'facts', facts: bare },
  ];
  return slot.templates && typed.startsWith('@')
    ? [{ kind: 'symbols', namespaces: ['crm.template'] }, ...offers]
    : offers;
}

function attributeOffers(
  { owner }: Extract<SlotKind, { kind: 'attribute-name' }>,
  facts: CrmFacts,
  next: string,
): Offer[] {
  const table = facts.attributes(owner);
  const suffix = next === '=' ? '' : '=';
  const special = ['$id', '$id-ref'].flatMap((name) => facts.words('special').get(name) ?? []);
  const offers: Offer[] = table
    ? [{ kind: 'facts', facts: table.values(), except: owner.present, suffix, goesOn: suffix !== '' }]
    : [];
  return owner.present.size === 0 && owner.set !== 'op'
    ? [...offers, { kind: 'facts', facts: special, suffix }]
    : offers;
}

function valueOffers({ owner, name }: Extract<SlotKind, { kind: 'attribute-value' }>, facts: CrmFacts): Offer[] {
  const fact = facts.attributes(owner)?.get(name);
  const type = fact?.type;
  if (name === 'drbd_resource') return [{ kind: 'symbols', namespaces: ['drbd.resource'] }];
  if (type?.kind === 'reference') return [{ kind: 'symbols', namespaces: type.to }];
  const advised = owner.operation === undefined ? [] : advisedValues(facts, owner.agent, owner.operation, name);
  const offers: Offer[] =
    advised.length > 0 ? [{ kind: 'values', type: { kind: 'enum', values: advised, open: true } }] : [];
  return type ? [...offers, { kind: 'values', type, fact }] : offers;
}

/** What the agent's authors advise for an attribute of an operation. */
function advisedValues(facts: CrmFacts, agent: string | undefined, operation: string, name: string): string[] {
  const actions = facts.agent(agent)?.actions.filter((action) => action.name === operation) ?? [];
  const values = actions.flatMap(
    (action) =>
      (name === 'timeout'
        ? action.timeout
        : name === 'interval'
          ? action.interval
          : name === 'role'
            ? action.role
            : undefined) ?? [],
  );
  return [...new Set(values)];
}

function operationFacts(slot: Extract<SlotKind, { kind: 'operation-name' }>, facts: CrmFacts): Fact[] {
  const table = facts.words('action');
  const names = facts.agent(slot.agent)?.actions.map(({ name }) => name) ?? [
    'monitor',
    'start',
    'stop',
    'promote',
    'demote',
    'notify',
    'migrate_to',
    'migrate_from',
  ];
  const wanted = [...new Set(names)].filter((name) => name !== 'meta-data' && name !== 'validate-all');
  return wanted.map((name) => table.get(name) ?? { id: `action/${name}`, name, category: 'action' });
}

function symbol(slot: SlotKind, name: string): { symbol?: SymbolAt } {
  if (slot.kind === 'reference') return { symbol: { namespaces: slot.namespaces, name, role: 'reference' } };
  if (slot.kind === 'new-id')
    return { symbol: { namespaces: [idNamespace(slot.of)], name: name.replace(/:$/, ''), role: 'declaration' } };
  if (slot.kind === 'attribute-value' && slot.name === 'drbd_resource')
    return { symbol: { namespaces: ['drbd.resource'], name, role: 'reference' } };
  return {};
}
