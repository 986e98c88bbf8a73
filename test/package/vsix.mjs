// The packages as users get them: each made by one command; and what is in an archive.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../../scripts/lib/processes.mjs';

/** What a build or a person leaves in the folder, and no package needs. */
const left = new Set(['.git', 'node_modules', 'dist', 'out']);

const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-vsix-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

const vsix = join(scratch, 'linux-ha.vsix');
let made;

/** The path of the .vsix, which is made once. @returns {Promise<string>} */
export async function theVsix() {
  made ??= runInCopy('vsix', ['run', 'package', '--', '--out', vsix]);
  await made;
  return vsix;
}

/** The folder that the npm package is unpacked to. @returns {Promise<string>} */
export async function theNpmPackage() {
  await runInCopy('npm', ['pack', '--pack-destination', scratch]);
  const archive = readdirSync(scratch).find((name) => name.endsWith('.tgz'));
  const { code, output } = await run('tar', ['xzf', archive], { cwd: scratch, quiet: true });
  if (code !== 0) throw new Error(output);
  return join(scratch, 'package');
}

/** Runs npm in a copy of the repository, whose own dist/ stays as it is. */
async function runInCopy(name, args) {
  const copy = join(scratch, name);
  mkdirSync(copy);
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !left.has(relative(root, path)) && !basename(path).endsWith('.vsix'),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const { code, output } = await run('npm', args, { cwd: copy, quiet: true });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`);
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
