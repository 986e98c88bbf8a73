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
  /** The set's own name or the one that it uses: `$id=`, `$id-ref=`, `ID:`; also the first of `attributes` if written with `$`. */
  readonly id: SetId | undefined;
  /** `100:` in front of the rules. */
  readonly score: string | undefined;
  readonly rules: readonly Rule[];
  readonly attributes: Attribute[];
}

export interface SetId {
  readonly kind: 'id' | 'id-ref';
  readonly value: string;
}

/** `rule …`: when a set or a location applies. */
export interface Rule {
  readonly head: Word;
  readonly id: SetId | undefined;
  readonly role: string | undefined;
  /** Without the colon; undefined means infinity. */
  readonly score: string | undefined;
  /** `and` or `or` as written; undefined where there is one expression. */
  readonly joinedBy: string | undefined;
  readonly expressions: readonly Expression[];
}

/** What a rule tests. Texts are as written. */
export type Expression =
  | { readonly kind: 'unary'; readonly operator: string; readonly attribute: string }
  | {
      readonly kind: 'comparison';
      readonly attribute: string;
      readonly type: string | undefined;
      readonly operator: string;
      readonly value: string;
    }
  | {
      readonly kind: 'date';
      readonly operation: string;
      /** The one date of `lt` and `gt`. */
      readonly value: string | undefined;
      readonly fields: readonly { readonly name: string; readonly value: string }[];
    };

export interface Operation {
  readonly head: Word;
  readonly name: Word | undefined;
  readonly attributes: Attribute[];
  /** `op_params` and `op_meta`; they are among the statement's sets too. */
  readonly sets: AttributeSet[];
}

/** `operations $id=…`, or a run of `op` without it. */
export interface Operations {
  readonly id: SetId | undefined;
  readonly operations: Operation[];
}

/** Resources of a constraint that are of one set (crmsh 4.4.1, crmsh/parse.py, ResourceSet). */
export interface ResourceSet {
  readonly members: readonly string[];
  /** Role or action of all of them, as written. */
  readonly qualifier: string;
  readonly sequential: boolean;
  readonly requireAll: boolean;
}

/** A step of a fencing topology. No target: every node has it. */
export interface FencingLevel {
  readonly target:
    | { readonly kind: 'node' | 'pattern'; readonly text: string }
    | { readonly kind: 'attribute'; readonly name: string; readonly value: string }
    | undefined;
  readonly devices: string;
}

/** `read …`, `write …`, `deny …`. */
export interface Permission {
  /** Where it begins. */
  readonly at: number;
  readonly right: string;
  readonly id: string | undefined;
  readonly description: string | undefined;
  /** As written: `xpath:/cib`, `status`. */
  readonly specs: readonly string[];
}

/** What an alert is told of, and whom it tells. */
export type AlertPart =
  | { readonly kind: 'set'; readonly set: AttributeSet }
  | { readonly kind: 'select'; readonly selectors: readonly AlertSelector[] }
  | {
      readonly kind: 'to';
      readonly value: string;
      readonly description: string | undefined;
      readonly sets: AttributeSet[];
    };

export interface AlertSelector {
  readonly kind: string;
  /** Of `attributes { … }`. */
  readonly names: readonly string[];
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
  /** All sets, those of operations and recipients too. */
  readonly sets: AttributeSet[];
  readonly operations: Operation[];
  readonly members: Member[];
  score: Score | undefined;
  /** The node of a location. */
  node: Member | undefined;
  description?: string;
  /** The parts of a resource in their order. */
  readonly sections: (AttributeSet | Operations)[];
  /** `NAME=VALUE` of a constraint, in order. */
  readonly constraintAttributes: { readonly name: string; readonly value: string }[];
  /** `/…/` of a location, without the slashes. */
  pattern?: string;
  /** Rules of a location. */
  rules: readonly Rule[];
  /** Undefined: the constraint names its members without sets. */
  resourceSets?: readonly ResourceSet[];
  ticket?: string;
  /** `$id=` or `ID:` in front of a node's name, and what stands behind its colon. */
  nodeId?: string;
  nodeType?: string;
  readonly levels: FencingLevel[];
  readonly permissions: Permission[];
  readonly alertParts: AlertPart[];
  /** Of an alert. */
  path?: string;
  /** `INTERVAL[:TIMEOUT]` of a monitor. */
  interval?: string;
  /** What stands behind `xml`, lines joined. */
  xml?: string;
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
