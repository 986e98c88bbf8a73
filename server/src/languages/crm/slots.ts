import { touches } from '../../base/span';
import type { Fact } from '../../core/facts/types';
import type { Offer, Slot } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmFacts } from './facts';
import type { Word } from './lexer';
import type { CrmModel } from './model';
import { notesFor } from './notes/note-for';
import { agentOf } from './notes/operations';
import type { Cursor } from './offers/cursor';
import { offersFor } from './offers/offers';
import { parseCrm } from './parser/parse';
import { isSectionWord } from './parser/sets';
import type { NotedSlot, SlotKind } from './slot-kinds';
import type { CrmParsed } from './statement';

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
  return gapSlot(cut, offset, { facts, around, typed: '', next: unit.text[offset] ?? '', line: parsed });
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
  const cursor = { facts, around, typed: value, next: unit.text[noted.span.end] ?? '', line: unit.model.parsed };
  const own = ofTemplate(noted.slot, unit, around);
  const known = factsFor(own, value, facts, attributeBefore(unit.text, noted.span.start));
  return {
    span: noted.span,
    kind: noted.slot.kind,
    facts: known,
    offers: [slot, ...others].flatMap((kind) => offersFor(kind, cursor)),
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

function gapSlot(cut: CrmParsed, offset: number, cursor: Cursor): Slot | undefined {
  if (cut.next.length === 0 && cut.words.length > 0) return undefined;
  const next = cut.words.length === 0 ? [{ kind: 'statement' } as const] : cut.next;
  const behind = namesBehind(cursor.line.words, offset);
  return {
    span: { start: offset, end: offset },
    kind: next[0]?.kind ?? 'statement',
    facts: [],
    offers: next.flatMap((kind) => offersFor(kind, cursor)).map((offer) => without(offer, behind)),
  };
}

/** Names behind the cursor, up to the next section: they count as present. */
function namesBehind(words: readonly Word[], offset: number): ReadonlySet<string> {
  const behind = words.filter(({ start }) => start >= offset);
  const end = behind.findIndex((word) => isSectionWord(word));
  return new Set((end < 0 ? behind : behind.slice(0, end)).map(({ value }) => value.split('=')[0] ?? ''));
}

function without(offer: Offer, present: ReadonlySet<string>): Offer {
  return offer.kind === 'facts' && offer.suffix === '='
    ? { ...offer, except: new Set([...(offer.except ?? []), ...present]) }
    : offer;
}

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
