import type { Edit } from '../../base/edits';
import { contains, overlaps, type Span, shift } from '../../base/span';
import type { Locale } from '../../base/text';
import type { Surroundings } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Found, Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';
import { filesNamed } from './navigation';
import { perUnit } from './per-unit';

/** A word that leads to a file: to one that is known, or to a path that somebody has to look for. */
export interface Link {
  readonly span: Span;
  readonly target?: string;
  readonly path?: string;
}

const linksOf = perUnit((unit, language) => language.links?.(unit) ?? []);

/** The words of a file that lead to others. A pattern of several files is none: their list is a definition. */
export function links(workspace: Workspace, file: SourceFile): Link[] {
  return file.units.flatMap((unit) =>
    linksOf(file, unit).flatMap(({ span, pattern, path }): Link[] => {
      const place = shift(span, file.startOf(unit));
      if (pattern === undefined) return path === undefined ? [] : [{ span: place, path }];
      const [target, ...others] = filesNamed(workspace, file, pattern);
      return target && others.length === 0 ? [{ span: place, target: target.uri }] : [];
    }),
  );
}

/** The kinds of lenses or hints that are to be shown. */
export type Wanted = ReadonlySet<string>;

export interface FileLens {
  readonly span: Span;
  readonly title: string;
  readonly places: readonly { readonly uri: string; readonly span: Span }[];
}

/** The lines above the statements of a file. */
export function lenses(workspace: Workspace, file: SourceFile, locale: Locale, wanted: Wanted): FileLens[] {
  if (wanted.size === 0) return [];
  const around = surroundings(workspace, file);
  return file.units.flatMap((unit) =>
    (file.language.lenses?.(unit, around) ?? [])
      .filter(({ kind }) => wanted.has(kind))
      .map(({ span, title, places }) => ({
        span: shift(span, file.startOf(unit)),
        title: title[locale],
        places: places.map((found) => placeOf(workspace, file, found)),
      })),
  );
}

/** Where an entry stands, in offsets of its file. */
export function placeOf(
  workspace: Workspace,
  file: SourceFile,
  { unit, entry, uri }: Found,
  span = entry.span,
): { uri: string; span: Span } {
  const own = (uri === undefined ? file : workspace.file(uri)) ?? file;
  return { uri: own.uri, span: shift(span, own.startOf(unit)) };
}

export interface FileHint {
  readonly at: number;
  readonly label: string;
  readonly tooltip?: string;
  readonly edits?: readonly Edit[];
}

/** What holds in a part of a file without being written there. */
export function hints(
  workspace: Workspace,
  file: SourceFile,
  within: Span,
  locale: Locale,
  wanted: Wanted,
): FileHint[] {
  if (wanted.size === 0) return [];
  const around = surroundings(workspace, file);
  return file.units
    .filter((unit) => overlaps(within, { start: file.startOf(unit), end: file.startOf(unit) + unit.text.length }))
    .flatMap((unit) => hintsIn(file, unit, around, locale, wanted))
    .filter(({ at }) => contains(within, { start: at, end: at }));
}

function hintsIn(file: SourceFile, unit: Unit, around: Surroundings, locale: Locale, wanted: Wanted): FileHint[] {
  const start = file.startOf(unit);
  return (file.language.hints?.(unit, around) ?? [])
    .filter(({ kind }) => wanted.has(kind))
    .map(({ at, label, tooltip, edits }) => ({
      at: start + at,
      label: label[locale],
      ...(tooltip && { tooltip: tooltip[locale] }),
      ...(edits && { edits: edits.map(({ span, newText }) => ({ span: shift(span, start), newText })) }),
    }));
}
