import { includeMatcher } from '../../../core/workspace/includes';
import type { SourceFile } from '../../../core/workspace/source-file';
import type { DrbdModel } from '../model';
import type { PlacedItem } from './types';

/** A file's own statements, in its order. */
export function itemsOf(file: SourceFile): PlacedItem[] {
  return file.units.flatMap((unit) => {
    const { items } = unit.model as unknown as DrbdModel;
    return items.map((item) => ({ item, uri: file.uri, start: file.startOf(unit) }));
  });
}

/**
 * The statements of a file and of all that it includes, in the order in which drbdadm reads them: the files of a
 * pattern by name, each file once. Only the files that are given are looked at.
 */
export function placedItems(root: SourceFile, files: readonly SourceFile[]): PlacedItem[] {
  const seen = new Set([root.uri]);
  const read = (file: SourceFile): PlacedItem[] =>
    itemsOf(file).flatMap((placed) => {
      const { item } = placed;
      const pattern = item.kind === 'include' ? item.args[0]?.text : undefined;
      if (pattern === undefined) return [placed];
      return filesNamed(file.uri, pattern, files).flatMap((other) => {
        if (seen.has(other.uri)) return [];
        seen.add(other.uri);
        return read(other);
      });
    });
  return read(root);
}

/** The files that a name or pattern in a file means, in their order. */
export function filesNamed(uri: string, pattern: string, files: readonly SourceFile[]): SourceFile[] {
  const matches = includeMatcher(uri, pattern);
  return files.filter((file) => matches(file.uri)).sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
}
