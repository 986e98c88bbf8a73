import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Collected, ImportError, inParallel, isHelper, type Report } from './import-flow';
import type { Outcome, Run } from './import-run';

/** How this machine's agents are asked. */
export interface MachineOptions {
  readonly run: Run;
  readonly signal: AbortSignal;
  readonly report: Report;
  /** The folders of OCF agents and of fence agents, where Pacemaker's tools are missing. */
  readonly ocfRoot?: string;
  readonly fenceFolders?: readonly string[];
}

/** An agent and the program that prints its metadata. */
interface Question {
  readonly id: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** What people call this machine. */
export const machineName = (): string => hostname();

/** One agent may take this long: some start a Python with many modules. */
const patience = 30_000;
const longestAnswer = 4_000_000;
/** Agents that are asked at a time. */
const atOnce = 3;
const mostAgents = 3000;

/** Metadata of the agents that are installed here: Pacemaker is asked; without it the agents themselves are. */
export async function machineAgents(options: MachineOptions): Promise<Collected> {
  const questions = (await fromPacemaker(options)) ?? (await fromFolders(options));
  if (options.signal.aborted) throw new ImportError('cancelled');
  if (questions.length === 0) throw new ImportError('no-tools');
  let done = 0;
  const answers = await inParallel(questions.slice(0, mostAgents), atOnce, async ({ id, program, args }) => {
    const outcome = await ask(options, program, args, id.split(':').at(-1));
    options.report(++done, questions.length, id);
    return { id, outcome };
  });
  if (options.signal.aborted) throw new ImportError('cancelled');
  return {
    texts: answers.flatMap(({ id, outcome }) =>
      gave(outcome) ? [{ owner: { id }, where: id, xml: outcome.stdout }] : [],
    ),
    silent: answers.flatMap(({ id, outcome }) => (gave(outcome) ? [] : [id])),
  };
}

const gave = ({ end, stdout }: Outcome): boolean => end === 'ok' && stdout.trim() !== '';

/** `instance`: some defaults have the resource's name in them; Pacemaker gives the agent's there. */
function ask(
  { run, signal, ocfRoot }: MachineOptions,
  program: string,
  args: readonly string[],
  instance?: string,
): Promise<Outcome> {
  const env = { ...environment(ocfRoot), OCF_RESOURCE_INSTANCE: instance };
  return run(program, args, { timeout: patience, most: longestAnswer, signal, env });
}

const ocfRootOf = (given: string | undefined): string => given ?? process.env['OCF_ROOT'] ?? '/usr/lib/ocf';
const sbin = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** Ours, with the folders of system programs, which the path of a desktop session lacks. */
function environment(ocfRoot?: string): NodeJS.ProcessEnv {
  const path = [process.env['PATH'], ...(process.platform === 'win32' ? [] : sbin)].filter((part) => part);
  return { ...process.env, PATH: path.join(delimiter), OCF_ROOT: ocfRootOf(ocfRoot), LC_ALL: 'C' };
}

/** What Pacemaker lists; undefined if it is not installed. */
async function fromPacemaker(options: MachineOptions): Promise<Question[] | undefined> {
  const list = async (...args: string[]): Promise<string[] | undefined> => {
    const { end, stdout } = await ask(options, 'crm_resource', args);
    if (end === 'missing') return undefined;
    return stdout.split('\n').flatMap((line) => (isPart(line.trim()) ? [line.trim()] : []));
  };
  const providers = await list('--list-ocf-providers');
  if (!providers) return undefined;
  const ids: string[] = [];
  for (const provider of providers)
    ids.push(...((await list('--list-agents', `ocf:${provider}`)) ?? []).map((type) => `ocf:${provider}:${type}`));
  ids.push(...((await list('--list-agents', 'stonith')) ?? []).map((type) => `stonith:${type}`));
  return ids
    .filter((id) => !isHelper(id))
    .map((id) => ({ id, program: 'crm_resource', args: ['--show-metadata', id] }));
}

const isPart = (name: string): boolean => /^(?:external\/)?[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}$/.test(name);

/** The agents in their folders, each asked itself. */
async function fromFolders({ ocfRoot, fenceFolders = sbin }: MachineOptions): Promise<Question[]> {
  const root = join(ocfRootOf(ocfRoot), 'resource.d');
  const questions: Question[] = [];
  for (const provider of await names(root))
    for (const type of await names(join(root, provider)))
      questions.push({
        id: `ocf:${provider}:${type}`,
        program: join(root, provider, type),
        args: ['meta-data'],
      });
  for (const folder of fenceFolders)
    for (const name of await names(folder))
      if (name.startsWith('fence_') && !isHelper(`stonith:${name}`))
        questions.push({ id: `stonith:${name}`, program: join(folder, name), args: ['-o', 'metadata'] });
  const runnable = await inParallel(questions, 8, ({ program }) => isProgram(program));
  const found = questions.filter((_, i) => runnable[i]);
  return [...new Map(found.reverse().map((question) => [question.id, question])).values()].reverse();
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(isPart).sort();
  } catch {
    return []; // not there, or not ours to read
  }
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
