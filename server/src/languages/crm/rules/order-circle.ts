import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { isBinding, orderCircle } from './shared-graph';

export const orderCircleRule = defineRule<CrmModel>()({
  id: 'crm/order-circle',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'The orders go round in a circle (the order within groups counts too): each resource waits for another, so Pacemaker has to ignore one of the orders or starts none of them. Delete one, or make it Optional.',
    ja: 'order 制約（グループ内の順序を含む）が循環している。互いに待ち合うため、Pacemaker はどれかの order を無視するか、どれも起動しない。1 つを削除するか Optional にすること。',
  },
  messages: {
    circle: { en: 'This order closes a circle: {way}.', ja: 'この order で循環が生じる: {way}。' },
  },
  examples: {
    bad: [
      'primitive a Dummy\nprimitive b Dummy\norder o1 Mandatory: a b\norder o2 Mandatory: b a\n',
      'primitive a Dummy\nprimitive b Dummy\ngroup g a b\norder o Mandatory: b a\n',
    ],
    good: [
      'primitive a Dummy\nprimitive b Dummy\norder o1 Mandatory: a b\norder o2 Optional: b a\n',
      'primitive a Dummy\nprimitive b Dummy\ngroup g a b\nprimitive c Dummy\norder o Mandatory: c g\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pacemaker/pcmk_graph_producer.c: actions that wait for one another are dropped',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.name) return;
    const configuration = configurationOf(unit, context);
    for (const constraint of expand(statement)) {
      if (constraint.kind !== 'order' || !isBinding(constraint)) continue;
      const way = orderCircle(configuration, constraint);
      if (!way) continue;
      context.report('circle', statement.name.span, { args: { way: way.join(' → ') } });
      return;
    }
  },
});
