import type { Edit } from '../../../base/edits';
import type { Span } from '../../../base/span';
import type { Text } from '../../../base/text';

/** Something that a conversion leaves to people, or that they should know of it. */
export interface Remark {
  /** Counted from the unit's start. */
  readonly span: Span;
  readonly text: Text;
  /** It was left as it is, since there is no one right way to write it. */
  readonly open: boolean;
}

/** A rewriting of one unit. */
export interface Conversion {
  readonly edits: readonly Edit[];
  readonly remarks: readonly Remark[];
}

export type Target = '8.4' | '9';
