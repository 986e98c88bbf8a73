import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { addMeta, cloneRound, isPromotable, ownUnit } from './shared-clones';
import { configurationOf } from './shared-drbd';

/** Agents that do nothing useful without a promoted role. */
const stateful = /^(?:ocf:)?(?:linbit:drbd|pacemaker:Stateful|heartbeat:galera|suse:SAPHana(?:Controller)?)$/;

export const needsPromotable = defineRule<CrmModel>()({
  id: 'crm/needs-promotable',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The agent knows two roles and does its work in the promoted one. In a plain clone nothing is ever promoted: DRBD, for one, stays Secondary everywhere. The clone needs `meta promotable=true` (before Pacemaker 2: an `ms` statement).',
    ja: 'このエージェントには 2 つの役割があり、昇格した側が働く。通常のクローンでは昇格が行われず、たとえば DRBD は全ノードで Secondary のままになる。クローンに `meta promotable=true` が必要である（Pacemaker 2 より前は `ms`）。',
  },
  messages: {
    clone: {
      en: '“{clone}” is not promotable, so “{name}” is never promoted.',
      ja: '「{clone}」は promotable でないため、「{name}」が昇格することはない。',
    },
  },
  examples: {
    bad: ['primitive d ocf:linbit:drbd params drbd_resource=r0\nclone c d meta notify=true\n'],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nclone c d meta promotable=true notify=true\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms c d meta notify=true\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !statement.agent || !stateful.test(statement.agent.value)) return;
    const clone = cloneRound(configurationOf(unit, context), name.text);
    if (!clone || isPromotable(clone.statement)) return;
    const home = ownUnit(clone);
    context.report('clone', name.span, {
      args: { name: name.text, clone: clone.statement.name?.text ?? '' },
      fixes: () => (home ? [addMeta(unit, 'promotable', 'true', home)] : []),
    });
  },
});
