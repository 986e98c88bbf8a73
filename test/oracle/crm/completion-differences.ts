/** What crm's tab key offers and we do not, with the reason; docs/differences.md has the same list for people. */
interface Omission {
  readonly why: string;
  readonly fits: (candidate: string, words: readonly string[]) => boolean;
}

const isMeta = (words: readonly string[]): boolean => words.includes('meta');

const omissions: readonly Omission[] = [
  { why: 'a file may not say id=', fits: (candidate) => candidate === 'id=' },
  {
    why: 'behind an alias or a word that it cannot complete crm offers all commands again, as arguments',
    fits: (candidate, words) =>
      words.length > 1 && topCommands.has(candidate) && !argumentsOf(words[0] ?? '').has(candidate),
  },
  {
    why: 'services and agents without metadata that the machine happens to have',
    fits: (candidate) => /^(?:lsb|service|systemd):.|^stonith:(?:drac3|fence_ack_manual)$/.test(candidate),
  },
  {
    why: 'names that have no meaning there',
    fits: (candidate, words) =>
      isMeta(words) && ['interval-origin=', 'clone-state=', 'meta', 'params'].includes(candidate),
  },
  {
    why: 'crm refuses a parameter of an operation in front of interval=',
    fits: (candidate) => candidate.startsWith('depth='),
  },
  {
    why: 'crm offers parameters in utilization, too',
    fits: (candidate, words) =>
      candidate.endsWith('=') && words.findLast((word) => sections.has(word)) === 'utilization',
  },
  { why: 'crm dies of it, and Pacemaker 3 has dropped it', fits: (candidate) => candidate === 'rkt' },
  { why: 'a kind needs its colon', fits: (candidate) => /^(?:Mandatory|Optional|Serialize)$/.test(candidate) },
  { why: 'crm does not see rules', fits: (candidate, words) => candidate.endsWith('=') && isInRule(words) },
  {
    why: 'the name of the node comes first',
    fits: (_, [first, id]) => first === 'node' && (id ?? '').startsWith('$id='),
  },
  {
    why: 'a node that is there already is not declared again',
    fits: (_, words) => words[0] === 'node' && words.length === 2,
  },
  { why: 'only primitives are monitored', fits: (_, words) => words[0] === 'monitor' && words.length === 2 },
  { why: 'ids of nodes; their names are offered', fits: (candidate) => /^\d+$/.test(candidate) },
  {
    why: 'a right says first what it is about',
    fits: (candidate, words) =>
      /^(?:role:|read|write|deny)$/.test(candidate) && /^(?:read|write|deny|[\w-]+:)$/.test(words.at(-2) ?? ''),
  },
];

const sections = new Set(['params', 'meta', 'op', 'utilization', 'operations', 'op_params', 'op_meta']);

/** The rule round the cursor is not finished: attributes cannot follow yet. */
function isInRule(words: readonly string[]): boolean {
  const section = words.findLastIndex((word) => /^(?:params|meta|op|op_params|op_meta|utilization)$/.test(word));
  const from = words.findLastIndex((word) => /^(?:rule|and|or)$/.test(word));
  if (from < 0 || from < section) return false;
  const test = words.slice(from + 1, -1).filter((word) => !/^\$|^role=|:$/.test(word));
  const isRange = test[0] === 'date' && (test[1] ?? '').startsWith('in');
  const wanted = /^(?:not_)?defined$/.test(test[0] ?? '') ? 2 : isRange ? 4 : 3;
  return test.length < wanted;
}

const topCommands = new Set(
  (
    'acl_target alert assist bundle cd cib cibstatus clone colocation commit default-timeouts delete edit erase ' +
    'fencing_topology filter get_property graph group help history load location ls modgroup monitor ms node ' +
    'op_defaults order primitive property ptest quit ra refresh rename role rsc_defaults rsc_template rsc_ticket ' +
    'rsctest save schema set show tag template up upgrade user validate-all verify xml'
  ).split(' '),
);

/** Commands whose arguments may be words that are commands, too. */
const argumentsOf = (command: string): ReadonlySet<string> =>
  new Set(command === 'bundle' ? ['primitive'] : command === 'help' ? topCommands : []);

/** Why we do not offer a word at the end of a line on purpose; undefined where we should. */
export const whyOmitted = (candidate: string, prefix: string): string | undefined => {
  const words = prefix.split(/[ \t]+/);
  return omissions.find(({ fits }) => fits(candidate, words))?.why;
};
