// The suite of test/vscode inside a real VS Code.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/paths.mjs';
import { build, ensurePackages } from '../lib/prepare.mjs';
import { endChildrenWithUs } from '../lib/processes.mjs';

const help = `npm run test:vscode -- [options]     Runs the suite of test/vscode inside a real VS Code.

  --host HOST       node (Node extension host), web (web worker host), web-oldest (the same in the oldest VS Code
                    that package.json promises); may be repeated; default: node and web
  --server          run "node" in VS Code's server and a headless browser, as CI does; without it that is only
                    done where CI is set or there is no display, and otherwise a desktop VS Code is fetched and used
  --grep PATTERN    only tests whose full names match
  --no-build        take dist/ as it is
  --extension DIR   another extension folder
  --timeout S       give up after S seconds a host (default 180)
  --verbose         show what the browser's console says
  --help
`;

const { values } = parseArgs({
  options: {
    host: { type: 'string', multiple: true, default: ['node', 'web'] },
    server: { type: 'boolean', default: false },
    grep: { type: 'string', default: '' },
    'no-build': { type: 'boolean', default: false },
    extension: { type: 'string', default: root },
    timeout: { type: 'string', default: '180' },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else process.exitCode = await main();

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-'));
  endChildrenWithUs(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  if (process.platform === 'linux') process.env.TMPDIR = scratch; // VS Code leaves its sockets there
  await ensurePackages();
  if (!values['no-build']) await build();
  const { buildSuite } = await import('./build-suite.mjs');
  const extension = resolve(values.extension);
  const suite = await buildSuite({ extension, grep: values.grep });
  let worst = 0;
  for (const host of values.host) worst = Math.max(worst, await runHost(host, { extension, suite, scratch }));
  return worst;
}

async function runHost(host, { extension, suite, scratch }) {
  const common = {
    extension,
    workspace: join(root, 'test/vscode/workspace'),
    timeout: 1000 * Number(values.timeout),
    verbose: values.verbose,
    scratch,
  };
  switch (host) {
    case 'node': {
      const tests = suite.node;
      if (!withoutDesktop()) return (await import('./host-desktop.mjs')).runInDesktop({ ...common, tests });
      return (await import('./host-node.mjs')).runInNodeHost({ ...common, tests });
    }
    case 'web':
    case 'web-oldest': {
      const { runInWebHost } = await import('./host-web.mjs');
      return runInWebHost({ ...common, tests: suite.web, build: host === 'web' ? 'newest' : 'oldest' });
    }
    default:
      console.error(`There is no host "${host}"\n\n${help}`);
      return 2;
  }
}

function withoutDesktop() {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  return values.server || Boolean(CI) || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY);
}
