// What is bundled: two clients (desktop, web), two servers (Node, worker), the command line, and the facts on their own.
import { readFileSync } from 'node:fs';

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
}
