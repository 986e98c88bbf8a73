import * as vscode from 'vscode';
import { type Collected, ImportError, type MetadataText, type Report } from './import-flow';

/** As long as metadata may be in the server, which counts characters. */
const longestFile = 3_000_000;
const mostFiles = 3000;
/** All of them together, in characters. */
const longest = 64_000_000;
const deepest = 3;

interface Found {
  readonly uri: vscode.Uri;
  readonly folder: string;
  readonly name: string;
}

/**
 * The XML files of a folder and of the folders in it, each an agent: a folder a provider, or names that say all.
 * `askProvider` is asked once for files that lie in the folder itself and do not say whose they are.
 */
export async function folderAgents(
  root: vscode.Uri,
  options: {
    readonly signal: AbortSignal;
    readonly report: Report;
    readonly askProvider: (proposal: string) => Promise<string | undefined>;
  },
): Promise<Collected> {
  const found = await xmlFiles(root, 0);
  const rootName = lastPart(root);
  let provider: string | undefined;
  let size = 0;
  const texts: MetadataText[] = [];
  for (const [i, { uri, folder, name }] of found.entries()) {
    if (options.signal.aborted) throw new ImportError('cancelled');
    options.report(i, found.length, name);
    const bare = folder === '' && !/^(?:fence_|ocf[_:]|stonith:)/.test(name);
    if (bare) provider ??= await options.askProvider(rootName);
    if (bare && provider === undefined) throw new ImportError('cancelled');
    const owner = { folder: bare ? (provider ?? '') : folder || rootName, name };
    const xml = await read(uri);
    texts.push({ owner, where: vscode.workspace.asRelativePath(uri), xml });
    size += xml.length;
    if (size > longest) throw new ImportError('too-much', rootName);
  }
  return { texts, silent: [] };
}

async function xmlFiles(folder: vscode.Uri, depth: number): Promise<Found[]> {
  const found: Found[] = [];
  for (const [name, type] of (await entries(folder)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const uri = vscode.Uri.joinPath(folder, name);
    if ((type & vscode.FileType.File) !== 0 && /\.xml$/i.test(name))
      found.push({ uri, folder: depth === 0 ? '' : lastPart(folder), name: name.slice(0, -4) });
    // What Pacemaker's daemons say of themselves looks alike, but they are no agents.
    else if ((type & vscode.FileType.Directory) !== 0 && depth < deepest && !name.startsWith('daemons'))
      found.push(...(await xmlFiles(uri, depth + 1)));
    if (found.length > mostFiles) throw new ImportError('too-many-files', String(mostFiles));
  }
  return found;
}

async function entries(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    throw new ImportError('unreadable', lastPart(folder));
  }
}

async function read(uri: vscode.Uri): Promise<string> {
  const where = vscode.workspace.asRelativePath(uri);
  const { size } = await stat(uri, where);
  if (size > longestFile) throw new ImportError('too-much', where);
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    throw new ImportError('unreadable', where);
  }
}

async function stat(uri: vscode.Uri, where: string): Promise<vscode.FileStat> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    throw new ImportError('unreadable', where);
  }
}

const lastPart = (uri: vscode.Uri): string => uri.path.replace(/\/+$/, '').split('/').at(-1) ?? '';
