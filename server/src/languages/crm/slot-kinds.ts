import type { Span } from '../../base/span';
import type { ValueType } from '../../core/facts/types';

/** What a set of attributes belongs to; decides which names it may hold. */
export type SetKind =
  | 'params'
  | 'meta'
  | 'utilization'
  | 'op'
  | 'op_params'
  | 'op_meta'
  | 'attributes'
  | 'property'
  | 'rsc_defaults'
  | 'op_defaults'
  | 'docker'
  | 'rkt'
  | 'podman'
  | 'network'
  | 'port-mapping'
  | 'storage'
  | 'storage-mapping'
  | 'date';

/** What attribute names a set may hold depends on these. */
export interface SetOwner {
  readonly set: SetKind;
  /** The statement's keyword. */
  readonly statement: string;
  /** The agent as written, for parameters. */
  readonly agent?: string;
  /** The template named instead of an agent. */
  readonly template?: string;
  /** The operation, for its attributes. */
  readonly operation?: string;
  /** Names that stand in the set already. */
  readonly present: ReadonlySet<string>;
}

/** A place in a statement, as the parser sees it: what may stand there. */
export type SlotKind =
  /** A statement's or command's first word. */
  | { readonly kind: 'statement' }
  /** A new name; `of` is the statement's keyword. */
  | { readonly kind: 'new-id'; readonly of: string }
  | { readonly kind: 'agent'; readonly templates: boolean }
  /** Fixed words of these fact categories or these words themselves. */
  | {
      readonly kind: 'words';
      readonly words: readonly string[];
      readonly category: string;
      readonly suffix?: string;
      readonly except?: ReadonlySet<string>;
    }
  | { readonly kind: 'attribute-name'; readonly owner: SetOwner }
  | { readonly kind: 'attribute-value'; readonly owner: SetOwner; readonly name: string }
  | { readonly kind: 'operation-name'; readonly agent?: string; readonly template?: string }
  /** A name declared elsewhere. `accept`: which kinds of resource (entry values) fit. */
  | {
      readonly kind: 'reference';
      readonly namespaces: readonly string[];
      readonly accept?: readonly string[];
      readonly suffix?: string;
      readonly except?: ReadonlySet<string>;
      /** Only resources that are in no container yet. */
      readonly free?: boolean;
      /** Only names that the file does not declare yet. */
      readonly fresh?: boolean;
    }
  /** A word behind a command of the interpreter; `words` stand in front of it. */
  | { readonly kind: 'command-argument'; readonly command: string; readonly words: readonly string[] }
  | { readonly kind: 'score'; readonly suffix: string }
  | { readonly kind: 'value'; readonly type: ValueType; readonly category?: string }
  /** Free text; `what` names it for people who debug. */
  | { readonly kind: 'text'; readonly what: string };

/** A stretch of text and the slot that it fills; `others` could have stood there as well. */
export interface NotedSlot {
  readonly span: Span;
  readonly slot: SlotKind;
  readonly others: readonly SlotKind[];
}
