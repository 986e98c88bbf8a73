import { getOrAdd } from '../../base/maps';
import type { LanguageModule } from '../language';
import type { SourceFile } from './source-file';

/** Most folders that may lie between the homes of two files that are about one cluster. */
const mostFolders = 2;

/**
 * The files of other languages that are likely to be about the same cluster: their homes (`LanguageModule.home`) are
 * one folder, or one lies in the other and not deep in it. A collection of clusters, a folder each, stays apart, and so
 * does a cluster in a folder of its own from the files of another one around it: of each language the nearest count.
 */
export function nearbyFiles(file: SourceFile, files: Iterable<SourceFile>): SourceFile[] {
  const all = [...files];
  const others = all.filter((other) => other.language !== file.language && areNear(file.home, other.home));
  if (others.length === 0) return [];
  const closest = nearestHomes(all);
  return others.filter((other) => {
    const steps = stepsBetween(file.home, other.home);
    return steps === closest(file.home, other.language) && steps === closest(other.home, file.language);
  });
}

/** Tells how far a home is from the nearest one of a language. */
function nearestHomes(files: readonly SourceFile[]) {
  const homes = new Map<LanguageModule, Set<string | undefined>>();
  for (const { language, home } of files) getOrAdd(homes, language, () => new Set<string | undefined>()).add(home);
  const known = new Map<LanguageModule, Map<string | undefined, number>>();
  return (home: string | undefined, language: LanguageModule): number =>
    getOrAdd(
      getOrAdd(known, language, () => new Map<string | undefined, number>()),
      home,
      () =>
        [...(homes.get(language) ?? [])].reduce(
          (least, other) => Math.min(least, stepsBetween(home, other)),
          Number.POSITIVE_INFINITY,
        ),
    );
}

/** How many folders lie between two homes; infinite where they are not near. */
function stepsBetween(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined || !areNear(a, b)) return Number.POSITIVE_INFINITY;
  return Math.abs(a.split('/').length - b.split('/').length);
}

/** Whether two homes are one folder, or one lies in the other and not deep in it. */
export function areNear(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [outer, inner] = a.length <= b.length ? [a, b] : [b, a];
  return inner.startsWith(outer) && inner.slice(outer.length).split('/').length - 1 <= mostFolders;
}
