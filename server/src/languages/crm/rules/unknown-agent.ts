import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmFacts } from '../facts';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const unknownAgent = defineRule<CrmModel>()({
  id: 'crm/unknown-agent',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'No release of resource-agents, Pacemaker, DRBD or fence-agents that we know has this agent. Upper and lower case differ: IPaddr2 is an agent, IPAddr2 is none. crm verify says that it gets no metadata, and the resource cannot start. Correct the name. An agent of your own under one of these providers is known once you import its metadata; other providers are not judged.',
    ja: '既知の resource-agents、Pacemaker、DRBD、fence-agents のどの版にもないエージェントである。大文字と小文字は区別され、IPaddr2 はあるが IPAddr2 はない。crm verify はメタデータを取得できないと報告し、リソースは起動できない。名前を直すこと。自作のエージェントは、メタデータを取り込めば既知となる。ほかのプロバイダーは判定しない。',
  },
  messages: {
    unknown: { en: 'There is no agent {agent} that we know.', ja: '{agent} というエージェントは知られていない。' },
    nearest: {
      en: 'There is no agent {agent}. Did you mean {other}?',
      ja: '{agent} というエージェントはない。{other} の誤りでは？',
    },
    drbd: {
      en: 'The agent {agent} is long gone: DRBD brings its own, {other}.',
      ja: '{agent} は廃止されて久しい。DRBD 付属の {other} を使うこと。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:IPAddr2 params ip=192.0.2.1',
      'primitive a Filesytem',
      'primitive f stonith:fence_ipmlan',
      'primitive d ocf:heartbeat:drbd params drbd_resource=r0',
    ],
    good: [
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1',
      'primitive a ocf:mine:thing',
      'primitive a systemd:nginx',
      'primitive a {{ agent }}',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py: got no meta-data, does this RA exist?',
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement, agent, facts } }, context) {
    const word = statement?.agent;
    if (!word || agent || !facts.loaded || isTemplated(word.value)) return;
    const known = judgedAgents(word.value, facts);
    if (known.length === 0) return;
    const type = word.value.split(':').at(-1) ?? '';
    if (type === 'drbd') {
      const args = { agent: word.value, other: linbit };
      context.report('drbd', word, { args, fixes: () => changeTo(word, linbit) });
      return;
    }
    // Names of agents are much alike: only a slip of one letter is one.
    const lower = type.toLowerCase();
    const other =
      known.find((id) => typeOf(id).toLowerCase() === lower) ??
      known.find((id) => isSlip(lower, typeOf(id).toLowerCase()));
    context.report(other === undefined ? 'unknown' : 'nearest', word, {
      // It may be an agent of somebody's own.
      ...(other === undefined && { severity: 'information' }),
      args: { agent: word.value, other: other ?? '' },
      fixes: () => changeTo(word, other),
    });
  },
});

const linbit = 'ocf:linbit:drbd';
const typeOf = (id: string): string => id.split(':').at(-1) ?? '';

/** Whether a word differs from another in one letter, or in two that changed places, or not at all. */
function isSlip(one: string, other: string): boolean {
  let from = 0;
  while (from < one.length && one[from] === other[from]) from++;
  let behind = 0;
  while (behind < Math.min(one.length, other.length) - from && one.at(-1 - behind) === other.at(-1 - behind)) behind++;
  const [a, b] = [one.slice(from, one.length - behind), other.slice(from, other.length - behind)];
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0]);
}

/** The agents that a type could be one of; none where they are not all known. */
function judgedAgents(written: string, facts: CrmFacts): string[] {
  const parts = written.split(':');
  const [first = '', second = ''] = parts;
  const prefix = parts.length === 1 ? 'ocf:' : parts.length === 3 ? `${first}:${second}:` : `${first}:`;
  const isJudged = parts.length === 1 || /^(?:ocf:(?:heartbeat|pacemaker|linbit):|stonith:)$/.test(prefix);
  if (!isJudged || /[^\w.:/-]/.test(written)) return [];
  return [...facts.agents()].map(({ row }) => row.id).filter((id) => id.startsWith(prefix));
}
