import { folderOf, withoutFolders } from '../../base/folders';
import { lastAtMost } from '../../base/line-index';
import { getOrAdd } from '../../base/maps';
import type { LanguageModule } from '../language';
import { declaredKey, entryKey, presenceKey } from '../model/entries';
import { NameIndex } from '../model/name-index';
import { Recent } from './recent';
import { type CarriedState, countLineEnds, type Reader, Unit } from './unit';

/**
 * A file as a list of units. An edit re-reads the units that it touches and no others; what the rest derived stays.
 * Offsets count from the file's start unless said otherwise.
 */
export class SourceFile {
  private list: Unit[] = [];
  private starts: number[] = [];
  private size = 0;
  /** First lines of the units; empty: to be counted. */
  private lines: number[] = [];
  readonly names = new NameIndex();
  /** The folder that the file is about; undefined for one that was never saved. */
  readonly home: string | undefined;
  /** Units whose findings have to be worked out (again). */
  readonly stale = new Set<Unit>();
  /** Units with findings, and units with comments that switch findings off; in no order. */
  readonly speaking = new Set<Unit>();
  readonly suppressing = new Set<Unit>();
  private readonly reader: Reader;
  private readonly readers = new Map<string, Set<Unit>>();

  constructor(
    readonly uri: string,
    readonly language: LanguageModule,
    text: string,
    recent = new Recent<Unit>(),
  ) {
    this.reader = {
      parse: (unitText, before) => language.parse(unitText, before),
      analyse: (unitText, parsed, before) => language.analyse(unitText, parsed, before),
      recent,
    };
    const folder = folderOf(uri);
    this.home = folder && withoutFolders(folder, language.systemFolders ?? new Set());
    this.insert(0, 0, readUnits(language, this.reader, text, language.initialState));
  }

  get units(): readonly Unit[] {
    return this.list;
  }

  get length(): number {
    return this.size;
  }

  /** Whether findings of it depend on any name: most files of a workspace are known and were never checked. */
  get isRead(): boolean {
    return this.readers.size > 0;
  }

  /** The whole text, put together from the units. */
  text(): string {
    return this.list.map((unit) => unit.text).join('');
  }

  /** Where a unit of this file starts. */
  startOf(unit: Unit): number {
    return this.starts[unit.index] ?? 0;
  }

  /** The line (from 1) of an offset in a unit. Lines in front of units are counted once after an edit. */
  lineOf(unit: Unit, offset: number): number {
    if (this.lines.length !== this.list.length) {
      let line = 1;
      this.lines = this.list.map((each) => {
        const first = line;
        line += each.lineEnds;
        return first;
      });
    }
    return (this.lines[unit.index] ?? 1) + countLineEnds(unit.text.slice(0, offset));
  }

  /** The unit that an offset lies in; at the border of two the second; at the file's end the last; none in an empty file. */
  unitAt(offset: number): Unit | undefined {
    return this.list[lastAtMost(this.starts, offset)];
  }

  /** An empty unit behind the last one, which text typed there would become; it is no part of the file. */
  nextUnit(): Unit {
    const state = this.list.at(-1)?.after ?? this.language.initialState;
    return new Unit('', state, state, this.reader);
  }

  /**
   * Replaces the text between two offsets. Returns the keys of all names whose entries changed, so that findings
   * elsewhere that depend on them can be worked out again.
   */
  edit(start: number, end: number, newText: string): ReadonlySet<string> {
    const from = Math.max(0, Math.min(start, this.size));
    const to = Math.max(from, Math.min(end, this.size));
    // One unit further back: a line end can be glued to the one before (CR and LF), an end of file can go.
    const first = this.lineStart(lastAtMost(this.starts, from) - 1);
    const last = Math.min(this.list.length, lastAtMost(this.starts, to) + 1);
    const base = this.starts[first] ?? 0;
    const touched = this.list
      .slice(first, last)
      .map((unit) => unit.text)
      .join('');
    const text = detach(touched.slice(0, from - base) + newText + touched.slice(to - base));
    return this.reread(first, last, text);
  }

  /** Works out the model of every unit again, as when facts arrive. */
  reanalyse(): void {
    for (const unit of this.list) {
      this.names.remove(unit);
      unit.reanalyse();
      this.names.add(unit);
      this.noteSuppressions(unit);
    }
    this.invalidateAll();
  }

  /** Has all findings worked out again, as when settings change. */
  invalidateAll(): void {
    for (const unit of this.list) this.invalidate(unit);
  }

  /** Has the findings worked out again that depend on one of these names. */
  invalidateReaders(keys: Iterable<string>): void {
    for (const key of keys) for (const unit of this.readers.get(key) ?? []) this.invalidate(unit);
  }

  /** Notes what a unit's findings depend on: names, and other units as a whole. */
  remember(unit: Unit, keys: ReadonlySet<string>, others: ReadonlySet<Unit> = new Set()): void {
    this.forget(unit);
    unit.lookedUp = keys;
    if (unit.findings && unit.findings.length > 0) this.speaking.add(unit);
    else this.speaking.delete(unit);
    this.restOn(unit, others);
    for (const key of keys) {
      getOrAdd(this.readers, key, () => new Set<Unit>()).add(unit);
    }
    this.stale.delete(unit);
  }

  /** The findings of a unit rest on others: once one of these is gone, the unit is stale. */
  private restOn(unit: Unit, others: ReadonlySet<Unit>): void {
    if (others.size > 0) unit.restsOn = others;
    for (const other of others) {
      if (other === unit) continue;
      unit.asDependent ??= { again: () => unit.index >= 0 && this.invalidate(unit) };
      other.restOnIt ??= new Set();
      other.restOnIt.add(unit.asDependent);
    }
  }

  /** The file is no longer known: nothing in other files holds on to it. */
  leave(): void {
    for (const unit of this.list) {
      letGo(unit);
      unit.leave();
    }
  }

  private noteSuppressions(unit: Unit): void {
    if (unit.suppressions.length > 0) this.suppressing.add(unit);
    else this.suppressing.delete(unit);
  }

  private forget(unit: Unit): void {
    for (const key of unit.lookedUp ?? []) {
      const units = this.readers.get(key);
      units?.delete(unit);
      if (units?.size === 0) this.readers.delete(key);
    }
    unit.lookedUp = undefined;
    letGo(unit);
  }

  private invalidate(unit: Unit): void {
    unit.findings = undefined;
    this.speaking.delete(unit);
    this.stale.add(unit);
  }

  /** Replaces the units [first, last) by what `text` holds, and further ones until old and new borders meet. */
  private reread(first: number, last: number, text: string): ReadonlySet<string> {
    const state = this.list[first]?.before ?? this.list[first - 1]?.after ?? this.language.initialState;
    let end = last;
    let whole = text;
    let units = readUnits(this.language, this.reader, whole, state);
    while (end < this.list.length && !this.meets(units, state, end)) {
      whole = detach(
        whole +
          this.list
            .slice(end, end + (end - first) + 1)
            .map((unit) => unit.text)
            .join(''),
      );
      end = Math.min(this.list.length, end + (end - first) + 1);
      units = readUnits(this.language, this.reader, whole, state);
    }
    return this.replace(first, end, units);
  }

  /** The last unit up to `index` that begins a line: what a unit is may depend on the rest of its last line. */
  private lineStart(index: number): number {
    let first = Math.max(0, index);
    while (first > 0 && !endsLine(this.list[first - 1])) first--;
    return first;
  }

  /** Whether the old unit at `index` can follow the new units (read from `state` on) as it is. */
  private meets(units: readonly Unit[], state: CarriedState, index: number): boolean {
    const last = units.at(-1);
    if (last && (last.open || !endsLine(last))) return false;
    return (last?.after ?? state) === this.list[index]?.before;
  }

  private replace(first: number, last: number, read: readonly Unit[]): ReadonlySet<string> {
    const old = this.list.slice(first, last);
    let head = 0;
    while (head < old.length && head < read.length && sameUnit(old[head], read[head])) head++;
    let tail = 0;
    while (
      tail < old.length - head &&
      tail < read.length - head &&
      sameUnit(old[old.length - 1 - tail], read[read.length - 1 - tail])
    )
      tail++;
    const gone = old.slice(head, old.length - tail);
    const come = read.slice(head, read.length - tail);
    const keys = new Set(
      [...gone, ...come].flatMap((unit) => unit.entries.map(({ namespace, name }) => entryKey(namespace, name))),
    );
    const present = new Map([...keys].map((key) => [key, this.names.hasKey(key)]));
    const declared = this.declarations([...gone, ...come]);
    for (const unit of gone) this.drop(unit);
    this.insert(first + head, gone.length, come);
    const changed = changedKeys(gone, come);
    for (const [key, before] of present) if (this.names.hasKey(key) !== before) changed.add(presenceKey(key));
    for (const { namespace, name, before } of declared)
      if (this.names.isDeclared(namespace, name) !== before) changed.add(declaredKey(namespace));
    this.invalidateReaders(changed);
    return changed;
  }

  /** The names that units declare, and whether they are declared now. */
  private declarations(units: readonly Unit[]) {
    return units
      .flatMap(({ entries }) => entries.filter(({ role }) => role === 'declaration'))
      .map(({ namespace, name }) => ({ namespace, name, before: this.names.isDeclared(namespace, name) }));
  }

  private drop(unit: Unit): void {
    this.names.remove(unit);
    this.forget(unit);
    this.stale.delete(unit);
    this.speaking.delete(unit);
    this.suppressing.delete(unit);
    unit.leave();
    for (const dependent of unit.restOnIt ?? []) dependent.again();
    unit.restOnIt = undefined;
  }

  private insert(at: number, removed: number, read: readonly Unit[]): void {
    this.list = spliced(this.list, at, removed, read);
    this.lines = [];
    for (const [i, unit] of read.entries()) {
      unit.arrive(at + i);
      this.names.add(unit);
      this.noteSuppressions(unit);
      this.stale.add(unit);
    }
    let offset = at === 0 ? 0 : (this.starts[at - 1] ?? 0) + (this.list[at - 1]?.text.length ?? 0);
    this.starts.length = this.list.length;
    for (let i = at; i < this.list.length; i++) {
      const unit = this.list[i] as Unit;
      unit.index = i;
      this.starts[i] = offset;
      offset += unit.text.length;
    }
    this.size = offset;
  }
}

/** The units that its findings rested on need not tell it any more. */
function letGo(unit: Unit): void {
  if (unit.asDependent) for (const other of unit.restsOn ?? []) other.restOnIt?.delete(unit.asDependent);
  unit.restsOn = undefined;
}

function readUnits(language: LanguageModule, reader: Reader, text: string, initial: CarriedState): Unit[] {
  const read: Unit[] = [];
  let before = initial;
  for (let start = 0; start < text.length; ) {
    const { end, after, open } = language.nextUnit(text, start, before);
    const unitText = text.slice(start, end);
    const unit = new Unit(detach(unitText), before, after, reader);
    unit.open = open;
    // More than is kept is not even held until the units have their places.
    if (end > reader.recent.limit) unit.drop();
    read.push(unit);
    start = end;
    before = after;
  }
  return read;
}

/**
 * Keys of names whose entries are others now. Declarations and references count as others even when only their place
 * changed, since findings point at them; marks (which a busy file has thousands of) only when they say something else.
 */
function changedKeys(gone: readonly Unit[], come: readonly Unit[]): Set<string> {
  const changed = new Set<string>();
  const marks = new Map<string, number>();
  for (const [units, by] of [
    [gone, -1],
    [come, 1],
  ] as const) {
    for (const { namespace, name, role, value } of units.flatMap((unit) => unit.entries)) {
      const key = entryKey(namespace, name);
      if (role !== 'mark') changed.add(key);
      else marks.set(`${key}\0${value ?? ''}`, (marks.get(`${key}\0${value ?? ''}`) ?? 0) + by);
    }
  }
  for (const [mark, count] of marks) if (count !== 0) changed.add(mark.slice(0, mark.lastIndexOf('\0')));
  return changed;
}

const endsLine = (unit: Unit | undefined): boolean => unit?.text.endsWith('\n') === true;

function sameUnit(a: Unit | undefined, b: Unit | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.text === b.text &&
    a.before === b.before &&
    a.after === b.after &&
    a.open === b.open
  );
}

function spliced<T>(list: readonly T[], at: number, removed: number, added: readonly T[]): T[] {
  return [...list.slice(0, at), ...added, ...list.slice(at + removed)];
}

/** A copy that does not keep the text alive that it was cut from (engines let a slice point into its source). */
function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
