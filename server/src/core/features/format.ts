import { lineEndOf, wordsEnd } from '../../base/blanks';
import type { Edit } from '../../base/edits';
import { overlaps, type Span, shift } from '../../base/span';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { FormatStyle, LayoutStyle } from './format-style';

/** The edits that lay out the units that `within` touches (all without it), in offsets of the file; no change, no edit. */
export function format(file: SourceFile, style: FormatStyle, within?: Span): Edit[] {
  const layout = layoutStyle(file, style);
  const key = JSON.stringify(layout);
  const edits: Edit[] = [];
  for (const unit of file.units) {
    const start = file.startOf(unit);
    if (within && !overlaps(within, { start, end: start + unit.text.trimEnd().length })) continue;
    for (const { span, newText } of unitEdits(file, unit, layout, key)) {
      const moved = shift(span, start);
      if (!within || overlaps(within, moved)) edits.push({ span: moved, newText });
    }
  }
  if (within) return edits;
  const ended = atFileEnd(file, style, edits);
  return style.endOfLine ? withLineEnds(file.text(), ended, style.endOfLine) : ended;
}

/** The edits that a character asks for which was just typed in front of an offset. */
export function formatTyped(file: SourceFile, offset: number, character: string, style: FormatStyle): Edit[] {
  const { language, units } = file;
  const at = file.unitAt(offset);
  if (!at || !language.formatTyped) return [];
  const around = units.slice(Math.max(0, at.index - 2), at.index + 2);
  const start = file.startOf(around[0] ?? at);
  const text = around.map((unit) => unit.text).join('');
  const typed = { character, text, offset: offset - start, before: around[0]?.before ?? '' };
  const edits = language.formatTyped(typed, layoutStyle(file, style));
  return edits.map(({ span, newText }) => ({ span: shift(span, start), newText }));
}

const layoutStyle = (
  { language }: SourceFile,
  { indent, trimTrailingWhitespace, choices }: FormatStyle,
): LayoutStyle => ({
  indent,
  ...(trimTrailingWhitespace !== undefined && { trimTrailingWhitespace }),
  choices: choices?.[language.id] ?? {},
});

/** A unit's edits hang on the unit, so that a large file costs only what was touched since. */
function unitEdits({ language }: SourceFile, unit: Unit, style: LayoutStyle, key: string): readonly Edit[] {
  if (unit.layout?.key !== key) unit.layout = { key, edits: language.format?.(unit, style) ?? [] };
  return unit.layout.edits;
}

/** What stands behind the last word of the file, as far as the style says something of it. */
function atFileEnd(
  file: SourceFile,
  { insertFinalNewline, trimFinalNewlines, trimTrailingWhitespace }: FormatStyle,
  edits: Edit[],
): Edit[] {
  if (!insertFinalNewline && !trimFinalNewlines) return edits;
  const { text, start } = tailOf(file);
  const words = wordsEnd(text);
  const old = text.slice(words);
  const end = start + text.length;
  if (end === 0 || edits.some(({ span }) => span.start < start + words && span.end > start + words)) return edits;
  const eol = lineEndOf(old.includes('\n') ? old : (file.units.find((unit) => unit.text.includes('\n'))?.text ?? ''));
  let kept = trimTrailingWhitespace === false ? old : old.replace(/[ \t]+(?=\r?\n|$)/g, '');
  if (trimFinalNewlines) {
    const first = /^[ \t]*\r?\n/.exec(kept)?.[0];
    if (start + words === 0) kept = '';
    else if (first !== undefined) kept = first;
  }
  if (insertFinalNewline && !kept.endsWith('\n') && start + words > 0) kept += eol;
  const before = edits.filter(({ span }) => span.start < start + words);
  return kept === old ? before : [...before, { span: { start: start + words, end }, newText: kept }];
}

/** The last units of a file, back to the last one with a word in it. */
function tailOf({ units, length }: SourceFile): { readonly text: string; readonly start: number } {
  let text = '';
  for (let i = units.length - 1; i >= 0; i--) {
    text = (units[i]?.text ?? '') + text;
    if (/[^ \t\r\n]/.test(units[i]?.text ?? '')) break;
  }
  return { text, start: length - text.length };
}

/** The edits, and those that end all lines alike. */
function withLineEnds(text: string, edits: readonly Edit[], eol: '\n' | '\r\n'): Edit[] {
  const all = edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, eol) }));
  const changed = [...all].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  for (const { 0: old, index } of text.matchAll(/\r?\n/g)) {
    while ((changed[next]?.span.end ?? Number.POSITIVE_INFINITY) <= index) next++;
    const isCovered = (changed[next]?.span.start ?? Number.POSITIVE_INFINITY) < index + old.length;
    if (old !== eol && !isCovered) all.push({ span: { start: index, end: index + old.length }, newText: eol });
  }
  return all.sort((a, b) => a.span.start - b.span.start);
}
