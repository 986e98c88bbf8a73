import { type ChildProcess, spawn } from 'node:child_process';
import { homedir } from 'node:os';

/** How a program ended. What it printed is kept up to the limits, whatever happened. */
export interface Outcome {
  readonly end: 'ok' | 'failed' | 'missing' | 'timeout' | 'cancelled' | 'too-much';
  readonly stdout: string;
  /** The end of it, for people. */
  readonly stderr: string;
}

export interface RunOptions {
  /** In milliseconds. */
  readonly timeout: number;
  /** The most that it may print, in bytes. */
  readonly most: number;
  readonly signal?: AbortSignal;
  readonly env?: NodeJS.ProcessEnv;
  /** Hears of each piece that is printed, for progress. */
  readonly onText?: (piece: string) => void;
}

/** Runs a program; how the sources of agents do it, and how tests stand in for it. */
export type Run = (program: string, args: readonly string[], options: RunOptions) => Promise<Outcome>;

const longestStderr = 4000;

/**
 * Runs a program with arguments, never through a shell, with nothing on its input. It and what it started are ended
 * when the time is over, when it prints too much, or when the signal says so. Never rejects.
 */
export const run: Run = (program, args, { timeout, most, signal, env = process.env, onText }) =>
  new Promise((resolve) => {
    if (signal?.aborted) {
      resolve({ end: 'cancelled', stdout: '', stderr: '' });
      return;
    }
    const printed: Buffer[] = [];
    let size = 0;
    let stderr = '';
    let child: ChildProcess | undefined;
    const settle = (end: Outcome['end']): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      resolve({ end, stdout: Buffer.concat(printed).toString('utf8'), stderr: stderr.trim() });
    };
    const stop = (end: Outcome['end']): void => {
      if (child) endTree(child);
      settle(end);
    };
    const cancel = (): void => stop('cancelled');
    const timer = setTimeout(() => stop('timeout'), timeout);
    signal?.addEventListener('abort', cancel);
    try {
      child = spawn(program, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: false,
        windowsHide: true,
        // A group of its own, so that what it starts ends with it; and no terminal, so that nothing waits for a person.
        detached: process.platform !== 'win32',
        // Not the workspace: nothing there may be taken for a program.
        cwd: homedir(),
        env,
      });
    } catch {
      settle('missing');
      return;
    }
    child.on('error', () => settle('missing'));
    child.on('close', (code) => settle(code === 0 ? 'ok' : 'failed'));
    child.stderr?.on('data', (piece: Buffer) => {
      stderr = (stderr + piece.toString('utf8')).slice(-longestStderr);
    });
    child.stdout?.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > most) {
        stop('too-much');
        return;
      }
      printed.push(piece);
      onText?.(piece.toString('utf8'));
    });
  });

/** Ends a program and its children at once; they only read, so nothing is lost. */
function endTree(child: ChildProcess): void {
  child.stdout?.destroy();
  child.stderr?.destroy();
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
