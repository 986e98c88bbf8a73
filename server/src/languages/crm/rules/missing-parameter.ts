import { nearestOrPrefix } from '../../../base/suggest';
import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import type { AgentFact } from '../facts';
import type { Word } from '../lexer';
import { attributesOf, type CrmModel } from '../model';
import type { Statement } from '../statement';

export const missingParameter = defineRule<CrmModel>()({
  id: 'crm/missing-parameter',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The agent declares this parameter as required. crm verify reports an error and refuses to commit without it, and the resource cannot start. Add the parameter.',
    ja: 'エージェントが必須と宣言しているパラメータがない。crm verify はエラーを報告して commit を拒み、リソースも起動できない。パラメータを追加すること。',
  },
  messages: {
    missing: { en: '{agent} needs the parameter “{name}”.', ja: '{agent} にはパラメータ「{name}」が必要。' },
  },
  examples: {
    bad: [
      'primitive vip ocf:heartbeat:IPaddr2 params nic=eth0',
      'primitive fs Filesystem params device=/dev/drbd0 directory=/mnt',
    ],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1',
      'primitive vip @template params nic=eth0',
      'primitive vip IPaddr2 params ipaddr=10.0.0.1',
      'rsc_template t IPaddr2 params nic=eth0',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_params',
  check({ model: { statement, agent, parsed } }, context) {
    if (statement?.kind !== 'primitive' || !agent || !statement.agent || parsed.problems.length > 0) return;
    const type = statement.agent;
    const given = attributesOf(statement, 'params').map(({ name }) => name);
    if (given.some((name) => /^[$@]/.test(name))) return; // comes from elsewhere
    for (const { name, required, deprecated } of agent.parameters.values()) {
      if (!required || deprecated || given.some((other) => stands(other, name, agent))) continue;
      if (given.some((other) => meant(other, agent) === name)) continue; // misspelt: another rule says so
      if (agent.row.id.startsWith('stonith:') && /^(?:action|port|plug)$/.test(name)) continue;
      context.report('missing', type, {
        args: { agent: agent.row.id, name },
        fixes: () => [addParameter(statement, type, name)],
      });
    }
  },
});

/** Adds the parameter behind the last one, or behind the type where there is none. */
function addParameter({ sets }: Statement, type: Word, name: string): Fix {
  const params = sets.find((set) => set.kind === 'params');
  const at = (params?.attributes.at(-1)?.word ?? params?.head ?? type).end;
  const newText = params ? ` ${name}=` : ` params ${name}=`;
  return {
    title: { en: `Add ${name}=`, ja: `${name}= を追加` },
    safe: false,
    edits: [{ span: { start: at, end: at }, newText }],
  };
}

/** Whether an attribute is this parameter: under its name, in the other spelling, or under its older name. */
const stands = (given: string, name: string, agent: AgentFact): boolean =>
  given === name || given.replaceAll('-', '_') === name || agent.parameters.get(given)?.deprecated?.replacedBy === name;

/** The parameter that an unknown name was probably meant to be. */
const meant = (given: string, agent: AgentFact): string | undefined =>
  agent.parameters.has(given) ? undefined : nearestOrPrefix(given, agent.parameters.keys());
