import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../lib/paths.mjs';
import { npmEnvironment } from '../lib/prepare.mjs';
import { run, which } from '../lib/processes.mjs';
import { versions } from './versions.mjs';

/**
 * A folder of the cache, filled on first use. It appears under its name only when it is whole, so a run that
 * was stopped, or two runs at once, leave nothing half done.
 */
export async function cached(name, title, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const began = Date.now();
  const draft = join(cacheFolder, `.${name}-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  console.log(`Fetching ${title} into ${folder}`);
  try {
    await fill(draft);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // otherwise another run was faster
  }
  console.log(`Fetched ${title} in ${((Date.now() - began) / 1000).toFixed(0)} s`);
  return folder;
}

/** Unpacks part of an npm package as it is published; nothing of it is run. */
export async function unpack(folder, name, { version = versions[name], parts = [] } = {}) {
  await npm(folder, ['pack', `${name}@${version}`, '--silent']);
  const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
  const { code, output } = await run('tar', ['xzf', archive, ...parts], { cwd: folder, quiet: true });
  if (code !== 0) throw new Error(`tar could not unpack ${name}:\n${output}`);
  rmSync(join(folder, archive));
}

/** Installs packages with their pinned versions. Their install scripts do not run. */
export async function install(folder, names) {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(folder, ['install', ...names.map((name) => `${name}@${versions[name]}`), '--ignore-scripts']);
}

export async function npm(folder, args) {
  if (!which('npm')) throw new Error('npm is not installed');
  const { code, output } = await run('npm', args, { cwd: folder, quiet: true, env: npmEnvironment, timeout: 600_000 });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output}`);
}
