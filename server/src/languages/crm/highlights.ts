import type { Highlight } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmFacts } from './facts';
import type { CrmModel } from './model';
import type { NotedSlot } from './slot-kinds';

type HighlightType = Highlight['type'];

/** The classes of a line's words, from the slots that they fill. */
export function crmHighlights({ text, model }: Unit<CrmModel>): Highlight[] {
  const { parsed, facts } = model;
  const found: Highlight[] = [];
  let end = 0;
  for (const noted of [...parsed.slots].sort((a, b) => a.span.start - b.span.start)) {
    const { span } = noted;
    if (span.start < end || span.end <= span.start) continue;
    const type = typeOf(noted, text);
    if (!type) continue;
    const word = text.slice(span.start, span.end);
    const modifiers = modifiersOf(noted, word, facts);
    const refersTo =
      noted.slot.kind === 'reference' ? { namespaces: knownAs(noted.slot.namespaces), name: word } : undefined;
    found.push({ span, type, ...(modifiers.length > 0 && { modifiers }), ...(refersTo && { refersTo }) });
    end = span.end;
  }
  return found;
}

/** Hosts of the other language are nodes too. */
const knownAs = (namespaces: readonly string[]): readonly string[] =>
  namespaces.includes('crm.node') ? [...namespaces, 'drbd.host'] : namespaces;

function modifiersOf({ slot }: NotedSlot, word: string, facts: CrmFacts): NonNullable<Highlight['modifiers']> {
  if (slot.kind === 'new-id') return ['declaration'];
  const isDeprecated =
    (slot.kind === 'attribute-name' && facts.attributes(slot.owner)?.get(word)?.deprecated) ||
    (slot.kind === 'agent' && facts.agent(word)?.fact.deprecated) ||
    (slot.kind === 'statement' && facts.keywords.get(word)?.deprecated) ||
    (slot.kind === 'words' && facts.words(slot.category).get(word)?.deprecated);
  return isDeprecated ? ['deprecated'] : [];
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
