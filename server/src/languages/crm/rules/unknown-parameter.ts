import { nearestOrPrefix } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const unknownParameter = defineRule<CrmModel>()({
  id: 'crm/unknown-parameter',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The resource agent does not declare a parameter of this name. Pacemaker hands it over all the same, the agent ignores it, and what was meant is not set. crm verify reports it as an error. Correct the name, or remove it.',
    ja: 'リソースエージェントはこの名前のパラメータを宣言していない。Pacemaker はそのまま渡すがエージェントは無視するため、意図した設定にならない。crm verify ではエラーになる。名前を直すか削除すること。',
  },
  messages: {
    unknown: { en: '{agent} has no parameter “{name}”.', ja: '{agent} に「{name}」というパラメータはない。' },
    nearest: {
      en: '{agent} has no parameter “{name}”. Did you mean “{other}”?',
      ja: '{agent} に「{name}」というパラメータはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: ['primitive vip ocf:heartbeat:IPaddr2 params ipp=10.0.0.1', 'primitive vip IPaddr2 ip=10.0.0.1 netmask=24'],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1',
      'primitive x ocf:mine:unknown params whatever=1',
      'primitive f stonith:fence_xvm params pcmk_host_list=n1',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_params',
  check({ model: { statement, agent, facts } }, context) {
    if (!statement || !agent) return;
    const meta = facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() });
    for (const { name, nameSpan, value } of attributesOf(statement, 'params')) {
      if (name === '' || /^[$@]/.test(name) || isTemplated(name) || value === undefined) continue;
      if (agent.parameters.has(name) || agent.parameters.has(name.replaceAll('-', '_')) || /^pcmk_/.test(name))
        continue;
      if (meta?.has(name)) continue; // in the wrong place: another rule says so
      const other = nearestOrPrefix(name, agent.parameters.keys());
      context.report(other === undefined ? 'unknown' : 'nearest', nameSpan, {
        args: { agent: agent.row.id, name, other: other ?? '' },
        fixes: () => changeTo(nameSpan, other),
      });
    }
  },
});
