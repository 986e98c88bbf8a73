import type { Span } from '../../base/span';
import type { SymbolAt } from '../../core/features/slot';
import type { DrbdSlot } from './parser/slot-notes';

/** The name that a word is for navigation, if it is one. */
export function symbolFor(slot: DrbdSlot, text: string, span: Span): SymbolAt | undefined {
  const name = text.slice(span.start, span.end).replace(/^"|"$/g, '');
  if (slot.kind === 'resource-name') return { namespaces: ['drbd.resource'], name, role: slot.role };
  if (slot.kind === 'host-name') return { namespaces: ['drbd.host'], name, role: slot.role };
  if (slot.kind === 'option-value' && /^(resync-after|after)$/.test(slot.option)) {
    return { namespaces: ['drbd.resource'], name: name.split('/')[0] ?? name, role: 'reference' };
  }
  return undefined;
}
