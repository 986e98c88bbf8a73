// Starts VS Code's own server on this machine, for tests, pictures and `npm start`.
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { freePort, run, start, stop } from '../lib/processes.mjs';
import { getServer, getServerNode } from './get-server.mjs';

/** Settings for every window: nothing is sent anywhere, nothing offers itself. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * Starts the server on 127.0.0.1. `dataDir` holds everything it writes; `settings` are defaults for its windows, written
 * only when the folder is new, so that a person may change them; `token` is asked of every page, if given.
 */
export async function startServer({ dataDir, settings = {}, port: wanted, token, env = {} }) {
  const [server, node] = [await getServer(), await getServerNode()];
  const port = await freePort(wanted);
  const settingsFile = join(dataDir, 'data/Machine/settings.json');
  mkdirSync(join(dataDir, 'data/Machine'), { recursive: true });
  if (!existsSync(settingsFile))
    writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  const logFile = join(dataDir, 'server.log');
  const log = openSync(logFile, 'w');
  const child = start(node, serverArguments(server, port, dataDir, token), { stdio: ['ignore', log, log], env });
  const readLog = () => readFileSync(logFile, 'utf8').slice(-3000);
  await untilItAnswers(port, child, readLog);
  const ended = new Promise((done) => child.once('exit', done));
  return { port, ended, readLog, stop: () => stop(child), url: (options) => pageUrl(port, token, options) };
}

function serverArguments(server, port, dataDir, token) {
  return [
    join(server, 'out/server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token ? ['--connection-token', token] : ['--without-connection-token']),
    // Only with this does a page take an extension under development from its address.
    '--enable-smoke-test-driver',
    ...['--telemetry-level', 'off'],
    '--disable-workspace-trust',
    ...folderArguments(dataDir),
  ];
}

const folderArguments = (dataDir) => [
  '--accept-server-license-terms',
  ...['--server-data-dir', dataDir, '--user-data-dir', join(dataDir, 'data')],
  ...['--extensions-dir', extensionsIn(dataDir)],
];

const extensionsIn = (dataDir) => join(dataDir, 'ext');

/** Installs a .vsix for a server that is started with this `dataDir`. @returns the folder that it was installed into */
export async function installExtension(vsix, dataDir) {
  const [server, node] = [await getServer(), await getServerNode()];
  const args = [join(server, 'out/server-main.js'), '--install-extension', vsix, ...folderArguments(dataDir)];
  const { code, output } = await run(node, args, { quiet: true, timeout: 120_000 });
  const folder = readdirSync(extensionsIn(dataDir), { withFileTypes: true }).find((entry) => entry.isDirectory());
  if (code !== 0 || !folder) throw new Error(`${vsix} could not be installed (exit code ${code}):\n${output}`);
  return join(extensionsIn(dataDir), folder.name);
}

async function untilItAnswers(port, child, readLog) {
  for (let i = 0; i < 600 && child.exitCode === null; i++) {
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child);
  throw new Error(`The VS Code server did not start:\n${readLog()}`);
}

function answers(port) {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path: '/version' }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });
}

/** The address of a window on `folder`, perhaps with an extension under development, its tests and an open file. */
function pageUrl(port, token, { folder, extension, tests, openFile }) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${asUriPath(path)}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(openFile ? [['openFile', remote(openFile)]] : []),
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  const query = new URLSearchParams({ folder: asUriPath(folder), payload: JSON.stringify(payload) });
  if (token) query.set('tkn', token);
  return `http://127.0.0.1:${port}/?${query}`;
}

function asUriPath(path) {
  const plain = resolve(path).split(sep).join('/');
  return plain.startsWith('/') ? plain : `/${plain}`;
}
