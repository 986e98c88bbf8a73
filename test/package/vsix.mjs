// The package as users get it: made by the one command, and read.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/processes.mjs';

/** What a build or a person leaves in the folder, and no package needs. */
const left = new Set(['.git', 'node_modules', 'dist', 'out']);

const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-vsix-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

let made;

/** The path of the .vsix, which is made once. @returns {Promise<string>} */
export function theVsix() {
  made ??= makePackage();
  return made;
}

/** Runs `npm run package` in a copy of the repository, whose own dist/ stays as it is. */
async function makePackage() {
  const copy = join(scratch, 'copy');
  mkdirSync(copy);
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !left.has(relative(root, path)) && !basename(path).endsWith('.vsix'),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const vsix = join(scratch, 'linux-ha.vsix');
  const { code, output } = await run('npm', ['run', 'package', '--', '--out', vsix], { cwd: copy, quiet: true });
  if (code !== 0) throw new Error(`npm run package ended with ${code}:\n${output}`);
  return vsix;
}

/** The files in a zip archive with their contents. @returns {Map<string, Buffer>} */
export function readArchive(path) {
  const zip = readFileSync(path);
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    // The lengths in front of the content are others than those in the list.
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    files.set(zip.toString('utf8', at + 46, at + 46 + name), method === 0 ? data : inflateRawSync(data));
    at += 46 + name + extra + comment;
  }
  return files;
}
