import type { Fact, ValueType } from '../../../core/facts/types';
import type { Offer } from '../../../core/features/slot';
import type { SlotKind } from '../slot-kinds';
import { agentOffers } from './agents';
import { attributeOffers, operationOffers, valueOffers } from './attributes';
import { commandOffers } from './commands';
import { type Cursor, endsHere } from './cursor';
import { referenceOffers } from './references';
import { statementSnippets } from './snippets';

/** What may be written in a slot. Earlier offers are the likelier ones. */
export function offersFor(slot: SlotKind, cursor: Cursor): Offer[] {
  switch (slot.kind) {
    case 'statement':
      return statementOffers(cursor);
    case 'agent':
      return agentOffers(slot, cursor);
    case 'words':
      return wordOffers(slot, cursor);
    case 'attribute-name':
      return attributeOffers(slot.owner, cursor);
    case 'attribute-value':
      return valueOffers(slot, cursor);
    case 'operation-name':
      return operationOffers(slot, cursor);
    case 'reference':
      return referenceOffers(slot, cursor);
    case 'score':
      return [{ kind: 'values', type: scores, suffix: cursor.next === ':' ? '' : slot.suffix }];
    case 'value':
      return [{ kind: 'values', type: slot.type }];
    case 'command-argument':
      return commandOffers(slot, cursor);
    default:
      return [];
  }
}

/** Statements; whole ones to fill in; what only the interpreter takes comes last. */
function statementOffers(cursor: Cursor): Offer[] {
  const keywords = [...cursor.facts.keywords.values()];
  const suffix = endsHere(cursor) ? ' ' : '';
  return [
    { kind: 'facts', facts: keywords.filter(({ category }) => category !== 'command'), suffix },
    ...statementSnippets(cursor),
    { kind: 'facts', facts: keywords.filter(({ category }) => category === 'command'), suffix },
  ];
}

const scores: ValueType = { kind: 'enum', values: ['inf', '-inf', '100', '0'], open: true };

function wordOffers(slot: Extract<SlotKind, { kind: 'words' }>, { facts, next }: Cursor): Offer[] {
  const table = facts.words(slot.category);
  const known = slot.words.map(
    (name): Fact => table.get(name) ?? { id: `${slot.category}/${name}`, name, category: slot.category },
  );
  const suffix = slot.suffix !== undefined && next !== slot.suffix ? slot.suffix : '';
  return [
    {
      kind: 'facts',
      facts: known,
      ...(suffix !== '' && { suffix, goesOn: true }),
      ...(slot.except && { except: slot.except }),
    },
  ];
}
