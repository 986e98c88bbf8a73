import type { Span } from '../../base/span';
import type { Fact } from '../../core/facts/types';
import type { Slot } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import { tokens } from '../../core/syntax/tree';
import type { Unit } from '../../core/workspace/unit';
import { type Item, walk } from './ast';
import type { DrbdModel } from './model';
import { notesFor } from './notes/note-for';
import { offersFor } from './offers';
import type { Cursor } from './offers-cursor';
import { parseDrbd } from './parser/parse';
import type { DrbdSlot } from './parser/slot-notes';

/** What may stand at an offset: on a word the slot that it fills, between words those that a further one could fill. */
export function drbdSlotAt(unit: Unit<DrbdModel>, offset: number, around: Surroundings): Slot | undefined {
  const { model } = unit;
  if (inComment(unit, offset)) return undefined;
  const { notes } = model.parsed;
  const at =
    notes.find(({ span }) => span.start < offset && offset <= span.end) ??
    notes.find(({ span }) => span.start === offset);
  const span: Span = at?.span ?? { start: offset, end: offset };
  // What stands in front decides what may be written, not what the cursor's word happens to be.
  const slots = at ? [at.slot] : slotsBetween(unit.text, offset);
  if (slots.length === 0 || slots.every(({ kind }) => kind === 'skipped')) return undefined;
  const cursor = cursorAt(unit, span, around);
  const known = at ? factsFor(at.slot, cursor) : [];
  return {
    span,
    kind: slots.map(({ kind }) => kind).join(' '),
    facts: known,
    get offers() {
      return slots.flatMap((slot) => offersFor(slot, cursor));
    },
    ...(at && { notes: notesAt(at.slot, cursor, unit, known.length > 0) }),
  };
}

/** Slots that a further word could fill. In front of its last word and its end a statement does not begin another. */
function slotsBetween(text: string, offset: number): readonly DrbdSlot[] {
  const { wanted } = parseDrbd(text.slice(0, offset));
  const within = wanted.filter(({ kind }) => kind !== 'statement');
  return within.length > 0 && /^\s*(?:[\w.-]+\s*)?[{;]/.test(text.slice(offset, offset + 200)) ? within : wanted;
}

const notesAt =
  (
    slot: DrbdSlot,
    { model, path, span, word, around }: Cursor,
    unit: Unit<DrbdModel>,
    isKnown: boolean,
  ): NonNullable<Slot['notes']> =>
  (locale) =>
    notesFor({ slot, span, text: unquoted(word), path, model, unit, around }, isKnown, locale);

const unquoted = (word: string): string => word.replace(/^"|"$/g, '');

function inComment(unit: Unit<DrbdModel>, offset: number): boolean {
  for (const { kind, start, end } of tokens(unit.parsed.root)) {
    if (start >= offset) return false;
    if (kind === 'comment' && offset <= end) return true;
  }
  return false;
}

function cursorAt({ model, text }: Unit<DrbdModel>, span: Span, around: Surroundings): Cursor {
  const path: Item[] = [];
  for (const item of walk(model.items)) {
    if (item.body && item.span.start < span.start && span.end <= insideEnd(item, text, model)) path.push(item);
  }
  const word = text.slice(span.start, span.end);
  const present = new Set<string>();
  for (const item of (path.length > 0 ? path.at(-1)?.body : model.items) ?? []) {
    if (item.keyword.span.start !== span.start) present.add(item.keyword.text);
  }
  const before = text.slice(0, span.start);
  return { model, path, span, word, present, before, rest: text.slice(span.end), around };
}

/** A section without its closing brace reaches as far as it was read. Where any is open, the outermost is. */
function insideEnd(item: Item, text: string, { items, parsed: { unclosed } }: DrbdModel): number {
  const { span, keyword } = item;
  const last = items.at(-1);
  const isOpen =
    unclosed.length > 0 &&
    (item === last || (span.end === last?.span.end && unclosed.some(({ start }) => start === keyword.span.start)));
  return !isOpen && text[span.end - 1] === '}' ? span.end - 1 : Math.max(span.end, text.length);
}

const found = (...facts: readonly (Fact | undefined)[]): Fact[] => facts.filter((fact) => fact !== undefined);

function factsFor(slot: DrbdSlot, { model, word }: Cursor): Slot['facts'] {
  const name = unquoted(word);
  if (slot.kind === 'statement') {
    return found(model.facts.statement(slot.place, name), model.facts.option(slot.place, name));
  }
  if (slot.kind === 'word' || slot.kind === 'family') return found(model.facts.word(name));
  if (slot.kind !== 'option-value') return [];
  const fact = model.facts.option(slot.option === 'protocol' ? 'net' : slot.place, slot.option);
  return fact ? [fact] : [];
}
