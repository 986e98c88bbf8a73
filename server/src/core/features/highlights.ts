import { contains, type Span, shift } from '../../base/span';
import { type Highlight, highlightModifiers, highlightTypes } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { perUnit } from './per-unit';

/** The numbers of a token: the line from the unit's first, its column, its length, its class and its modifiers as bits. */
export const tokenSize = 5;

/** Where in `tokens` a name stands that some file may declare. */
interface Reference {
  readonly at: number;
  readonly namespaces: readonly string[];
  readonly name: string;
}

/** A unit's classified words in the protocol's numbers. Columns of the first line count from the unit's start. */
interface UnitTokens {
  readonly tokens: readonly number[];
  readonly references: readonly Reference[];
  readonly lines: number;
  /** Length of the last line. */
  readonly lastColumn: number;
}

/** How long a stretch of text is to the client. */
export type Measure = (text: string) => number;

const unresolved = 1 << highlightModifiers.indexOf('unresolved');

/** The classes of the words of all units, or of those that touch `within`, in order; offsets of the file. */
export function highlights(workspace: Workspace, file: SourceFile, within?: Span): Highlight[] {
  const isKnown = resolver(workspace, file);
  return unitsIn(file, within).flatMap((unit) =>
    file.language.highlights(unit).map((highlight) => ({
      ...highlight,
      span: shift(highlight.span, file.startOf(unit)),
      ...(highlight.refersTo &&
        !isKnown(highlight.refersTo) && { modifiers: [...(highlight.modifiers ?? []), 'unresolved' as const] }),
    })),
  );
}

/** The same as the protocol's relative numbers, `tokenSize` for a word. What a unit says is kept on it. */
export function semanticTokens(workspace: Workspace, file: SourceFile, measure: Measure, within?: Span): number[] {
  const isKnown = resolver(workspace, file);
  const tokensOf = kept(measure);
  const units = unitsIn(file, within);
  const data: number[] = [];
  const place = startOf(file, units[0], measure);
  let last = { line: 0, column: 0 };
  for (const unit of units) {
    const read = tokensOf(file, unit);
    const from = data.length;
    for (const number of read.tokens) data.push(number);
    for (const reference of read.references) {
      const at = from + reference.at + tokenSize - 1;
      if (!isKnown(reference)) data[at] = (data[at] ?? 0) | unresolved;
    }
    last = makeRelative(data, from, place, last);
    place.column = read.lines > 0 ? read.lastColumn : place.column + read.lastColumn;
    place.line += read.lines;
  }
  return data;
}

/** Turns a unit's own lines and columns into differences. Returns where its last word stands. */
function makeRelative(
  data: number[],
  from: number,
  place: { readonly line: number; readonly column: number },
  before: { line: number; column: number },
): { line: number; column: number } {
  let last = before;
  for (let at = from; at < data.length; at += tokenSize) {
    const own = data[at] ?? 0;
    const line = place.line + own;
    const column = (data[at + 1] ?? 0) + (own === 0 ? place.column : 0);
    data[at] = line - last.line;
    data[at + 1] = line === last.line ? column - last.column : column;
    last = { line, column };
  }
  return last;
}

/** The lines and columns in front of a unit. */
function startOf(file: SourceFile, unit: Unit | undefined, measure: Measure): { line: number; column: number } {
  if (!unit) return { line: 0, column: 0 };
  let column = 0;
  for (let i = unit.index - 1; i >= 0; i--) {
    const text = file.units[i]?.text ?? '';
    const lineStart = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    column += measure(text.slice(lineStart));
    if (lineStart > 0) break;
  }
  return { line: file.lineOf(unit, 0) - 1, column };
}

function unitsIn(file: SourceFile, within: Span | undefined): readonly Unit[] {
  if (!within) return file.units;
  const first = file.unitAt(within.start)?.index ?? 0;
  return file.units.slice(first, (file.unitAt(within.end)?.index ?? 0) + 1);
}

/** Whether some file declares a name; each name is looked for once. */
function resolver(workspace: Workspace, file: SourceFile): (reference: Omit<Reference, 'at'>) => boolean {
  const files = [file, ...workspace.all()];
  const asked = new Map<string, boolean>();
  return ({ namespaces, name }) => {
    const key = `${namespaces.join(' ')}\0${name}`;
    const known =
      asked.get(key) ??
      namespaces.some((namespace) => files.some(({ names }) => names.declarations(namespace, name).length > 0));
    asked.set(key, known);
    return known;
  };
}

const keptBy = new Map<Measure, ReturnType<typeof perUnit<UnitTokens>>>();

/** Clients differ in how they count; each way has its own place on the units. */
function kept(measure: Measure): ReturnType<typeof perUnit<UnitTokens>> {
  const known =
    keptBy.get(measure) ?? perUnit((unit, language) => encode(unit.text, language.highlights(unit), measure));
  keptBy.set(measure, known);
  return known;
}

function encode(text: string, found: readonly Highlight[], measure: Measure): UnitTokens {
  const tokens: number[] = [];
  const references: Reference[] = [];
  const lines = linesOf(text);
  let line = 0;
  let end = 0;
  for (const highlight of found) {
    if (highlight.span.start < end) continue;
    for (const span of withinLines(text, highlight.span)) {
      while (line + 1 < lines.length && (lines[line + 1] ?? 0) <= span.start) line++;
      const length = measure(text.slice(span.start, span.end));
      if (highlight.refersTo) references.push({ at: tokens.length, ...highlight.refersTo });
      tokens.push(line, measure(text.slice(lines[line], span.start)), length, ...numbersOf(highlight));
    }
    end = highlight.span.end;
  }
  return { tokens, references, lines: lines.length - 1, lastColumn: measure(text.slice(lines.at(-1))) };
}

/** Where the lines of a text start. */
function linesOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}

/** The pieces of a span in each of its lines, without the blanks and continuations round them. */
function withinLines(text: string, span: Span): readonly Span[] {
  const word = text.slice(span.start, span.end);
  if (!/[\r\n]/.test(word)) return span.end > span.start ? [span] : [];
  return [...word.matchAll(/[^\s\\](?:[^\r\n]*[^\s\\])?/g)]
    .map((match) => ({ start: span.start + match.index, end: span.start + match.index + match[0].length }))
    .filter((piece) => contains(span, piece));
}

const typeNumbers: ReadonlyMap<string, number> = new Map(highlightTypes.map((type, i) => [type, i]));

function numbersOf({ type, modifiers }: Highlight): readonly [type: number, modifiers: number] {
  const bits = (modifiers ?? []).reduce((sum, modifier) => sum | (1 << highlightModifiers.indexOf(modifier)), 0);
  return [typeNumbers.get(type) ?? 0, bits];
}

/** An edit that turns one answer into the next: `deleteCount` numbers from `start` on make room for `data`. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: readonly number[];
}

/** What changed between two answers: nothing, or one stretch. */
export function tokenEdits(before: readonly number[], after: readonly number[]): readonly TokenEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ start, deleteCount: before.length - start - tail, data: after.slice(start, after.length - tail) }];
}
