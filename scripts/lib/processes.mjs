// Child processes that never outlive us, and looking for programs.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { constants as os } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';
const alive = new Set();

/** Starts a program in a process group of its own, so that what it starts in turn ends with it. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
    env: { ...process.env, ...options.env },
    detached: !windows,
    shell: windows && !/[\\/]/.test(command), // npm is a .cmd there
  });
  alive.add(child);
  child.once('exit', () => {
    signal(child, 'SIGKILL'); // what it left behind
    alive.delete(child);
  });
  return child;
}

/** Asks a child to end and waits for it; after some seconds it has to. */
export async function stop(child, patience = 5000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}

function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // gone already
  }
}

/**
 * Runs a program to its end. What it prints is kept, and shown unless `quiet`; or `onOutput` gets it instead.
 * `timeout` in milliseconds.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, onOutput, timeout, ...options } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces = [];
    const keep = (stream) => (data) => {
      pieces.push(data);
      if (onOutput) onOutput(data.toString('utf8'));
      else if (!quiet) stream.write(data);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    const output = () => Buffer.concat(pieces).toString('utf8');
    const timer =
      timeout &&
      setTimeout(() => {
        pieces.push(Buffer.from(`\n${command}: not done after ${timeout / 1000} s, stopped\n`));
        void stop(child);
      }, timeout);
    child.once('error', (error) => resolve({ code: 127, output: `${output()}${error.message}\n` }));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output: output() });
    });
  });
}

let toldToEnd = false;

/** Whether we are on our way out because somebody said so: what children then report is no news. */
export const ending = () => toldToEnd;

/** Ends all children when we are told to end, or end. Call once from a main program; `last` runs before the end. */
export function endChildrenWithUs(last = () => {}) {
  process.once('exit', () => {
    for (const child of alive) signal(child, 'SIGKILL');
    last();
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(name, async () => {
      toldToEnd = true;
      await Promise.all([...alive].map((child) => stop(child)));
      process.exit(128 + os.signals[name]);
    });
  }
}

/** The path of the first of these programs that is installed. */
export function which(...names) {
  const suffixes = windows ? ['.exe', '.cmd', ''] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  // The programs of a cluster stand where only root looks.
  if (!windows) folders.push('/usr/local/sbin', '/usr/sbin', '/sbin');
  for (const name of names) {
    for (const folder of folders) {
      const found = suffixes.map((suffix) => join(folder, name + suffix)).find(isProgram);
      if (found) return found;
    }
  }
  return undefined;
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A free port of this machine; `wanted` if that is free. */
export async function freePort(wanted = 0) {
  const attempt = (port) =>
    new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        const { port: given } = server.address();
        server.close(() => resolve(given));
      });
    });
  return attempt(wanted).catch(() => attempt(0));
}
