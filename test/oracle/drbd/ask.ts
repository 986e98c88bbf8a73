import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isTrivia, isWord, tokenize, wordValue } from '../../../server/src/languages/drbd/lexer';

/** The parsers that drbd-utils ships. */
export type Parser = '9' | '8.4' | '8.3';

const programs: Readonly<Record<Parser, { readonly path: string; readonly module: string }>> = {
  '9': { path: 'drbdadm', module: '9.2.0' },
  '8.4': { path: '/lib/drbd/drbdadm-84', module: '8.4.11' },
  '8.3': { path: '/lib/drbd/drbdadm-83', module: '8.3.16' },
};

/** A configuration: its first file, and others beside it. */
export interface Question {
  readonly text: string;
  readonly files?: Readonly<Record<string, string>>;
  /** As which hosts to ask; without: as each of the file's and as a stranger. */
  readonly nodes?: readonly string[];
}

export interface Verdict {
  readonly accepted: boolean;
  /** Line of the first error, where the tool names one of the main file. */
  readonly line?: number;
  /** What it said on the run that refused. */
  readonly said: string;
  /** It died of a signal: no verdict on the text. */
  readonly crashed: boolean;
}

/** Whether a parser is installed. */
export const hasParser = (parser: Parser): boolean =>
  spawnSync(programs[parser].path, ['--version'], { timeout: 10_000 }).error === undefined;

/**
 * What the real drbdadm says of many configurations, as each of their hosts and as a stranger. It runs dry, which
 * puts all options together as every working command does. One shell starts all runs: a start takes a millisecond.
 */
export function askAll(questions: readonly Question[], parser: Parser): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'drbd-ask-'));
  try {
    const runs = questions.flatMap((question, i) => prepare(folder, i, question));
    const { path, module } = programs[parser];
    const { stdout } = spawnSync('sh', ['-c', script, 'ask', path], {
      cwd: folder,
      input: runs.map(([file, node]) => `${file}\t${node}\n`).join(''),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      env: {
        PATH: `${process.env['PATH']}:/usr/sbin:/sbin`,
        LC_ALL: 'C',
        INIT_VERSION: '1',
        DRBD_DRIVER_VERSION_OVERRIDE: module,
        DRBD_DONT_WARN_ON_VERSION_MISMATCH: '1',
      },
    });
    return verdicts(questions.length, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const separator = '\u001e';
const script = `ulimit -t 10
ulimit -c 0
while IFS='\t' read -r file node; do
  said=$(__DRBD_NODE__="$node" "$1" -d -c "$file" dump 2>&1 >/dev/null </dev/null)
  printf '%s %s\n%s\n${separator}' "\${file%%[./]*}" "$?" "$said"
done`;

/** Writes a configuration down, one with further files into a folder of its own; the runs it needs. */
function prepare(folder: string, i: number, { text, files, nodes }: Question): [string, string][] {
  const file = files ? `${i}/t.res` : `${i}.res`;
  if (files) mkdirSync(join(folder, String(i)));
  writeFileSync(join(folder, file), text);
  for (const [name, body] of Object.entries(files ?? {})) {
    const path = join(folder, String(i), name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, body);
  }
  const all = nodes ?? ['stranger', ...[text, ...Object.values(files ?? {})].flatMap(nodesIn)];
  return [...new Set(all)].map((node) => [file, node]);
}

/** The names of a text's hosts: those of `on` sections, and the addresses of floating ones. */
function nodesIn(text: string): string[] {
  const tokens = tokenize(text).filter((token) => !isTrivia(token));
  const word = (i: number): string => {
    const token = tokens[i];
    return token && isWord(token) ? wordValue(token, text) : '';
  };
  const found: string[] = [];
  tokens.forEach((token, i) => {
    const raw = text.slice(token.start, token.end);
    if (raw === 'on') for (let at = i + 1; word(at) !== ''; at++) found.push(word(at));
    if (raw === 'floating') {
      const address = tokens.slice(i + 1, i + 4).find(({ kind }) => kind === 'ipv4' || kind === 'ipv6');
      if (address) found.push(text.slice(address.start, address.end));
    }
  });
  return found.filter((name) => /^[\w.:-]{1,60}$/.test(name));
}

/** Facts about the machine that it runs on, not about the text. */
const environment =
  /^\s*IP \S+ not found on this host|mentioned in '(resync-)?after'|^no (normal )?resources defined|nothing stacked for this host|PRETENDING|found __DRBD_NODE__|modinfo|Could not get drbd-module-version/;
const warning =
  /You should put the global|explicitly named connections are|WARN|Warning|no match for include|vanished after glob/;
/** Lines that only say where what follows is: about the address of this host. */
const heading = /^\S*?:?(\d+:)? ?in resource \S+?(, on [^{]*)?:$/;

function verdicts(count: number, output: string): Verdict[] {
  const found: Verdict[] = new Array<Verdict>(count).fill({ accepted: true, said: '', crashed: false });
  for (const run of output.split(separator)) {
    const [head = '', ...lines] = run.split('\n');
    const [index, status] = head.split(' ').map(Number);
    if (index === undefined || status === undefined || found[index]?.accepted === false) continue;
    const verdict = judge(status, lines);
    if (!verdict.accepted) found[index] = verdict;
  }
  return found;
}

/** A message about the configuration's first file. */
const mainLine = /^(?:\S*\/)?(?:t|\d+)\.res:(\d+):/m;

function judge(status: number, lines: readonly string[]): Verdict {
  const said = lines.filter((line) => line.trim() !== '' && !environment.test(line));
  const errors = said.filter((line) => !warning.test(line) && !heading.test(line) && !/^\tin front of/.test(line));
  // A signal: the shell adds 128.
  const crashed = status > 128;
  if (status === 0 || (errors.length === 0 && !crashed)) return { accepted: true, said: said.join('\n'), crashed };
  const line = Number(mainLine.exec(errors.join('\n'))?.[1] ?? 0);
  return { accepted: false, ...(line > 0 && { line }), said: said.join('\n'), crashed };
}
