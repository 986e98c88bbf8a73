import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { orderCircle } from './shared-graph';

export const orderCircleRule = defineRule<CrmModel>()({
  id: 'crm/order-circle',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'The orders go round in a circle (the order within groups counts too): each resource waits for another, and Pacemaker starts none of them. It does not help to make one of them Optional: that counts, too, when both are to start. Delete one of the orders, or turn it round.',
    ja: 'order 制約（グループ内の順序を含む）が循環している。互いに待ち合うため、Pacemaker はどれも起動しない。Optional にしても、両方を起動するときには効くため解決しない。どれか 1 つの order を削除するか、向きを逆にすること。',
  },
  messages: {
    circle: { en: 'This order closes a circle: {way}.', ja: 'この order で循環が生じる: {way}。' },
  },
  examples: {
    bad: [
      'primitive a Dummy\nprimitive b Dummy\norder o1 Mandatory: a b\norder o2 Mandatory: b a\n',
      'primitive a Dummy\nprimitive b Dummy\ngroup g a b\norder o Mandatory: b a\n',
      'primitive a Dummy\nprimitive b Dummy\norder o1 Mandatory: a b\norder o2 Optional: b a\n',
    ],
    good: [
      'primitive s ocf:pacemaker:Stateful\nclone m s meta promotable=true\nprimitive v Dummy\norder o1 Mandatory: m:start v:start\norder o2 Mandatory: v:start m:promote\n',
      'primitive a Dummy\nprimitive b Dummy\ngroup g a b\nprimitive c Dummy\norder o Mandatory: c g\n',
    ],
  },
  source: 'measured with pacemaker 2.1.5, crm_simulate: the transition ends before any of them is started',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.name) return;
    const configuration = configurationOf(unit, context);
    for (const constraint of expand(statement)) {
      // One resource with itself is another finding.
      if (constraint.kind !== 'order' || constraint.first.name === constraint.then.name) continue;
      const way = orderCircle(configuration, constraint);
      if (!way) continue;
      context.report('circle', statement.name.span, { args: { way: way.join(' → ') } });
      return;
    }
  },
});
