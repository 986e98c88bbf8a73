import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Files, longestFile } from './files';

/** Files on this machine's disk, for editors that do not read for us. */
export const nodeFiles: Files = {
  async beside(uri) {
    if (!uri.startsWith('file:')) return [];
    const folder = dirname(fileURLToPath(uri));
    const inDrbdD = basename(folder) === 'drbd.d';
    const lists = await Promise.all([
      inFolder(folder, inDrbdD ? /\.(?:res|conf)$/ : /^(?:drbd|global_common)\.conf$|\.(?:crm|pcmk)$/),
      inDrbdD ? inFolder(dirname(folder), /^drbd\.conf$/) : inFolder(join(folder, 'drbd.d'), /\.(?:res|conf)$/),
    ]);
    return lists.flat();
  },
  list: async (folder, what) =>
    folder.startsWith('file:') ? inFolder(fileURLToPath(folder), /./, what === 'folders') : [],
  async read(uri) {
    const path = fileURLToPath(uri);
    const about = await stat(path);
    // A name in a configuration may mean anything: a device or a pipe would never end.
    if (!about.isFile() || about.size > longestFile) throw new Error('not a file that we read');
    return readFile(path, 'utf8');
  },
};

async function inFolder(folder: string, names: RegExp, folders = false): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => (folders ? entry.isDirectory() : entry.isFile()) && names.test(entry.name))
      .slice(0, 500)
      .map((entry) => pathToFileURL(join(folder, entry.name)).href);
  } catch {
    return []; // no such folder, or not ours to read
  }
}
