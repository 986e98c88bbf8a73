import { contains, type Span, shift } from '../../base/span';
import type { OutlineItem } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { slotAt } from './locate';
import { perUnit } from './per-unit';

/** What is asked for at once when a file is opened is read at once. */
const structureOf = perUnit((unit, language) => {
  const items = language.outline(unit);
  const folds = foldsIn(unit.text, items, language.folds(unit));
  return { items, folds, isComment: language.isComment?.(unit) === true };
});

const isHeading = ({ kind }: OutlineItem): boolean => kind === 'heading';

/** The outline of a file, in offsets of the file. What follows a heading, up to the next one, is below it. */
export function outline(file: SourceFile): OutlineItem[] {
  const top: OutlineItem[] = [];
  let heading: { readonly item: OutlineItem; readonly below: OutlineItem[] } | undefined;
  const finish = () => {
    if (heading) top.push(withBelow(heading.item, heading.below));
  };
  for (const unit of file.units) {
    for (const item of structureOf(file, unit).items) {
      const placed = moved(item, file.startOf(unit));
      if (isHeading(item)) {
        finish();
        heading = { item: placed, below: [] };
      } else (heading?.below ?? top).push(placed);
    }
  }
  finish();
  return top;
}

function withBelow(item: OutlineItem, below: readonly OutlineItem[]): OutlineItem {
  const last = below.at(-1);
  return last ? { ...item, span: { start: item.span.start, end: last.span.end }, children: below } : item;
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

/** What can be folded, in offsets of the file: units of several lines, what the language names in them, comments, headings. */
export function folds(file: SourceFile): Fold[] {
  return [...unitFolds(file), ...commentFolds(file), ...headingFolds(file)];
}

/** A unit folds from where its first item begins: in front may stand comments. */
function foldsIn(text: string, items: readonly OutlineItem[], inside: readonly Fold[]): readonly Fold[] {
  const start = items[0]?.span.start ?? /\S/.exec(text)?.index ?? 0;
  const end = text.trimEnd().length;
  const isListed = inside.some(({ span }) => span.start === start && span.end === end);
  const whole: Fold[] = !isListed && /[\r\n]/.test(text.slice(start, end)) ? [{ span: { start, end } }] : [];
  return whole.length + inside.length === 0 ? noFolds : [...whole, ...inside];
}

const noFolds: readonly Fold[] = [];

function* unitFolds(file: SourceFile): Generator<Fold> {
  for (const unit of file.units)
    for (const fold of structureOf(file, unit).folds) yield { ...fold, span: shift(fold.span, file.startOf(unit)) };
}

/** Runs of comments, a unit each. */
function* commentFolds(file: SourceFile): Generator<Fold> {
  let run: Unit[] = [];
  for (const unit of [...file.units, undefined]) {
    if (unit && structureOf(file, unit).isComment) {
      run.push(unit);
      continue;
    }
    const [first] = run;
    const last = run.at(-1);
    if (first && last && run.length > 1)
      yield {
        span: { start: file.startOf(first), end: file.startOf(last) + last.text.trimEnd().length },
        kind: 'comment',
      };
    run = [];
  }
}

/** A heading (outline kind `heading`) reaches to the next one. */
function* headingFolds(file: SourceFile): Generator<Fold> {
  const headings = file.units.filter((unit) => structureOf(file, unit).items.some(isHeading));
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
export function selections(workspace: Workspace, file: SourceFile, offset: number): Span[] {
  const unit = file.unitAt(offset);
  const whole: Span = { start: 0, end: file.length };
  if (!unit) return [whole];
  const start = file.startOf(unit);
  const word = slotAt(workspace, file, offset)?.span;
  const spans = [
    ...(word && word.end > word.start ? [word] : []),
    ...nestedSpans(unit, offset - start).map((inner) => shift(inner, start)),
    ...[...headingFolds(file)].map(({ span }) => span).filter((span) => contains(span, { start: offset, end: offset })),
    whole,
  ];
  const grown: Span[] = [];
  for (const span of spans) {
    const last = grown.at(-1);
    if (!last || (contains(span, last) && span.end - span.start > last.end - last.start)) grown.push(span);
  }
  return grown;
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
