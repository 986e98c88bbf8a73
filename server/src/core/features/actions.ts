import type { Edit } from '../../base/edits';
import { overlaps, type Span, shift } from '../../base/span';
import type { Locale } from '../../base/text';
import type { LanguageAction } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';

/** A change of a file that somebody may want at a place, in offsets of the file. */
export interface Action {
  readonly title: string;
  readonly kind: LanguageAction['kind'];
  readonly edits: readonly Edit[];
}

/** What a language offers for the units that a span touches. */
export function actions(workspace: Workspace, file: SourceFile, within: Span, locale: Locale): Action[] {
  const selected = file.units.filter((unit) => {
    const start = file.startOf(unit);
    return unit.text.trim() !== '' && overlaps({ start, end: start + unit.text.trimEnd().length }, within);
  });
  const [first] = selected;
  if (!first) return [];
  const place = { selected, offset: within.start - file.startOf(first), units: file.units };
  const offered = file.language.actions?.(place, surroundings(workspace, file)) ?? [];
  return [...offered, ...cleaned(file, selected)]
    .map(({ title, kind, edits }) => ({
      title: title[locale],
      kind,
      edits: edits
        .map(({ unit, span, newText }) => ({ span: shift(span, file.startOf(unit)), newText }))
        .sort((a, b) => a.span.start - b.span.start),
    }))
    .filter(({ edits }) => edits.length > 0);
}

/** Text that was pasted as it was: without the prompts and typographic marks that it came with. */
function cleaned(file: SourceFile, selected: readonly Unit[]): LanguageAction[] {
  const [first, last] = [selected[0], selected.at(-1)];
  if (!first || !last || first.before !== file.language.initialState) return [];
  const text = file.units
    .slice(first.index, last.index + 1)
    .map((unit) => unit.text)
    .join('');
  const clean = file.language.cleanPasted?.(text) ?? text;
  if (clean === text) return [];
  let start = 0;
  while (text[start] === clean[start]) start++;
  let same = 0;
  const most = Math.min(text.length, clean.length) - start;
  while (same < most && text.at(-1 - same) === clean.at(-1 - same)) same++;
  const newText = clean.slice(start, clean.length - same);
  return [
    {
      title: cleanTitle,
      kind: 'quickfix',
      edits: [{ unit: first, span: { start, end: text.length - same }, newText }],
    },
  ];
}

const cleanTitle = {
  en: 'Remove prompts and typographic marks',
  ja: 'プロンプトを除き、記号を半角に直す',
};
