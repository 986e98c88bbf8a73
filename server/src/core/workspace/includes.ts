import type { SourceFile } from './source-file';

/** Namespace of entries that name other files to be read at that place; the entry's name is a path or pattern. */
export const includeNamespace = 'file.include';

/** Namespace of entries that name a file which is looked into without being a part of the tree (a template). */
export const readNamespace = 'file.read';

/** A name or pattern of other files, as it stands in a file. */
export interface FilePattern {
  /** The file that it stands in. */
  readonly uri: string;
  readonly pattern: string;
}

/** All files that a file names. */
export const patternsIn = (file: SourceFile): FilePattern[] =>
  [includeNamespace, readNamespace].flatMap((namespace) =>
    [...file.names.named(namespace)].map((pattern) => ({ uri: file.uri, pattern })),
  );

/**
 * Where to look for the files of a pattern: the one file that it can mean, or the last folder that it names for sure;
 * `below` are patterns of the folders from there to the one that the files are in, the outermost first.
 */
export function includeTarget({
  uri,
  pattern,
}: FilePattern): { readonly file: string } | { readonly folder: string; readonly below: readonly string[] } {
  const { root, path } = splitUri(uri);
  const parts = normalise(absolute(path, pattern)).split('/');
  const open = parts.findIndex((part) => /[*?[]/.test(part));
  const address = (list: readonly string[]) => root + list.map(encodeURIComponent).join('/');
  if (open < 0) return { file: address(parts) };
  const below = parts.slice(open, -1).map((_, i) => parts.slice(0, open + i + 1).join('/'));
  return { folder: address(parts.slice(0, open)), below };
}

/** Most folders that a pattern may stand for. */
const mostFolders = 100;

/** The addresses of the files that a pattern means, as `list` finds them; a single file is not looked for. */
export async function filesOfPattern(
  named: FilePattern,
  list: (folder: string, what: 'files' | 'folders') => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const target = includeTarget(named);
  if ('file' in target) return [target.file];
  let folders: readonly string[] = [target.folder];
  for (const pattern of target.below) {
    const fits = includeMatcher(named.uri, pattern);
    const found: string[] = [];
    for (const folder of folders) found.push(...(await list(folder, 'folders')).filter(fits));
    folders = found.slice(0, mostFolders);
  }
  const fits = includeMatcher(named.uri, named.pattern);
  const files: string[] = [];
  for (const folder of folders) files.push(...(await list(folder, 'files')).filter(fits));
  return files;
}

/**
 * For every file that includes or is included: the addresses of all files of its tree, its own too. Files that nobody
 * connects have no row. Circles are fine.
 */
export function includeTree(files: Iterable<SourceFile>): ReadonlyMap<string, ReadonlySet<string>> {
  const known = [...files];
  const trees = new Map<string, Set<string>>();
  const join = (a: string, b: string) => {
    const merged = new Set([a, b, ...(trees.get(a) ?? []), ...(trees.get(b) ?? [])]);
    for (const uri of merged) trees.set(uri, merged);
  };
  for (const file of known) {
    for (const pattern of file.names.named(includeNamespace)) {
      const matches = includeMatcher(file.uri, pattern);
      for (const other of known)
        if (other !== file && other.language === file.language && matches(other.uri)) join(file.uri, other.uri);
    }
  }
  return trees;
}

/**
 * Tells which addresses an include pattern means: relative to the folder of the file that it stands in; `*`, `?` and
 * `[…]` match within one folder, as glob(7) does for drbdadm (drbd-utils 9.22, user/v9/drbdadm_parser.c).
 */
export function includeMatcher(fileUri: string, pattern: string): (uri: string) => boolean {
  const { root, path } = splitUri(fileUri);
  const wanted = normalise(absolute(path, pattern)).split('/');
  return (uri) => {
    const other = splitUri(uri);
    const parts = other.path.split('/');
    return (
      other.root === root &&
      parts.length === wanted.length &&
      wanted.every((part, i) => globMatches(part, parts[i] ?? ''))
    );
  };
}

const absolute = (from: string, pattern: string): string =>
  pattern.startsWith('/') ? pattern : `${from.slice(0, from.lastIndexOf('/') + 1)}${pattern}`;

function splitUri(uri: string): { root: string; path: string } {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri);
  return { root: match?.[1] ?? '', path: decode(match?.[2] ?? uri) };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray per cent sign is only a per cent sign
  }
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Matches one path segment; linear in pattern times name, whatever the pattern. */
function globMatches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  if (name.length > 255) return false; // longer than a file name can be
  let reachable = new Set([0]);
  for (let p = 0; p < pattern.length; ) {
    const { length, accepts, repeats } = globToken(pattern, p);
    const next = new Set<number>();
    if (repeats) for (let i = Math.min(...reachable); i <= name.length; i++) next.add(i);
    else for (const at of reachable) if (at < name.length && accepts(name[at] ?? '')) next.add(at + 1);
    reachable = next;
    p += length;
  }
  return reachable.has(name.length);
}

function globToken(pattern: string, at: number): { length: number; repeats: boolean; accepts: (c: string) => boolean } {
  const c = pattern[at] ?? '';
  if (c === '*') return { length: 1, repeats: true, accepts: () => true };
  if (c === '?') return { length: 1, repeats: false, accepts: () => true };
  const close = c === '[' ? pattern.indexOf(']', at + 2) : -1;
  if (close < 0) return { length: 1, repeats: false, accepts: (other) => other === c };
  const negated = pattern[at + 1] === '!' || pattern[at + 1] === '^';
  const set = pattern.slice(at + (negated ? 2 : 1), close);
  return { length: close - at + 1, repeats: false, accepts: (other) => inSet(set, other) !== negated };
}

function inSet(set: string, c: string): boolean {
  for (let i = 0; i < set.length; i++) {
    const from = set[i] ?? '';
    const to = set[i + 1] === '-' && i + 2 < set.length ? (set[i + 2] ?? '') : from;
    if (from <= c && c <= to) return true;
    if (to !== from) i += 2;
  }
  return false;
}
