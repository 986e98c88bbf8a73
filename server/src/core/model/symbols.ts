import type { Span } from '../../base/span';
import type { Text } from '../../base/text';

/** A name as navigation sees it: what it stands for, wherever it is written and in whatever language. */
export interface SymbolOf {
  /** The namespaces in which declarations and references of this name speak of it. */
  readonly namespaces: readonly string[];
  readonly name: string;
  readonly role: 'declaration' | 'reference';
  /** Entries of other names that speak of it: they are found, and not renamed. Of whatever role they are, they count as this. */
  readonly also?: readonly Alias[];
  /** The name that another text in its place would make; the text itself if absent. */
  readonly named?: (text: string) => string;
  /** It is spelled in another way here, so that it cannot be renamed from here. */
  readonly isPath?: true;
  /** It may be renamed where nobody declares it. */
  readonly mayBeUndeclared?: true;
}

export interface Alias {
  readonly namespace: string;
  readonly name: string;
  readonly role: 'declaration' | 'reference';
}

/** How a language spells names. */
export interface Naming {
  /** Why a text cannot be a name of a namespace; undefined: it can. */
  obstacle(namespace: string, name: string): Text | undefined;
  /** How a name is written in place of a stretch of a unit's text. */
  write(name: string, text: string, instead: Span): string;
  /** Namespaces whose entries, of whatever role, take a name of a namespace. */
  rivals(namespace: string): readonly string[];
  /** Namespaces whose names several files of one configuration declare. */
  readonly shared: ReadonlySet<string>;
}
