import type { SourceFile } from './source-file';

/** Most folders that may lie between the homes of two files that are about one cluster. */
const mostFolders = 2;

/**
 * The files of other languages that are likely to be about the same cluster: their homes (`LanguageModule.home`) are
 * one folder, or one lies in the other and not deep in it. A collection of clusters, a folder each, stays apart.
 */
export const nearbyFiles = (file: SourceFile, files: Iterable<SourceFile>): SourceFile[] =>
  [...files].filter((other) => other.language !== file.language && areNear(file.home, other.home));

/** Whether two homes are one folder, or one lies in the other and not deep in it. */
export function areNear(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [outer, inner] = a.length <= b.length ? [a, b] : [b, a];
  return inner.startsWith(outer) && inner.slice(outer.length).split('/').length - 1 <= mostFolders;
}
