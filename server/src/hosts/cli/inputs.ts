import { lstat, readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import type { Text } from '../../base/text';

/** A file to look at. */
export interface Input {
  /** `undefined`: standard input. */
  readonly path: string | undefined;
  /** As people see it: as it was given, or below the folder that was given. */
  readonly shown: string;
  /** It was found in a folder or by a pattern of names: if it is none of ours, that is no mistake. */
  readonly found: boolean;
}

export interface Inputs {
  readonly inputs: readonly Input[];
  /** Arguments that mean no file. */
  readonly problems: readonly Text[];
}

/** Names that files of ours have; whether one is, its text says. */
const candidates = /\.(?:crm|pcmk|conf|res)$/i;

/** Folders that hold other people's files. */
const passedOver = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The files that arguments mean: files, folders (with all below), patterns, `-` for standard input. Each file once. */
export async function findInputs(given: readonly string[]): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const problems: Text[] = [];
  const add = (input: Input): void => {
    const key = input.path ?? '-';
    const known = inputs.get(key);
    if (!known || (known.found && !input.found)) inputs.set(key, input);
  };
  for (const argument of given) {
    let matched = false;
    for await (const input of inputsOf(argument)) {
      matched = true;
      add(input);
    }
    if (!matched) problems.push(nothingFound(argument));
  }
  return { inputs: [...inputs.values()], problems };
}

async function* inputsOf(argument: string): AsyncGenerator<Input> {
  if (argument === '-') {
    yield { path: undefined, shown: '-', found: false };
    return;
  }
  const path = resolve(argument);
  const kind = await kindOf(path);
  if (kind === 'folder') yield* inFolder(path, argument);
  else if (kind === undefined && /[*?[]/.test(argument)) yield* matching(argument);
  else yield { path, shown: argument, found: false };
}

async function* inFolder(folder: string, shown: string): AsyncGenerator<Input> {
  for (const { name, kind } of await entriesOf(folder)) {
    const below = join(shown, name);
    if (kind === 'folder' && !passedOver.has(name)) yield* inFolder(join(folder, name), below);
    if (kind === 'file' && candidates.test(name)) yield { path: join(folder, name), shown: below, found: true };
  }
}

/** Files that a pattern of names matches: `*`, `?` and `[…]` within a name, `**` for any folders. */
async function* matching(pattern: string): AsyncGenerator<Input> {
  const parts = (process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern).split('/');
  const first = parts.findIndex((part) => /[*?[]/.test(part));
  const base = parts.slice(0, first).join('/') || (isAbsolute(pattern) ? '/' : '');
  const seen = new Set<string>();
  for await (const shown of below(base, parts.slice(first))) {
    if (seen.has(shown)) continue;
    seen.add(shown);
    yield { path: resolve(shown), shown, found: true };
  }
}

async function* below(folder: string, parts: readonly string[]): AsyncGenerator<string> {
  const [part = '', ...rest] = parts;
  if (part === '**' && rest.length > 0) yield* below(folder, rest);
  const matches = part === '**' ? (name: string) => !name.startsWith('.') : nameMatcher(part);
  for (const { name, kind } of await entriesOf(folder === '' ? '.' : folder)) {
    if (!matches(name)) continue;
    const path = folder === '' ? name : join(folder, name);
    if (kind === 'file' && rest.length === 0) yield path;
    if (kind === 'folder' && part === '**' && !passedOver.has(name)) yield* below(path, parts);
    else if (kind === 'folder' && part !== '**' && rest.length > 0) yield* below(path, rest);
  }
}

/** Tells which names a pattern means; hidden ones only if it begins with a dot itself. */
function nameMatcher(pattern: string): (name: string) => boolean {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const c = pattern[at] ?? '';
    const close = c === '[' ? pattern.indexOf(']', at + 2) : -1;
    if (c === '*') source += source.endsWith('.*') ? '' : '.*';
    else if (c === '?') source += '.';
    else if (close > 0) {
      const set = pattern
        .slice(at + 1, close)
        .replace(/^!/, '^')
        .replace(/[\\[\]]/g, '\\$&');
      source += `[${set}]`;
      at = close;
    } else source += c.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  }
  const matcher = regexOf(source);
  return (name) => (!name.startsWith('.') || pattern.startsWith('.')) && matcher?.test(name) === true;
}

function regexOf(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    return undefined; // a set like [z-a] matches nothing
  }
}

/** What stands in a folder, by name. Folders behind links are not gone into, so there are no circles. */
async function entriesOf(folder: string): Promise<readonly { name: string; kind: 'file' | 'folder' | undefined }[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({
        name: entry.name,
        kind: entry.isDirectory()
          ? ('folder' as const)
          : entry.isFile() || entry.isSymbolicLink()
            ? ('file' as const)
            : undefined,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return []; // not ours to read
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return (await isThere(path)) ? 'file' : undefined;
  }
}

/** Whether there is anything of this name, if only a link that leads nowhere. */
async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}

const nothingFound = (argument: string): Text => ({
  en: `${argument}: no crm or DRBD file there`,
  ja: `${argument}: crm / DRBD のファイルがありません`,
});
