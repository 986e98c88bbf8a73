import type { Highlight, Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmModel } from './model';
import type { NotedSlot, SlotKind } from './slot-kinds';

type HighlightType = Highlight['type'];

/** The classes of a line's words, from the slots that they fill. */
export function crmHighlights({ text, model }: Unit<CrmModel>, around: Surroundings): Highlight[] {
  const { parsed, facts } = model;
  const found: Highlight[] = [];
  let end = 0;
  for (const noted of [...parsed.slots].sort((a, b) => a.span.start - b.span.start)) {
    const { span } = noted;
    if (span.start < end || span.end <= span.start || text.slice(span.start, span.end).includes('\n')) continue;
    const type = typeOf(noted, text);
    if (!type) continue;
    const modifiers: NonNullable<Highlight['modifiers']>[number][] = [];
    if (noted.slot.kind === 'new-id') modifiers.push('declaration');
    if (noted.slot.kind === 'reference' && unresolved(noted.slot, text.slice(span.start, span.end), around))
      modifiers.push('unresolved');
    if (
      noted.slot.kind === 'attribute-name' &&
      facts.attributes(noted.slot.owner)?.get(text.slice(span.start, span.end))?.deprecated
    )
      modifiers.push('deprecated');
    found.push({ span, type, ...(modifiers.length > 0 && { modifiers }) });
    end = span.end;
  }
  return found;
}

function typeOf({ slot, span }: NotedSlot, text: string): HighlightType | undefined {
  switch (slot.kind) {
    case 'statement':
      return 'keyword';
    case 'new-id':
    case 'reference':
      return 'variable';
    case 'agent':
      return 'class';
    case 'words':
      return wordTypes[slot.category] ?? 'keyword';
    case 'attribute-name':
      return slot.owner.set === 'params' ? 'parameter' : 'property';
    case 'operation-name':
      return 'function';
    case 'score':
      return 'number';
    case 'attribute-value':
    case 'value':
      return valueType(text.slice(span.start, span.end));
    default:
      return undefined;
  }
}

const wordTypes: Readonly<Record<string, HighlightType>> = {
  role: 'enumMember',
  action: 'function',
  operator: 'operator',
  'order-kind': 'enumMember',
  'node-attribute': 'property',
  'constraint-attribute': 'property',
  special: 'decorator',
};

const valueType = (value: string): HighlightType =>
  /^"?[+-]?\d+(?:\.\d+)?(?:[a-z]{0,4}|%)"?$/i.test(value)
    ? 'number'
    : /^"?(?:true|false|yes|no|on|off)"?$/i.test(value)
      ? 'enumMember'
      : 'string';

const unresolved = (slot: Extract<SlotKind, { kind: 'reference' }>, name: string, around: Surroundings): boolean =>
  !slot.namespaces.some((namespace) => around.declarations(namespace, name).length > 0);
