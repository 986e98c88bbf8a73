import type { Edit } from '../../base/edits';
import { overlaps, type Span, shift } from '../../base/span';
import type { Locale } from '../../base/text';
import type { SourceFile } from '../workspace/source-file';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';

/** A change of a file that somebody may want at a place, in offsets of the file. */
export interface Action {
  readonly title: string;
  readonly kind: 'refactor.extract' | 'refactor.rewrite' | 'refactor.inline';
  readonly edits: readonly Edit[];
}

/** What a language offers for the units that a span touches. */
export function actions(workspace: Workspace, file: SourceFile, within: Span, locale: Locale): Action[] {
  const selected = file.units.filter((unit) => {
    const start = file.startOf(unit);
    return unit.text.trim() !== '' && overlaps({ start, end: start + unit.text.trimEnd().length }, within);
  });
  const [first] = selected;
  if (!first || !file.language.actions) return [];
  return file.language
    .actions({ selected, offset: within.start - file.startOf(first), units: file.units }, surroundings(workspace, file))
    .map(({ title, kind, edits }) => ({
      title: title[locale],
      kind,
      edits: edits
        .map(({ unit, span, newText }) => ({ span: shift(span, file.startOf(unit)), newText }))
        .sort((a, b) => a.span.start - b.span.start),
    }))
    .filter(({ edits }) => edits.length > 0);
}
