import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';
import type { Text } from '../../base/text';
import type { Found } from '../workspace/unit';

// What languages say of places besides their words. All spans and offsets count from the unit's start.

/** A word that names files: a pattern of known ones as an include has it, or one path on the machine that the file is for. */
export interface FileLink {
  readonly span: Span;
  readonly pattern?: string;
  readonly path?: string;
}

/** A line above a statement: who uses what it declares. `kind` names the setting that shows it. */
export interface Lens {
  readonly kind: string;
  readonly span: Span;
  readonly title: Text;
  readonly places: readonly Found[];
}

/** Something that is not written and holds nevertheless. `kind` names the setting that shows it. */
export interface Hint {
  readonly kind: string;
  readonly at: number;
  readonly label: Text;
  readonly tooltip?: Text;
  /** What writes it. */
  readonly edits?: readonly Edit[];
}

/** What is done before or after something, and who says so. */
export interface Step {
  /** Where it is declared. */
  readonly found: Found;
  /** What says so: `o1: start → start`. */
  readonly detail: string;
  /** Where it is said: the other's name there. */
  readonly said: Found;
  readonly saidAt: Span;
}
