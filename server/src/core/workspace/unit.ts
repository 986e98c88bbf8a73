import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';
import type { Text } from '../../base/text';
import type { Entry, Suppression, UnitModel } from '../model/entries';
import type { Node } from '../syntax/tree';
import type { Recent } from './recent';

/** Something the parser could not read. `code` names one of the language's syntax messages. */
export interface Problem {
  readonly code: string;
  /** Counted from the unit's start. */
  readonly span: Span;
  readonly args?: Readonly<Record<string, string | number>>;
}

export interface Parsed {
  readonly root: Node;
  readonly problems: readonly Problem[];
}

/** A unit with findings that rest on others: how to have them worked out again. */
export interface Dependent {
  again(): void;
}

/**
 * Hears of each unit whose tree or model is looked at. A rule that has found a unit by a name goes on to what else stands
 * in it, and no list of names would tell when that changes.
 */
export const reading: { heard: ((unit: Unit) => void) | undefined } = { heard: undefined };

/** What a language carries from one unit to the next (inside a here-document, after `configure`); compared as text. */
export type CarriedState = string;

/** How units of a language are read, and where what was read is kept. */
export interface Reader<M extends UnitModel = UnitModel> {
  parse(text: string, before: CarriedState): Parsed;
  analyse(text: string, parsed: Parsed, before: CarriedState): M;
  readonly recent: Recent<Unit<M>>;
}

/** What is read of a unit: its tree, and what it says. */
interface Read<M> {
  readonly parsed: Parsed;
  readonly model: M;
}

/**
 * A piece of a file that can be read on its own: a logical line, a top-level section. It knows nothing of its place
 * in the file, so it is kept as it is when text before it changes. Everything derived hangs on it. Its names are always
 * there; tree and model are read again where they have been dropped meanwhile (`Recent`).
 */
export class Unit<M extends UnitModel = UnitModel> {
  /** Place among the file's units; kept up to date by the file. -1 once the unit is gone. */
  index = -1;
  /** What the rules found; undefined: they have to run (again). */
  findings: readonly Finding[] | undefined;
  /** The unit ends only because the file does: what is typed at its end belongs to it. */
  open = false;
  /** The edits that lay it out, for one style. */
  layout: { readonly key: string; readonly edits: readonly Edit[] } | undefined;
  /** What features worked out of the unit alone (`perUnit`); gone with the facts that it was worked out with. */
  results: unknown[] = [];
  /** Keys that the rules looked up for these findings. */
  lookedUp: ReadonlySet<string> | undefined;
  /** Units whose findings rest on this one, whatever it says: once it is gone they have to be worked out again. */
  restOnIt: Set<Dependent> | undefined;
  /** This one as such a unit, and those that its findings rest on. */
  asDependent: Dependent | undefined;
  restsOn: ReadonlySet<Unit> | undefined;
  entries: readonly Entry[] = [];
  suppressions: readonly Suppression[] = [];
  private counted: number | undefined;
  private kept: Read<M> | undefined;

  constructor(
    readonly text: string,
    readonly before: CarriedState,
    readonly after: CarriedState,
    private readonly reader: Reader<M>,
  ) {
    this.reanalyse();
  }

  get parsed(): Parsed {
    reading.heard?.(this);
    return this.read().parsed;
  }

  get model(): M {
    reading.heard?.(this);
    return this.read().model;
  }

  /** Works out anew what it says, as when facts arrive. */
  reanalyse(): void {
    const parsed = this.kept?.parsed ?? this.reader.parse(this.text, this.before);
    const model = this.reader.analyse(this.text, parsed, this.before);
    this.entries = model.entries;
    this.suppressions = model.suppressions;
    this.results = [];
    this.keep({ parsed, model });
  }

  /** The unit has its place in a file. */
  arrive(index: number): void {
    this.index = index;
    if (this.kept) this.reader.recent.add(this, this.text.length);
  }

  /** The unit is gone: nothing is kept for it any more. */
  leave(): void {
    this.index = -1;
    this.kept = undefined;
    this.reader.recent.remove(this);
  }

  /** Lets go of the tree and the model. */
  drop(): void {
    this.kept = undefined;
  }

  private read(): Read<M> {
    if (this.kept) return this.kept;
    const parsed = this.reader.parse(this.text, this.before);
    const model = this.reader.analyse(this.text, parsed, this.before);
    // An entry is one object: rules tell their own from others by that.
    return this.keep({ parsed, model: Object.assign(model, { entries: this.entries }) });
  }

  private keep(read: Read<M>): Read<M> {
    // One that is in no file is nobody's for long.
    if (!this.kept && this.index >= 0) this.reader.recent.add(this, this.text.length);
    this.kept = read;
    return read;
  }

  /** How many lines end in it. */
  get lineEnds(): number {
    this.counted ??= countLineEnds(this.text);
    return this.counted;
  }
}

/** How many lines end in a text: at a line feed, or at a carriage return without one. */
export function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** An entry together with the unit that it stands in. */
export interface Found {
  readonly unit: Unit;
  readonly entry: Entry;
  /** Address of the file; undefined for the file that is being checked. */
  readonly uri?: string;
}

/** A repair. It is worked out only when somebody asks for it. */
export interface Fix {
  readonly title: Text;
  /** Counted from the start of the unit that the finding stands in, or of `unit` where that is given. */
  readonly edits: readonly (Edit & { readonly unit?: Unit })[];
  /** Safe: keeps what the file means, or makes it what can only have been meant. Runs with "fix all". */
  readonly safe: boolean;
}

/** What a rule, or the parser, has to say about a place. Offsets count from the unit's start. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Text;
  readonly args: Readonly<Record<string, string | number>>;
  readonly fixes?: () => readonly Fix[];
  readonly related: readonly { readonly found: Found; readonly message: Text }[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}
