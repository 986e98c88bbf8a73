// What has to be there before anything runs: the packages of package-lock.json, and a build. Needs Node alone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './processes.mjs';

/** Packages of ours bring browsers along when they are installed; nobody here needs those. */
export const npmEnvironment = {
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
};

/** Installs the packages if node_modules is missing or not what package-lock.json says. Ends the process on failure. */
export async function ensurePackages() {
  const reason = packagesToInstall();
  if (!reason) return;
  await must(`Installing packages (${reason})`, 'npm', ['ci', '--no-progress'], { env: npmEnvironment });
}

/** Builds the extension into dist/. */
export async function build() {
  await must('Building', process.execPath, ['scripts/build.mjs']);
}

async function must(title, command, args, options) {
  const began = Date.now();
  process.stdout.write(`${title} …`);
  const { code, output } = await run(command, args, { ...options, quiet: true });
  process.stdout.write(` ${code === 0 ? 'done' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
  if (code === 0) return;
  process.stdout.write(output);
  process.exit(1);
}

/** Why `npm ci` is needed; by content, because times say nothing after a checkout. */
function packagesToInstall() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!present) return 'first time';
  for (const [path, { version, optional }] of Object.entries(wanted ?? {})) {
    if (path === '') continue;
    const found = present[path];
    if (found ? found.version !== version : !optional) return `${path.replace('node_modules/', '')} is not up to date`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
