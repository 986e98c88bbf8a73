import type { Highlight } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { DrbdFacts } from './facts';
import type { DrbdModel } from './model';
import type { DrbdSlot, SlotNote } from './parser/slot-notes';

const blockWords = new Set(
  'global common resource on floating stacked-on-top-of volume net disk options startup handlers syncer proxy plugin connection connection-mesh path skip'.split(
    ' ',
  ),
);

/** Colours by the slot that each word fills. */
export function highlightsDrbd(unit: Unit<DrbdModel>): readonly Highlight[] {
  const { notes, text } = unit.model.parsed
    ? { notes: unit.model.parsed.notes, text: unit.text }
    : { notes: [], text: '' };
  return notes.flatMap((note) => {
    const word = text.slice(note.span.start, note.span.end);
    const found = classify(note, word.replace(/^"|"$/g, ''), unit.model.facts);
    return found ? [{ span: note.span, ...found }] : [];
  });
}

function classify({ slot }: SlotNote, word: string, facts: DrbdFacts): Omit<Highlight, 'span'> | undefined {
  switch (slot.kind) {
    case 'statement':
      return {
        type: blockWords.has(word) ? 'keyword' : 'property',
        ...((facts.option(slot.place, word) ?? facts.statement(slot.place, word))?.deprecated && {
          modifiers: ['deprecated'],
        }),
      };
    case 'resource-name':
      return named('class', 'drbd.resource', word, slot);
    case 'host-name':
      return named('namespace', 'drbd.host', word, slot);
    case 'option-value':
      return { type: valueType(word) };
    case 'skipped':
      return { type: 'comment' };
    default:
      return { type: simple[slot.kind] };
  }
}

const simple: Readonly<
  Record<
    Exclude<DrbdSlot['kind'], 'statement' | 'resource-name' | 'host-name' | 'option-value' | 'skipped'>,
    Highlight['type']
  >
> = {
  'volume-number': 'number',
  minor: 'number',
  'node-id': 'number',
  port: 'number',
  'meta-index': 'number',
  device: 'variable',
  'disk-path': 'string',
  'meta-disk': 'string',
  file: 'string',
  'connection-name': 'namespace',
  address: 'number',
  family: 'keyword',
  word: 'keyword',
};

function named(
  type: Highlight['type'],
  namespace: string,
  word: string,
  slot: { readonly role: 'declaration' | 'reference' },
): Omit<Highlight, 'span'> {
  if (slot.role === 'declaration') return { type, modifiers: ['declaration'] };
  return { type, refersTo: { namespaces: [namespace], name: word } };
}

function valueType(word: string): Highlight['type'] {
  if (/^\d+[kKmMgGs]?$/.test(word)) return 'number';
  return /^[a-zA-Z][a-zA-Z0-9_-]*$/.test(word) ? 'enumMember' : 'string';
}
