import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A configuration to put before crmsh. */
export interface CrmCase {
  readonly name: string;
  readonly text: string;
  /** What is there already. */
  readonly base?: string;
  /** Whether it is committed too, which lets Pacemaker check it. */
  readonly commit?: boolean;
}

/** A line that crmsh says. */
export interface CrmMessage {
  readonly level: string;
  readonly text: string;
}

/** What crmsh made of it. */
export interface CrmAnswer {
  readonly name: string;
  readonly ok: boolean;
  readonly messages: readonly CrmMessage[];
}

/** crmsh belongs to the system's Python, which need not be the first one in the path. */
const python = '/usr/bin/python3';

/** Whether crmsh and Pacemaker's tools are installed. */
export const hasCrmsh = (): boolean =>
  existsSync(python) &&
  spawnSync(python, ['-c', 'import crmsh'], { timeout: 20_000 }).status === 0 &&
  spawnSync('cibadmin', ['--empty'], { timeout: 20_000 }).status === 0;

/** Asks crmsh about all cases in one process. */
export function askCrmsh(cases: readonly CrmCase[]): CrmAnswer[] {
  const input = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  const { stdout, stderr } = spawnSync(python, [join(__dirname, 'crm-load.py')], {
    input,
    encoding: 'utf8',
    timeout: 300_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  const answers = stdout.split('\n').filter((line) => line !== '');
  if (answers.length !== cases.length)
    throw new Error(`crmsh answered ${answers.length} of ${cases.length}: ${stderr}`);
  return answers.map((line) => JSON.parse(line) as CrmAnswer);
}
