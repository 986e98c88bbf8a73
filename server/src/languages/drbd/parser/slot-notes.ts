import type { Span } from '../../../base/span';

/** A place of the grammar where statements stand: the file itself, or the inside of a kind of section. */
export type Place =
  | 'top'
  | 'global'
  | 'common'
  | 'resource'
  | 'host'
  | 'stacked'
  | 'volume'
  | 'stacked-volume'
  | 'disk'
  | 'peer-disk'
  | 'net'
  | 'options'
  | 'startup'
  | 'handlers'
  | 'syncer'
  | 'proxy'
  | 'proxy-on'
  | 'plugin'
  | 'connection'
  | 'connection-volume'
  | 'mesh'
  | 'path';

/** Which slot of the grammar a word fills, or could fill. */
export type DrbdSlot =
  /** The first word of a statement or section. */
  | { readonly kind: 'statement'; readonly place: Place }
  | { readonly kind: 'option-value'; readonly place: Place; readonly option: string }
  | { readonly kind: 'resource-name'; readonly role: 'declaration' | 'reference' }
  | { readonly kind: 'host-name'; readonly role: 'declaration' | 'reference' }
  | { readonly kind: 'volume-number' | 'minor' | 'node-id' | 'port' | 'meta-index'; readonly place: Place }
  | { readonly kind: 'device' | 'disk-path' | 'meta-disk' | 'file' | 'connection-name' | 'skipped' }
  /** An address, or the family in front of it. */
  | { readonly kind: 'address' | 'family' }
  /** One of a few words, or of a few marks. */
  | { readonly kind: 'word'; readonly words: readonly string[] };

export interface SlotNote {
  readonly span: Span;
  readonly slot: DrbdSlot;
}
