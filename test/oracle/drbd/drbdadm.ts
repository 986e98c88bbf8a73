import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the real drbdadm is installed. */
export const hasDrbdadm = (): boolean => spawnSync('drbdadm', ['--version'], { timeout: 10_000 }).error === undefined;

interface Verdict {
  readonly accepted: boolean;
  /** What it said on the run that refused. */
  readonly said: string;
}

/** Facts about the machine that it runs on, not about the text. */
const environment =
  /not found on this host|mentioned in 'resync-after'|no normal resources defined|no resources defined|PRETENDING|found __DRBD_NODE__|modinfo|^\s*$/;

/**
 * What drbdadm 9 says of a file, as each of its hosts and as a stranger: first a plain dump, then one that puts all
 * options together as every working command does.
 */
export function askDrbdadm(text: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'drbd-oracle-'));
  try {
    const file = join(folder, 'test.res');
    writeFileSync(file, text);
    const hosts = [...text.matchAll(/\bon\s+([a-z][a-z0-9.-]*)/gi)].map((match) => match[1] ?? '');
    for (const node of new Set([...hosts, 'stranger'])) {
      for (const flags of [[], ['-d']]) {
        const verdict = run(folder, node, [...flags, '-c', 'test.res', 'dump']);
        if (!verdict.accepted) return verdict;
      }
    }
    return { accepted: true, said: '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(cwd: string, node: string, args: readonly string[]): Verdict {
  const env = {
    PATH: process.env['PATH'],
    LC_ALL: 'C',
    INIT_VERSION: '1',
    DRBD_DRIVER_VERSION_OVERRIDE: '9.2.0',
    DRBD_DONT_WARN_ON_VERSION_MISMATCH: '1',
    __DRBD_NODE__: node,
  };
  const { status, stderr, signal } = spawnSync('drbdadm', args, {
    cwd,
    env,
    timeout: 20_000,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = stderr.split('\n').filter((line) => !environment.test(line));
  // The line in front of the one about the address only says where: "in resource r0, on alpha:".
  const errors = said.filter((line) => !/^\S*:(\d+:)? in resource \S+?(, on [^{]*)?:$/.test(line));
  return { accepted: signal === null && (status === 0 || errors.length === 0), said: said.join('\n') };
}
