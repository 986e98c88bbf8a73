import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const script = join(import.meta.dirname, 'verdicts.py');

/** The distribution's python, which has crmsh's modules; other pythons on the path may not. */
const python = '/usr/bin/python3';

/** Whether the real crmsh is installed. */
export const hasCrmsh = (): boolean => spawnSync(python, ['-c', 'import crmsh'], { timeout: 30_000 }).status === 0;

export interface Verdict {
  /** `configure load update` takes the text. */
  readonly ok: boolean;
  readonly errors: readonly string[];
  /** The schema takes what crmsh made of it; null where crmsh refused. */
  readonly schema: boolean | null;
  /** Each logical line that is not empty; `ok` is null behind the line that made crmsh give up. */
  readonly lines?: readonly { readonly text: string; readonly ok: boolean | null; readonly error: string | null }[];
  /** The CIB as crmsh holds it then, as XML; where it was asked for and crmsh takes the text. */
  readonly cib?: string | null;
  /** What `configure show` prints then. */
  readonly show?: string | null;
}

/** See `verdicts.py`. */
export interface Question {
  readonly text?: string;
  /** The cluster that the text is loaded into; empty if there is none. */
  readonly from?: string;
  /** The schema of the empty cluster. */
  readonly validate?: string;
  readonly cib?: true;
  readonly show?: true;
}

/** What crmsh says of each text, loaded into an empty cluster; one process for all. */
export const askCrmsh = (texts: readonly string[]): Verdict[] => putToCrmsh(texts.map((text) => ({ text })));

/** The answers to questions; one process for all. */
export function putToCrmsh(questions: readonly Question[]): Verdict[] {
  const input = questions.map((question) => JSON.stringify(question)).join('\n');
  const { stdout, stderr, status } = spawnSync(python, [script], {
    input,
    encoding: 'utf8',
    timeout: 280_000,
    maxBuffer: 1 << 28,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (status !== 0 || lines.length !== questions.length)
    throw new Error(`crmsh answered ${lines.length} of ${questions.length} questions: ${stderr.slice(-2000)}`);
  return lines.map((line) => JSON.parse(line) as Verdict);
}
