import type { Span } from '../../base/span';
import type { Locale, Text } from '../../base/text';
import type { Fact, ValueType } from '../facts/types';

/** One kind of thing that may stand at a place. */
export type Offer =
  /** Words that facts describe; `suffix` is what is typed after them (`=`, `:`, ` `, `;`). */
  | {
      readonly kind: 'facts';
      readonly facts: Iterable<Fact>;
      /** Names that stand there already. */
      readonly except?: ReadonlySet<string>;
      readonly suffix?: string;
      /** Whether the suffix opens the next list by itself. */
      readonly goesOn?: boolean;
    }
  /** Names that are declared in these namespaces, in this file or in others. */
  | {
      readonly kind: 'symbols';
      readonly namespaces: readonly string[];
      readonly except?: ReadonlySet<string>;
      /** What is written in front of the name; part of the label. */
      readonly prefix?: string;
      readonly suffix?: string;
      /** Which declarations fit, by the entry's `value` and the name; all if absent. */
      readonly accept?: (value: string | undefined, name: string) => boolean;
    }
  /** Values of a type; the fact's default comes first. */
  | {
      readonly kind: 'values';
      readonly type: ValueType;
      readonly fact?: Fact;
      readonly suffix?: string;
      /** The word goes on behind the value: the next list opens by itself. */
      readonly goesOn?: boolean;
      /** How a value is written so that it is read as one word. */
      readonly quote?: (value: string) => string;
    }
  /** A piece of text with tab stops in VS Code's snippet notation. */
  | { readonly kind: 'snippet'; readonly label: string; readonly body: string; readonly text: Text };

/**
 * The answer to "what may stand here?": completion expands `offers`, hover shows `facts` and `notes`. Spans count from the start of the file.
 */
export interface Slot {
  /** The word under the cursor, which a completion replaces; empty between words. */
  readonly span: Span;
  /** The language's name of the place, for people who debug: `param-value`, `score`. */
  readonly kind: string;
  /** What governs the word that stands here; most specific first; empty if it is not known. */
  readonly facts: readonly Fact[];
  readonly offers: readonly Offer[];
  /** What can be said of the word where it stands, beyond its facts. Worked out only when somebody asks. */
  readonly notes?: (locale: Locale) => SlotNotes;
}

/** Paragraphs of Markdown about a word: what stands before its facts (`timeout 60` is 6 seconds), and what behind. */
export interface SlotNotes {
  readonly lead?: readonly string[];
  readonly more?: readonly string[];
}
