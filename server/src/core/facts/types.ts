import type { Text } from '../../base/text';

/** What a value may be. Ranges are inclusive; `unit` is the unit of a bare number. */
export type ValueType =
  | {
      readonly kind:
        | 'string'
        | 'boolean'
        | 'score'
        | 'path'
        | 'address'
        | 'port'
        | 'version'
        | 'xpath'
        | 'regex'
        | 'host';
    }
  | { readonly kind: 'integer'; readonly min?: number; readonly max?: number; readonly unit?: string }
  | { readonly kind: 'duration'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'percentage' }
  /** `open`: other values are possible, those listed are the usual ones. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly open?: boolean }
  /** A name declared somewhere, in one of these namespaces of the model. */
  | { readonly kind: 'reference'; readonly to: readonly string[] };

/** Versions of a named upstream (`pacemaker`, `crmsh`, `drbd`), as upstream writes them. */
export type Versions = Readonly<Record<string, string>>;

/** One row of knowledge: a word that may stand in a file, and what is known about it. */
export interface Fact {
  /** Unique in its language: `<category>/<owner…>/<name>`. */
  readonly id: string;
  readonly name: string;
  /** What kind of word: `keyword`, `property`, `meta`, `parameter`, `action`, `agent`, `section`, `option`, `value`, … */
  readonly category: string;
  readonly type?: ValueType;
  readonly default?: string;
  readonly required?: boolean;
  /** The value must differ between resources of one agent. */
  readonly unique?: boolean;
  readonly since?: Versions;
  /** First version that no longer knows the word. */
  readonly until?: Versions;
  readonly deprecated?: { readonly since?: string; readonly replacedBy?: string };
  readonly text?: Text;
  /** What the word's own authors say of it: plain text, in their language. Shown below ours. */
  readonly upstream?: string;
  /** What single values of an enumeration mean. */
  readonly valueTexts?: Readonly<Record<string, Text>>;
  /** Address of the upstream manual. */
  readonly link?: string;
  /** What a user may copy: a typical line. */
  readonly example?: string;
}

/** A set of facts of one category, looked up by name. Built from data rows, so names like `__proto__` are only names. */
export type FactTable = ReadonlyMap<string, Fact>;

/** Builds a table; a later row of the same name completes an earlier one (curated rows over generated ones). */
export function factTable(...rows: readonly (readonly Fact[])[]): FactTable {
  const table = new Map<string, Fact>();
  for (const fact of rows.flat()) table.set(fact.name, { ...table.get(fact.name), ...fact });
  return table;
}
