// Bundles the suite that runs inside VS Code: one file a host, mocha in it.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../lib/paths.mjs';

/**
 * Builds the bundles for both hosts into `out/` of the extension's folder (the web host sees no other folder).
 * `grep`: only tests whose full names match it.
 * @returns {Promise<{ node: string, web: string }>} the bundles
 */
export async function buildSuite({ extension = root, grep = '' } = {}) {
  const outdir = join(extension, 'out/vscode-tests');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/index.node.ts', 'test/vscode/index.web.ts'],
    outdir,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    sourcemap: 'inline',
    legalComments: 'none',
    define: { global: 'globalThis', LINUX_HA_TEST_GREP: JSON.stringify(grep) },
    plugins: [mochaAsScript],
    logLevel: 'warning',
  });
  return { node: join(outdir, 'index.node.js'), web: join(outdir, 'index.web.js') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSuite({ grep: process.argv[2] ?? '' });

/**
 * mocha's browser build is a script that looks for `module`, in a package that calls itself a module. Taken at its
 * word, esbuild gives it no `module` of its own, and it overwrites that of the bundle. Outside of its package it is
 * read as what it is.
 */
const mochaAsScript = {
  name: 'mocha as script',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({
      path: join(root, 'node_modules/mocha/mocha.js'),
      namespace: 'script',
    }));
    onLoad({ filter: /.*/, namespace: 'script' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'js',
    }));
  },
};
