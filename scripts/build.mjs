// Bundles the extension: two clients (desktop, web), two servers (Node, worker), the command line, and the facts on their own.
// node scripts/build.mjs [--production] [--watch]
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

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

const bundles = [
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
  {
    ...node,
    entryPoints: { node: 'server/src/hosts/lsp/node.ts' },
    outdir: 'dist/server',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [apart(/\/languages\/data$/, './facts.js')],
  },
  { ...node, entryPoints: { facts: 'server/src/languages/data.ts' }, outdir: 'dist/server', plugins: [tables] },
  {
    ...node,
    entryPoints: { 'linux-ha': 'server/src/hosts/cli/node.ts' },
    outdir: 'dist/server',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [apart(/\/languages\/data$/, './facts.js')],
    // Node reads a file twice that is imported and not required; of the facts that is felt at every start.
    supported: { 'dynamic-import': false },
  },
  {
    ...web,
    format: 'iife',
    entryPoints: { browser: 'server/src/hosts/lsp/browser.ts' },
    outdir: 'dist/server',
    plugins: [tables],
  },
];

rmSync('dist', { recursive: true, force: true });
for (const bundle of bundles) {
  const built = await context(bundle);
  if (watch) await built.watch();
  else {
    await built.rebuild();
    await built.dispose();
  }
}
if (!watch) for (const file of ['node.js', 'linux-ha.js']) chmodSync(`dist/server/${file}`, 0o755);
