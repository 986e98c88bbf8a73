import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What drbdadm says against a configuration that a file begins; empty if it takes it. */
export function dumpFile(file: string, node: string): string {
  const { status, stderr, error } = spawnSync('drbdadm', ['-c', file, '-d', 'dump'], {
    encoding: 'utf8',
    timeout: 20_000,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Fixed facts about the machine: a version of the driver, and which of the hosts this is.
    env: { ...process.env, LC_ALL: 'C', INIT_VERSION: '1', DRBD_DRIVER_VERSION_OVERRIDE: '9.2.0', __DRBD_NODE__: node },
  });
  if (error) return String(error);
  const complaints = stderr.split('\n').filter((line) => line !== '' && !/__DRBD_NODE__/.test(line));
  return status === 0 ? '' : complaints.join('\n') || `exit status ${status}`;
}

/** The same of a text. */
export function dumpText(text: string, node: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'drbd-dump-'));
  try {
    const file = join(folder, 'drbd.conf');
    writeFileSync(file, text);
    return dumpFile(file, node);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether drbdadm is installed. */
export const hasDrbdadm = (): boolean => spawnSync('drbdadm', ['--version'], { timeout: 20_000 }).error === undefined;
