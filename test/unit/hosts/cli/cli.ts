import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const bundle = resolve('dist/server/linux-ha.js');

/** What a run of the command line gave. */
export interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** Standard output byte by byte. */
  readonly bytes: Buffer;
}

/** A folder of files to run the command line in; gone after the test. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'linux-ha-cli-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  run(args: readonly string[], input: string | Uint8Array = '', env: NodeJS.ProcessEnv = {}): Result {
    assert.ok(existsSync(bundle), 'no bundle: run npm run build');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
      cwd: this.path,
      input,
      env: { PATH: process.env['PATH'], LANG: 'C', ...env },
      timeout: 30_000,
      maxBuffer: 1e8,
    });
    return { code: status, out: stdout.toString('utf8'), err: stderr.toString('utf8'), bytes: stdout };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A file with one warning (a misspelt parameter), one with a safe repair, one without findings. */
export const misspelt = 'primitive vip IPaddr2 params ip=10.0.0.1 cidr_netmaks=24\n';
export const quoted =
  '# 仮想IP\nprimitive vip IPaddr2 params ip=“10.0.0.1” \\\n\top monitor interval=10s timeout=20s\n';
export const clean = 'primitive vip IPaddr2 params ip=10.0.0.1 \\\n\top monitor interval=10s timeout=20s\n';
export const refused = 'location l vip Inf: alice\n';
