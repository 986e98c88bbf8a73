import type { Span } from '../../base/span';
import type { Text } from '../../base/text';
import type { UnitModel } from '../model/entries';
import type { Fix, Found, Severity, Unit } from '../workspace/unit';

export interface ReportOptions {
  readonly args?: Readonly<Record<string, string | number>>;
  readonly fixes?: () => readonly Fix[];
  readonly related?: readonly { readonly found: Found; readonly message: string }[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  /** Where one rule judges cases of different weight. */
  readonly severity?: Severity;
}

/** What a rule may ask while it looks at one unit. Whatever it looks up is remembered, so it runs again when that changes. */
export interface RuleContext {
  /** All entries of a name, in the order of the file. */
  lookup(namespace: string, name: string): readonly Found[];
  /** Its declarations only: cheap for names that are used everywhere. */
  declarations(namespace: string, name: string): readonly Found[];
  /** Whether a name has any entry: the cheapest question, and it runs the rule again only when the answer changes. */
  has(namespace: string, name: string): boolean;
  /** Names that are declared in a namespace, in no order; one may come twice. */
  declared(namespace: string): Iterable<string>;
  /** What files of other languages say that are about the same cluster (`Workspace.nearby`). */
  readonly nearby: Nearby;
  /** `message` is one of the rule's message ids; the span counts from the unit's start. */
  report(message: string, span: Span, options?: ReportOptions): void;
  readonly settings: RuleSettings;
}

/** Questions to the files of other languages near by; what was asked is remembered likewise. */
export interface Nearby {
  lookup(namespace: string, name: string): readonly Found[];
  declarations(namespace: string, name: string): readonly Found[];
  has(namespace: string, name: string): boolean;
  /** Names that are declared in a namespace, each once. */
  declared(namespace: string): Iterable<string>;
}

/** What the user has set that rules may depend on. */
export interface RuleSettings {
  /** Target versions by upstream (`pacemaker`, `crmsh`, `drbd`); absent: auto. */
  readonly target: Readonly<Record<string, string>>;
  /** Who reads crm files, where the user says so. */
  readonly reader?: string;
  /** Whether files describe a whole cluster, where the user says so. */
  readonly scope?: string;
}

/**
 * A rule: what it finds, how it says so, how it is repaired. Examples are run by a test and shown in the
 * documentation.
 */
export interface Rule<M extends UnitModel = UnitModel> {
  /** `<language>/<file name>`. */
  readonly id: string;
  readonly severity: Severity;
  readonly since: string;
  /** What is wrong, why it matters, what to do. */
  readonly docs: Text;
  readonly messages: Readonly<Record<string, Text>>;
  readonly examples: {
    readonly bad: readonly string[];
    readonly good: readonly string[];
    /** The target that the bad ones are for, where the rule says nothing without one. */
    readonly target?: Readonly<Record<string, string>>;
  };
  /** The upstream behaviour it follows: a manual's address, or file and version. */
  readonly source?: string;
  /** The kinds of units (`UnitModel.kind`) that it looks at; absent: all units. */
  readonly kinds?: readonly string[];
  /** It looks only at units with characters beyond ASCII. */
  readonly beyondAscii?: boolean;
  check(unit: Unit<M>, context: RuleContext): void;
}

/** Ties a rule to the model of its language: `defineRule<CrmModel>()({ … })`. */
export const defineRule =
  <M extends UnitModel>() =>
  (rule: Rule<M>): Rule<M> =>
    rule;
