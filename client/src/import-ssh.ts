import { type Collected, ImportError, isHelper, type MetadataText, type Report } from './import-flow';
import type { Run } from './import-run';

/**
 * A host as `ssh` takes it, perhaps with a user: a name of the user's ssh configuration, a host name or an address.
 * Nothing that begins with a dash, so that it is never an option, and nothing that a shell or `ssh://` would read.
 */
export const isHost = (text: string): boolean =>
  text.length <= 255 && /^(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9_:][\w.:-]*$/.test(text);

/** What stands in front of each agent's metadata in the answer. */
const mark = '@@linux-ha-agent@@';

/**
 * What the node runs, one line for whatever shell its user has: it lists the agents and prints their metadata, by
 * Pacemaker's own tool or by the agents themselves, and changes nothing. No quote, backslash or `!` may stand in it.
 */
const script = [
  'PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin',
  'export PATH',
  'LC_ALL=C',
  'export LC_ALL',
  `OCF_ROOT=\${OCF_ROOT:-/usr/lib/ocf}`,
  'export OCF_ROOT',
  't=',
  'if command -v timeout >/dev/null; then t="timeout 30"; fi',
  'if command -v crm_resource >/dev/null; then ' +
    'for p in $(crm_resource --list-ocf-providers 2>/dev/null); do ' +
    'for a in $(crm_resource --list-agents ocf:$p 2>/dev/null); do ' +
    `echo; echo ${mark} ocf:$p:$a; $t crm_resource --show-metadata ocf:$p:$a </dev/null 2>/dev/null; done; done; ` +
    'for a in $(crm_resource --list-agents stonith 2>/dev/null); do ' +
    `echo; echo ${mark} stonith:$a; $t crm_resource --show-metadata stonith:$a </dev/null 2>/dev/null; done; ` +
    'else cd $OCF_ROOT/resource.d 2>/dev/null && for f in */*; do if test -f $f && test -x $f; then ' +
    `echo; echo ${mark} ocf:\${f%%/*}:\${f##*/}; OCF_RESOURCE_INSTANCE=\${f##*/} $t ./$f meta-data </dev/null 2>/dev/null; fi; done; ` +
    'for f in /usr/sbin/fence_*; do if test -x $f; then ' +
    `echo; echo ${mark} stonith:\${f##*/}; $t $f -o metadata </dev/null 2>/dev/null; fi; done; fi`,
  'echo',
  `echo ${mark} end`,
].join('; ');

/** The arguments of `ssh` for a host; undefined if the host is none. */
export function sshArguments(host: string): string[] | undefined {
  if (!isHost(host)) return undefined;
  const options = ['BatchMode=yes', 'ConnectTimeout=15', 'ClearAllForwardings=yes', 'PermitLocalCommand=no'];
  return ['-T', '-a', '-x', ...options.flatMap((option) => ['-o', option]), '--', host, `exec sh -c '${script}'`];
}

/** Parts an answer into agents. `whole`: the node came to its end. */
export function splitAnswer(answer: string): Collected & { readonly whole: boolean } {
  const texts: MetadataText[] = [];
  const silent: string[] = [];
  const [, ...parts] = `\n${answer}`.split(`\n${mark} `);
  for (const part of parts) {
    const end = part.indexOf('\n');
    const id = (end < 0 ? part : part.slice(0, end)).trim();
    const xml = end < 0 ? '' : part.slice(end + 1).trim();
    if (isHelper(id)) continue;
    if (xml === '') silent.push(id);
    else texts.push({ owner: { id }, where: id, xml });
  }
  return { texts, silent: silent.filter((id) => id !== 'end'), whole: silent.at(-1) === 'end' };
}

const patience = 300_000;
const longestAnswer = 64_000_000;

/** Metadata of the agents on a node that is asked over the user's own ssh: keys and agents as always, no questions. */
export async function nodeAgents(
  host: string,
  { run, signal, report }: { readonly run: Run; readonly signal: AbortSignal; readonly report: Report },
): Promise<Collected> {
  const args = sshArguments(host);
  if (!args) throw new ImportError('ssh-failed', host);
  let seen = 0;
  const onText = (piece: string): void => {
    seen += piece.split(mark).length - 1;
    if (seen > 0) report(seen, undefined, host);
  };
  const outcome = await run('ssh', args, { timeout: patience, most: longestAnswer, signal, onText });
  switch (outcome.end) {
    case 'cancelled':
    case 'timeout':
    case 'too-much':
      throw new ImportError(outcome.end, outcome.stderr);
    case 'missing':
      throw new ImportError('no-ssh');
    default: {
      const answer = splitAnswer(outcome.stdout);
      if (!answer.whole) throw new ImportError('ssh-failed', outcome.stderr);
      return answer;
    }
  }
}
