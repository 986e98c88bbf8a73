import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Generation } from '../../../server/src/languages/drbd/generation';

type Tool = Exclude<Generation, 'master'>;

const binaries: Readonly<Record<Tool, string>> = {
  '9': 'drbdadm',
  '8.4': '/lib/drbd/drbdadm-84',
  '8.3': '/lib/drbd/drbdadm-83',
};
const drivers: Readonly<Record<Tool, string>> = { '9': '9.2.0', '8.4': '8.4.11', '8.3': '8.3.16' };

/** Whether the parser of a generation is installed. */
export const hasTool = (generation: Tool): boolean =>
  generation === '9'
    ? spawnSync('drbdadm', ['--version'], { timeout: 10_000 }).error === undefined
    : existsSync(binaries[generation]);

export interface Dump {
  /** What it printed; undefined if it refused the configuration. */
  readonly text: string | undefined;
  readonly said: string;
}

/** Files by name; the first is the one that drbdadm is given. */
export type Files = Readonly<Record<string, string>>;

/** What a generation's drbdadm prints for a command (`dump`, `-v dump-xml`, …), as a host of the files or a stranger. */
export function dumpOf(files: Files, generation: Tool, command: readonly string[], node = 'stranger'): Dump {
  const folder = mkdtempSync(join(tmpdir(), 'drbd-oracle-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const main = Object.keys(files)[0] ?? '';
    const { status, stdout, stderr } = spawnSync(binaries[generation], ['-c', main, ...command], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        LC_ALL: 'C',
        INIT_VERSION: '1',
        DRBD_DRIVER_VERSION_OVERRIDE: drivers[generation],
        DRBD_DONT_WARN_ON_VERSION_MISMATCH: '1',
        __DRBD_NODE__: node,
      },
      timeout: 20_000,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = stderr.split('\n').filter((line) => !/^\s*$|__DRBD_NODE__|PRETENDING|modinfo/.test(line));
    return { text: status === 0 ? stdout : undefined, said: said.join('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same text with the check of local addresses switched off, which would say something of this machine. */
export function withoutAddressCheck(text: string): string {
  const option = 'disable-ip-verification;';
  if (text.includes(option)) return text;
  return /^[ \t]*global\s*\{/m.test(text)
    ? text.replace(/^([ \t]*global\s*\{)/m, `$1 ${option}`)
    : `global { ${option} }\n${text}`;
}
