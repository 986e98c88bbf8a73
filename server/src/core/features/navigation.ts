import { getOrAdd } from '../../base/maps';
import { type Span, shift, touches } from '../../base/span';
import type { Entry } from '../model/entries';
import type { SymbolOf } from '../model/symbols';
import { includeMatcher, includeNamespace, readNamespace } from '../workspace/includes';
import { filesOfName, filesToChange } from '../workspace/scope';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';

/** A place in a file. */
export interface Location {
  readonly uri: string;
  readonly span: Span;
  readonly role: 'declaration' | 'reference';
  /** The whole of what is declared there. */
  readonly whole?: Span;
}

/** A name at a place of a file, in offsets of the file. */
export interface SymbolAt {
  readonly file: SourceFile;
  readonly unit: Unit;
  readonly entry: Entry;
  readonly symbol: SymbolOf;
  readonly span: Span;
}

/** The name at an offset; of several that lie in one another the innermost. */
export function symbolAt(workspace: Workspace, uri: string, offset: number): SymbolAt | undefined {
  const file = workspace.file(uri);
  if (!file) return undefined;
  const at = file.unitAt(offset);
  // At the border of two units the word that ends there may be meant.
  const before = at && file.startOf(at) === offset ? file.units[at.index - 1] : undefined;
  for (const unit of [at, before]) {
    const found = unit && symbolIn(workspace, file, unit, offset - file.startOf(unit));
    if (found) return found;
  }
  return undefined;
}

function symbolIn(workspace: Workspace, file: SourceFile, unit: Unit, offset: number): SymbolAt | undefined {
  const { language } = file;
  if (!language.symbolOf) return undefined;
  const around = surroundings(workspace, file);
  const touched = unit.entries.filter(({ span }) => touches(span, offset));
  const found = touched
    .sort((a, b) => rank(a, offset) - rank(b, offset))
    .flatMap((entry) => {
      const symbol = language.symbolOf?.(entry, unit, around);
      return symbol ? [{ file, unit, entry, symbol, span: shift(entry.span, file.startOf(unit)) }] : [];
    });
  // A word that may be several things (an argument of a command) is the one that somebody declares.
  const same = found.filter(({ span }) => span.start === found[0]?.span.start && span.end === found[0].span.end);
  const isDeclaredOne = (at: SymbolAt) => occurrencesOf(workspace, at).some(isDeclared);
  return (same.length > 1 ? same.find(isDeclaredOne) : undefined) ?? found[0];
}

/** Shorter ones first; one that only ends at the offset after those that the offset lies in. */
const rank = ({ span }: Entry, offset: number): number =>
  span.end - span.start + (span.end === offset && span.start < offset ? 0.5 : 0);

/** An entry of a name, where it stands. */
export interface Occurrence extends Location {
  readonly file: SourceFile;
  readonly unit: Unit;
  readonly entry: Entry;
  /** The name is spelled here as it is. */
  readonly isName: boolean;
}

/** Which files are asked: those in which a name means the same, those that may be changed with it, or one. */
export type Asked = 'all' | 'changeable' | SourceFile;

/** Every place that speaks of what a name stands for; each place once. */
export function occurrencesOf(workspace: Workspace, at: SymbolAt, asked: Asked = 'all'): Occurrence[] {
  const { namespaces, name, also = [] } = at.symbol;
  const keys = namespaces.map((namespace) => ({ namespace, name }));
  const found = filesAsked(workspace, at, asked).flatMap((each) => [
    ...keys.flatMap(({ namespace }) =>
      each.names
        .lookup(namespace, name)
        .flatMap(({ unit, entry }) => (entry.role === 'mark' ? [] : [occurrence(each, unit, entry, entry.role, true)])),
    ),
    ...also.flatMap((alias) =>
      each.names
        .lookup(alias.namespace, alias.name)
        .map(({ unit, entry }) => occurrence(each, unit, entry, alias.role, false)),
    ),
  ]);
  return onceEach(found);
}

function filesAsked(workspace: Workspace, { file, symbol }: SymbolAt, asked: Asked): readonly SourceFile[] {
  if (typeof asked !== 'string') return [asked];
  const { namespaces, name, also = [] } = symbol;
  const keys = [...namespaces.map((namespace) => ({ namespace, name })), ...also.filter(isDeclared)];
  return asked === 'all' ? filesOfName(workspace, file, keys) : filesToChange(workspace, file, keys);
}

const isDeclared = ({ role }: { readonly role: string }): boolean => role === 'declaration';

const occurrence = (
  file: SourceFile,
  unit: Unit,
  entry: Entry,
  role: Location['role'],
  isName: boolean,
): Occurrence => {
  const start = file.startOf(unit);
  const whole = entry.whole ? { whole: shift(entry.whole, start) } : {};
  return { uri: file.uri, span: shift(entry.span, start), role, ...whole, file, unit, entry, isName };
};

/** Of several entries at one place the one that declares, and spells the name; in the order of the files. */
function onceEach(found: readonly Occurrence[]): Occurrence[] {
  const places = new Map<string, Occurrence>();
  const worth = ({ role, isName }: Occurrence) => (role === 'declaration' ? 2 : 0) + (isName ? 1 : 0);
  for (const one of found) {
    const key = `${one.uri}#${one.span.start}`;
    const known = getOrAdd(places, key, () => one);
    if (worth(one) > worth(known)) places.set(key, { ...one, isName: one.isName || known.isName });
  }
  return [...places.values()];
}

/** Every place where the name at an offset is declared or used; empty if it is no name. */
export function occurrences(workspace: Workspace, uri: string, offset: number): Location[] {
  const at = symbolAt(workspace, uri, offset);
  return at ? occurrencesOf(workspace, at) : [];
}

/** Those in the same file. */
export function occurrencesHere(workspace: Workspace, uri: string, offset: number): Location[] {
  const at = symbolAt(workspace, uri, offset);
  return at ? occurrencesOf(workspace, at, at.file).sort((a, b) => a.span.start - b.span.start) : [];
}

/** Where the name at an offset is declared; the files that an include means. */
export function definitions(workspace: Workspace, uri: string, offset: number): Location[] {
  const at = symbolAt(workspace, uri, offset);
  if (!at) return included(workspace, uri, offset);
  return occurrencesOf(workspace, at).filter(({ role }) => role === 'declaration');
}

function included(workspace: Workspace, uri: string, offset: number): Location[] {
  const file = workspace.file(uri);
  const unit = file?.unitAt(offset);
  if (!file || !unit) return [];
  const named = unit.entries.find(
    ({ namespace, span }) =>
      (namespace === includeNamespace || namespace === readNamespace) && touches(span, offset - file.startOf(unit)),
  );
  return named ? filesNamed(workspace, file, named.name).map((other) => atTop(other.uri)) : [];
}

const atTop = (uri: string): Location => ({ uri, span: { start: 0, end: 0 }, role: 'declaration' });

/** The known files that a pattern in a file means. */
export function filesNamed(workspace: Workspace, file: SourceFile, pattern: string): SourceFile[] {
  const matches = includeMatcher(file.uri, pattern);
  return [...workspace.all()].filter((other) => other !== file && matches(other.uri));
}

/** The places of a name within one statement, where there are several: they can be typed as one. */
export function linkedPlaces(workspace: Workspace, uri: string, offset: number): Span[] {
  const at = symbolAt(workspace, uri, offset);
  if (!at || at.symbol.isPath) return [];
  const start = at.file.startOf(at.unit);
  const text = ({ start: from, end }: Span) => at.unit.text.slice(from - start, end - start);
  const spans = occurrencesOf(workspace, at, at.file)
    .filter(({ unit, span, isName }) => unit === at.unit && isName && text(span) === text(at.span))
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  return spans.length > 1 && spans.every((span, i) => i === 0 || span.start >= (spans[i - 1]?.end ?? 0)) ? spans : [];
}
