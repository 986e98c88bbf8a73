// What is bundled: two clients (desktop, web), two servers (Node, worker), the command line; and what the last three
// share, so that it is in the package once: the engine with its languages, and the facts.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from './paths.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The bundles as esbuild wants them. @param {{ production: boolean }} how */
export function bundlesFor({ production }) {
  const common = {
    bundle: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    legalComments: 'none',
    charset: 'utf8',
    target: 'es2023',
    define: { LINUX_HA_VERSION: JSON.stringify(version) },
    logLevel: 'warning',
  };
  const node = { ...common, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
  const web = { ...common, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
  /** Node reads a file twice that is imported and not required; of the facts that is felt at every start. */
  const host = { ...node, outdir: 'dist/server', supported: { 'dynamic-import': false }, plugins: [shared('require')] };
  /** A part that Node requires and a worker takes by `importScripts`. */
  const part = {
    ...common,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'linuxHaPart',
    footer: { js: 'if (typeof module === "object") module.exports = linuxHaPart;' },
  };

  return [
    {
      ...node,
      entryPoints: { desktop: 'client/src/desktop.ts' },
      outdir: 'dist/client',
      external: ['vscode'],
      plugins: ['desktop-client', 'import-command', 'new-cluster', 'tasks'].map((name) =>
        apart(new RegExp(`/${name}$`), `./${name}.js`),
      ),
    },
    {
      ...node,
      entryPoints: {
        'desktop-client': 'client/src/desktop-client.ts',
        'import-command': 'client/src/import-command.ts',
        'new-cluster': 'client/src/new-cluster.ts',
        tasks: 'client/src/tasks.ts',
      },
      outdir: 'dist/client',
      external: ['vscode'],
    },
    { ...web, format: 'cjs', entryPoints: { web: 'client/src/web.ts' }, outdir: 'dist/client', external: ['vscode'] },
    { ...part, stdin: engineEntry(), outfile: 'dist/server/engine.js' },
    { ...part, entryPoints: { facts: 'server/src/languages/data.ts' }, outdir: 'dist/server', plugins: [tables] },
    { ...host, entryPoints: { node: 'server/src/hosts/lsp/node.ts' }, banner: { js: '#!/usr/bin/env node' } },
    { ...host, entryPoints: { 'linux-ha': 'server/src/hosts/cli/node.ts' }, banner: { js: '#!/usr/bin/env node' } },
    {
      ...web,
      format: 'iife',
      entryPoints: { browser: 'server/src/hosts/lsp/browser.ts' },
      outdir: 'dist/server',
      plugins: [shared('linuxHaRequire')],
    },
  ];
}

/** Leaves one module out of a bundle: it is a file beside it that is loaded when it is first needed. */
const apart = (filter, path) => ({
  name: `apart ${path}`,
  setup: (build) => build.onResolve({ filter }, () => ({ path, external: true })),
});

/** Tables of facts are text that is parsed: that takes half the time of running them as a program. */
const tables = {
  name: 'tables',
  setup: (build) =>
    build.onLoad({ filter: /[\\/]data[\\/][^\\/]*\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
      return { contents: `export default JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
    }),
};

const source = 'server/src';

/**
 * The engine's module that an import of a host leads to, as a path below server/src; undefined: it leads elsewhere. What
 * is small and of use without the engine (`base`, settings) is in each host, so that `--help` does not wait for the engine.
 */
function engineModule(importer, path) {
  const target = posix.join(dirname(importer).replaceAll('\\', '/'), path);
  return /^server\/src\/(?:core|languages)\//.test(target) ? target.slice(source.length + 1) : undefined;
}

/** A module that exports all that hosts import: each of the engine's modules by its path. */
function engineEntry() {
  const hosts = join(root, source, 'hosts');
  const modules = new Set();
  for (const file of readdirSync(hosts, { recursive: true })) {
    if (!file.endsWith('.ts')) continue;
    for (const [, path] of readFileSync(join(hosts, file), 'utf8').matchAll(/ from '(\.[^']+)'/g))
      modules.add(engineModule(join(source, 'hosts', file), path));
  }
  modules.delete(undefined);
  const contents = [...modules].sort().map((path) => `export * as '${path}' from './${source}/${path}';`);
  return { contents: contents.join('\n'), resolveDir: root, sourcefile: 'engine.ts' };
}

/** Takes the engine and the facts from their files; `load` is the name of the function that does. */
function shared(load) {
  return {
    name: 'shared',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ importer, path }) => {
        const module = importer && engineModule(importer.slice(root.length), path);
        if (!module) return undefined;
        return { path: module, namespace: 'shared', sideEffects: false };
      });
      build.onResolve({ filter: /^\./, namespace: 'shared' }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace: 'shared' }, ({ path }) => ({
        contents:
          path === 'languages/data'
            ? `module.exports = ${load}('./facts.js');`
            : `module.exports = ${load}('./engine.js')['${path}'];`,
        loader: 'js',
      }));
    },
  };
}
