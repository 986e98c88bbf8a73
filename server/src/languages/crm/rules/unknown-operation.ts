import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const unknownOperation = defineRule<CrmModel>()({
  id: 'crm/unknown-operation',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The agent does not list this action. Pacemaker would call the agent with it and get “unimplemented”, or never call it. crm verify warns. Correct the name.',
    ja: 'エージェントにこのアクションはない。Pacemaker が呼び出しても「未実装」が返るか、呼び出されることがない。crm verify は警告する。名前を直すこと。',
  },
  messages: {
    unknown: { en: '{agent} has no action “{name}”.', ja: '{agent} に「{name}」というアクションはない。' },
    nearest: {
      en: '{agent} has no action “{name}”. Did you mean “{other}”?',
      ja: '{agent} に「{name}」というアクションはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: [
      'primitive p ocf:heartbeat:IPaddr2 params ip=10.0.0.1 op moniter interval=10s',
      'primitive p ocf:heartbeat:IPaddr2 params ip=10.0.0.1 op promote timeout=10s',
    ],
    good: [
      'primitive p ocf:heartbeat:IPaddr2 params ip=10.0.0.1 op monitor interval=10s',
      'primitive f stonith:fence_xvm op start timeout=60s',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_ops',
  check({ model: { statement, agent } }, context) {
    if (!statement || !agent) return;
    const known = new Set(agent.actions.map(({ name }) => name));
    if (known.size === 0) return;
    for (const { name } of statement.operations) {
      if (!name || known.has(name.value) || isTemplated(name.value)) continue;
      if (agent.row.id.startsWith('stonith:') && (name.value === 'start' || name.value === 'stop')) continue;
      const other = nearest(name.value, known);
      context.report(other === undefined ? 'unknown' : 'nearest', name, {
        args: { agent: agent.row.id, name: name.value, other: other ?? '' },
        fixes: () => changeTo(name, other),
      });
    }
  },
});
