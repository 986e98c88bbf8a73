import type { Span } from '../../base/span';

/**
 * What a unit says about a name. Namespaces are global (`crm.resource`, `drbd.host`, …), so one language can look up
 * what another declares without knowing it.
 * - `declaration`: the name is introduced here; `reference`: it is used here;
 * - `mark`: anything else that rules of other units want to find (a property that is set, an address in use).
 */
export interface Entry {
  readonly namespace: string;
  readonly name: string;
  readonly role: 'declaration' | 'reference' | 'mark';
  /** The name itself, counted from the unit's start. */
  readonly span: Span;
  /** More about it in the language's own words: the kind of resource, the value of a property. */
  readonly value?: string;
  /** The whole of what is declared (a statement, a section), where that is more than the name. */
  readonly whole?: Span;
}

/** The key that entries of a name are found by. */
export const entryKey = (namespace: string, name: string): string => `${namespace}\0${name}`;

/** The key of the question whether a name has any entry at all. */
export const presenceKey = (key: string): string => `?${key}`;

/** The key of the question which names are declared in a namespace. */
export const declaredKey = (namespace: string): string => `*${namespace}`;

/** The key of a question (a key of the three above) to the files of other languages near by. */
export const nearbyKey = (key: string): string => `^${key}`;

/** The least that a language's model of a unit has to say. */
export interface UnitModel {
  readonly entries: readonly Entry[];
  /** Comments that switch findings off. */
  readonly suppressions: readonly Suppression[];
  /** The kind of statement, in the language's own words: rules may ask for some kinds only. */
  readonly kind?: string;
}

/** `# linux-ha: ignore RULE …` (the next line or statement) or `# linux-ha: ignore-file RULE …`. */
export interface Suppression {
  readonly scope: 'next' | 'file';
  /** Rule ids; empty: all rules. */
  readonly rules: readonly string[];
  /** The comment, counted from the unit's start. */
  readonly span: Span;
}

/** Reads the suppression a comment holds; undefined if it holds none. `span` is where the comment stands in its unit. */
export function readSuppression(comment: string, span: Span): Suppression | undefined {
  const match = /^\s*#+\s*linux-ha:\s*ignore(-file)?(?=\s|$)(.*)$/s.exec(comment);
  if (!match) return undefined;
  const rules = (match[2] ?? '').split(/[\s,\\]+/).filter((word) => word !== '');
  return { scope: match[1] ? 'file' : 'next', rules, span };
}
