import type { Offer } from '../../../core/features/slot';
import type { SlotKind } from '../slot-kinds';
import type { Cursor } from './cursor';

/** Names that are declared, as far as they fit: a resource that is in a group already cannot join another. */
export function referenceOffers(
  slot: Extract<SlotKind, { kind: 'reference' }>,
  { around, next, line, typed }: Cursor,
): Offer[] {
  const own = line.statement?.id?.value;
  const isTaken = (name: string): boolean =>
    slot.free === true && around.lookup('crm.member', name).some(({ entry }) => entry.value !== own);
  const isThere = (name: string): boolean =>
    slot.fresh === true && (around.own?.lookup('crm.id', `node ${name}`) ?? []).length > 0;
  const { accept } = slot;
  return [
    {
      kind: 'symbols',
      namespaces: slot.namespaces,
      // The word at the cursor is not there yet.
      ...(slot.except && { except: new Set([...slot.except].filter((name) => name !== typed)) }),
      ...(slot.suffix !== undefined && next !== ':' && { suffix: slot.suffix }),
      accept: (kind, name) =>
        (kind === undefined || !accept || accept.includes(kind)) && !isTaken(name) && !isThere(name),
    },
  ];
}
