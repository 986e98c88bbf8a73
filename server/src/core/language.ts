import type { Edit } from '../base/edits';
import type { Span } from '../base/span';
import type { Text } from '../base/text';
import type { Form } from './features/form';
import type { LayoutStyle } from './features/format-style';
import type { Slot } from './features/slot';
import type { Rule, RuleSettings } from './lint/rule';
import type { Entry, UnitModel } from './model/entries';
import type { FileLink, Hint, Lens, Step } from './model/shown';
import type { Naming, SymbolOf } from './model/symbols';
import type { CarriedState, Fix, Found, Parsed, Problem, Severity, Unit } from './workspace/unit';

/** A node of the outline. Spans count from the unit's start. */
export interface OutlineItem {
  readonly name: string;
  /** The language's word for what it is: `primitive`, `resource`, `volume`, `heading`. */
  readonly kind: string;
  readonly detail?: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children?: readonly OutlineItem[];
}

/** Classes of words for semantic highlighting; the protocol's own names where it has them. */
export const highlightTypes = [
  'keyword',
  'class',
  'property',
  'parameter',
  'variable',
  'function',
  'type',
  'enumMember',
  'number',
  'string',
  'operator',
  'comment',
  'namespace',
  'decorator',
] as const;
export const highlightModifiers = ['declaration', 'deprecated', 'unresolved'] as const;

export interface Highlight {
  /** Counted from the unit's start. */
  readonly span: Span;
  readonly type: (typeof highlightTypes)[number];
  readonly modifiers?: readonly (typeof highlightModifiers)[number][];
  /** The word is a name that is declared in one of these namespaces; where it is not, it is `unresolved`. */
  readonly refersTo?: { readonly namespaces: readonly string[]; readonly name: string };
}

/** What a language may ask of the file round a unit, and of the files that belong to it. */
export interface Surroundings {
  /** All entries of a name, this file's in its order first. */
  lookup(namespace: string, name: string): readonly Found[];
  /** Its declarations only: cheap for names that are used everywhere. */
  declarations(namespace: string, name: string): readonly Found[];
  /** Names with an entry in a namespace, declarations only. */
  declared(namespace: string): Iterable<{ readonly name: string; readonly entry: Entry }>;
  /** These names alone, which is much cheaper; one may come twice. */
  declaredNames(namespace: string): Iterable<string>;
  /** Where a span of a unit (or the unit itself) stands, for notes. */
  readonly place?: (unit: Unit, span: Span, uri?: string) => Place | undefined;
  /** The files of a pattern that the file names, as far as they are known. */
  readonly filesNamed?: (pattern: string) => readonly string[];
  /** What rules see: the files that make one configuration with this one, and what is set. */
  readonly own?: OwnConfiguration;
}

/** A place as people see it. */
export interface Place {
  /** The file's name without its folders; undefined in the file itself. */
  readonly file: string | undefined;
  /** From 1. */
  readonly line: number;
  /** An address that opens the place, where editors follow such addresses out of Markdown. */
  readonly link: string | undefined;
}

export interface OwnConfiguration {
  lookup(namespace: string, name: string): readonly Found[];
  /** Whether a name has any entry. */
  has?(namespace: string, name: string): boolean;
  readonly settings: RuleSettings;
}

/**
 * Something that answers about a file rest on, and that can be said: in a comment, by a setting, else by the file's own
 * words. `setting` is the setting's key.
 */
export interface Premise {
  readonly setting: string;
  /** What is in force; `auto`: nothing in particular. */
  readonly value: string;
  readonly from: 'comment' | 'setting' | 'words' | 'nothing';
  /** The comment that says it. */
  readonly comment?: Found;
}

/** A way of rewriting files that a language offers: for another version, in another style. */
export interface ConversionOffer {
  readonly id: string;
  readonly title: Text;
}

/** A unit rewritten; all spans count from its start. */
export interface ConvertedUnit {
  readonly edits: readonly Edit[];
  /** What people should know of it; `open`: it was left as it is, since there is no one right form. */
  readonly remarks: readonly { readonly span: Span; readonly text: Text; readonly open: boolean }[];
}

/** A character that was just typed. */
export interface Typed {
  readonly character: string;
  /** The unit that it stands in, with those beside it that a line end may have torn off. */
  readonly text: string;
  /** Behind the character. */
  readonly offset: number;
  /** The state before the text. */
  readonly before: CarriedState;
}

/** Where somebody asks for a change: the units that are selected, the place in the first of them, and all units. */
export interface ActionPlace<M extends UnitModel> {
  readonly selected: readonly Unit<M>[];
  readonly offset: number;
  readonly units: readonly Unit<M>[];
}

/** A change that a language offers. Spans count from the start of their unit. */
export interface LanguageAction {
  readonly title: Text;
  readonly kind: 'refactor.extract' | 'refactor.rewrite' | 'quickfix';
  readonly edits: readonly (Edit & { readonly unit: Unit })[];
}

/** Text of a problem that the parser reports, by its code. */
export interface SyntaxMessage {
  readonly severity: Severity;
  readonly message: Text;
  /** The repairs, where there is a right one; edits count from the unit's start. */
  readonly fixes?: (problem: Problem, unitText: string) => readonly Fix[];
}

/**
 * Everything the engine knows about a language. The engine calls nothing else of it, and names none.
 * No method throws, whatever the text; none keeps anything between calls.
 */
export interface LanguageModule<M extends UnitModel = UnitModel> {
  readonly id: string;
  /** What other editors call it. */
  readonly aliases?: readonly string[];
  /** Files of this kind are only asked for the names in them: they are neither judged nor changed. */
  readonly namesOnly?: true;
  /** The state before a file's first unit. */
  readonly initialState: CarriedState;
  /**
   * Where the unit that starts at `start` ends, and the state after it. `end` is greater than `start`, at most the
   * text's length, and depends on nothing before `start` but `state`, and nothing behind the line that `end` is in but
   * whether there is more text. `open`: the unit ends only because the text does, so more text would belong to it.
   */
  nextUnit(text: string, start: number, state: CarriedState): { end: number; after: CarriedState; open: boolean };
  /** Reads a unit: a lossless tree (its tokens joined are `text`) and the problems beside it. */
  parse(text: string, before: CarriedState): Parsed;
  /** What the unit declares, refers to and says, with the facts that are loaded by now. */
  analyse(text: string, parsed: Parsed, before: CarriedState): M;
  /** What may stand at an offset (counted from the unit's start, like the slot's spans); undefined in comments. */
  slotAt(unit: Unit<M>, offset: number, around: Surroundings): Slot | undefined;
  /** The form of what is written at an offset of the unit, for help while typing; undefined where there is none. */
  formAt?(unit: Unit<M>, offset: number, around: Surroundings): Form | undefined;
  /** What an entry is for navigation; undefined for one that is no name. */
  symbolOf?(entry: Entry, unit: Unit<M>, around: Surroundings): SymbolOf | undefined;
  readonly naming?: Naming;
  /** What has to be done before, or what waits for, the thing that an entry names. */
  sequence?(name: SymbolOf, direction: 'before' | 'after', around: Surroundings): readonly Step[];
  links?(unit: Unit<M>): readonly FileLink[];
  lenses?(unit: Unit<M>, around: Surroundings): readonly Lens[];
  hints?(unit: Unit<M>, around: Surroundings): readonly Hint[];
  outline(unit: Unit<M>): readonly OutlineItem[];
  highlights(unit: Unit<M>): readonly Highlight[];
  /** The unit is a comment and nothing else: runs of them fold. */
  isComment?(unit: Unit<M>): boolean;
  /** Foldable ranges; a unit of several lines folds by itself and need not be listed. */
  folds(unit: Unit<M>): readonly { readonly span: Span; readonly kind?: 'comment' | 'region' }[];
  /** Lays a unit out: edits of blanks, line ends and what parts lines, of nothing else. A second time none. */
  format?(unit: Unit<M>, style: LayoutStyle): readonly Edit[];
  /** What typing a character at the end of `typed.text` cut at `typed.offset` asks for. Edits count from the text's start. */
  formatTyped?(typed: Typed, style: LayoutStyle): readonly Edit[];
  /** Text from elsewhere as it belongs into a file: plain quotes and blanks, no prompts. */
  cleanPasted?(text: string): string;
  /** What answers about the file rest on. */
  premises?(own: Required<OwnConfiguration>): readonly Premise[];
  /** Changes of what is selected that somebody may want: a group of these, one more host. */
  actions?(place: ActionPlace<M>, around: Surroundings): readonly LanguageAction[];
  readonly conversions?: readonly ConversionOffer[];
  /** Rewrites a unit. What it gives is the same however often it is done: a second time no edits. */
  convert?(unit: Unit<M>, conversion: string, around: Pick<Surroundings, 'lookup'>): ConvertedUnit;
  /** Names of folders that a file may lie in without being about them (`etc`): its home is the folder around them. */
  readonly systemFolders?: ReadonlySet<string>;
  /** Addresses of files that may include one with this address, if they exist. */
  roots?(uri: string): readonly string[];
  readonly syntaxMessages: Readonly<Record<string, SyntaxMessage>>;
  readonly rules: readonly Rule<M>[];
}
