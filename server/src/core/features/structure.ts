import { type Span, shift } from '../../base/span';
import { type Highlight, highlightModifiers, highlightTypes, type OutlineItem } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';

/** The outline of a file, in offsets of the file. */
export function outline(file: SourceFile): OutlineItem[] {
  return file.units.flatMap((unit) => file.language.outline(unit).map((item) => moved(item, file.startOf(unit))));
}

function moved(item: OutlineItem, by: number): OutlineItem {
  return {
    ...item,
    span: shift(item.span, by),
    nameSpan: shift(item.nameSpan, by),
    ...(item.children && { children: item.children.map((child) => moved(child, by)) }),
  };
}

export interface Fold {
  readonly span: Span;
  readonly kind?: 'comment' | 'region';
}

/** What can be folded, in offsets of the file: units of several lines, and what the language names inside them. */
export function folds(file: SourceFile): Fold[] {
  return [...unitFolds(file), ...headingFolds(file)];
}

function* unitFolds(file: SourceFile): Generator<Fold> {
  for (const unit of file.units) {
    const start = file.startOf(unit);
    const first = /\S/.exec(unit.text)?.index ?? 0;
    const end = unit.text.trimEnd().length;
    if (/[\r\n]/.test(unit.text.slice(first, end))) yield { span: { start: start + first, end: start + end } };
    for (const fold of file.language.folds(unit)) yield { ...fold, span: shift(fold.span, start) };
  }
}

/** A heading (outline kind `heading`) reaches to the next one. */
function* headingFolds(file: SourceFile): Generator<Fold> {
  const headings = file.units.filter((unit) => file.language.outline(unit).some(({ kind }) => kind === 'heading'));
  for (const [i, unit] of headings.entries()) {
    const next = headings[i + 1];
    const end = next ? file.startOf(next) : file.length;
    const lastText = file.units[(next?.index ?? file.units.length) - 1]?.text ?? '';
    const blanks = lastText.length - lastText.trimEnd().length;
    if (end - blanks > file.startOf(unit) + unit.text.length)
      yield { span: { start: file.startOf(unit), end: end - blanks }, kind: 'region' };
  }
}

/** Growing selections round an offset, innermost first, each with the next round it; offsets of the file. */
export function selections(file: SourceFile, offset: number): Span[] {
  const unit = file.unitAt(offset);
  const whole: Span = { start: 0, end: file.length };
  if (!unit) return [whole];
  const start = file.startOf(unit);
  const spans = nestedSpans(unit, offset - start).map((inner) => shift(inner, start));
  return [...spans, whole].filter((s, i, all) => i === 0 || s.start !== all[i - 1]?.start || s.end !== all[i - 1]?.end);
}

function nestedSpans(unit: Unit, offset: number): Span[] {
  const spans: Span[] = [];
  let children = unit.parsed.root.children;
  spans.unshift({ start: 0, end: unit.text.trimEnd().length }, { start: 0, end: unit.text.length });
  for (;;) {
    const inner = children.find(
      (c) => c.start <= offset && offset <= c.end && c.end > c.start && /\S/.test(unit.text.slice(c.start, c.end)),
    );
    if (!inner) return spans;
    spans.unshift({ start: inner.start, end: inner.end });
    if (!('children' in inner)) return spans;
    children = inner.children;
  }
}

/** The classes of all words of a file, or of the units that touch `within`, in order; offsets of the file. */
export function highlights(workspace: Workspace, file: SourceFile, within?: Span): Highlight[] {
  const around = surroundings(workspace, file);
  const first = within ? (file.unitAt(within.start)?.index ?? 0) : 0;
  const last = within ? (file.unitAt(within.end)?.index ?? 0) + 1 : file.units.length;
  return file.units.slice(first, last).flatMap((unit) => {
    const start = file.startOf(unit);
    return file.language.highlights(unit, around).map((h) => ({ ...h, span: shift(h.span, start) }));
  });
}

/** The number of a highlight's class, and its modifiers as bits, as the protocol's legend wants them. */
export function encodeHighlight({ type, modifiers }: Highlight): { type: number; modifiers: number } {
  const bits = (modifiers ?? []).reduce((sum, modifier) => sum | (1 << highlightModifiers.indexOf(modifier)), 0);
  return { type: highlightTypes.indexOf(type), modifiers: bits };
}
