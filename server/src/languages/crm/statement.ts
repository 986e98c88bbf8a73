import type { Span } from '../../base/span';
import type { Entry } from '../../core/model/entries';
import type { Parsed } from '../../core/workspace/unit';
import type { Word } from './lexer';
import type { NotedSlot, SetKind, SlotKind } from './slot-kinds';

/** `name=value`, or a name alone. */
export interface Attribute {
  readonly word: Word;
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined: a name without `=`. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

/** A run of attributes with the word that opens it, if one does. */
export interface AttributeSet {
  readonly kind: SetKind;
  readonly head: Word | undefined;
  readonly attributes: Attribute[];
  readonly hasRule: boolean;
}

export interface Operation {
  readonly head: Word;
  readonly name: Word | undefined;
  readonly attributes: Attribute[];
}

/** A resource (or node, role, device) that a statement names. `qualifier`: the role, action or instance behind the colon. */
export interface Member {
  readonly word: Word;
  readonly name: string;
  readonly span: Span;
  readonly qualifier?: string;
  readonly qualifierSpan?: Span;
}

export interface Score {
  readonly text: string;
  readonly span: Span;
}

/** A configuration statement, as far as it could be read. */
export interface Statement {
  /** The keyword in its usual spelling: `colocation` for `collocation`. Empty where the line begins with no keyword. */
  readonly kind: string;
  readonly keyword: Word;
  /** The words come through a shell first. */
  readonly shell: boolean;
  id: Word | undefined;
  /** What is declared, where that is not the id's word as a whole (`node 1: name`). */
  name: { readonly text: string; readonly span: Span } | undefined;
  /** The type of a primitive or template as written. */
  agent: Word | undefined;
  template: Member | undefined;
  readonly sets: AttributeSet[];
  readonly operations: Operation[];
  readonly members: Member[];
  score: Score | undefined;
  /** The node of a location. */
  node: Member | undefined;
}

/** What the crm parser gives: the engine's part, and what slots, model and rules need. */
export interface CrmParsed extends Parsed {
  readonly shape: 'statement' | 'command' | 'raw' | 'comment' | 'blank';
  readonly words: readonly Word[];
  readonly statement: Statement | undefined;
  /** Which slots the words fill, in order. */
  readonly slots: readonly NotedSlot[];
  /** What could follow the last word. */
  readonly next: readonly SlotKind[];
  readonly entries: readonly Entry[];
}
