import type { Text } from '../../base/text';

/** The form of what is being written: its parts in order, and which of them the cursor is at. */
export interface Form {
  readonly parts: readonly FormPart[];
  /** Index of the part at the cursor; undefined: none of them. */
  readonly active: number | undefined;
  readonly text?: Text;
  /** People forget the order of these words: it may be shown without being asked for. */
  readonly unasked: boolean;
}

export interface FormPart {
  /** As it is written: `<id>`, `[role=…]`. */
  readonly label: string;
  readonly text?: Text;
}
