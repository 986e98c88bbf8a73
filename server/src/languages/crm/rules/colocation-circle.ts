import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { colocationCircle, isInfinite } from './shared-graph';

export const colocationCircleRule = defineRule<CrmModel>()({
  id: 'crm/colocation-circle',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'Each of these resources is to be placed where another one is, all round. Pacemaker breaks such a circle somewhere, and when one of them fails the others may stay or move in ways that nobody meant. Keep one direction: what depends comes first.',
    ja: 'これらのリソースは、互いに相手のいる場所に置くよう指定されている。Pacemaker はどこかで循環を断ち切るため、1 つが故障したときの動きが意図と異なることがある。依存する側を先に書く一方向だけにすること。',
  },
  messages: {
    circle: { en: 'This colocation closes a circle: {way}.', ja: 'この colocation で循環が生じる: {way}。' },
  },
  examples: {
    bad: ['primitive a Dummy\nprimitive b Dummy\ncolocation c1 inf: a b\ncolocation c2 inf: b a\n'],
    good: ['primitive a Dummy\nprimitive b Dummy\nprimitive c Dummy\ncolocation c1 inf: a b\ncolocation c2 inf: c b\n'],
  },
  source: 'pacemaker 2.1.5, lib/pacemaker/pcmk_sched_primitive.c: "Dependency loop detected"',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.name) return;
    const configuration = configurationOf(unit, context);
    for (const constraint of expand(statement)) {
      if (constraint.kind !== 'colocation' || !isInfinite(constraint.score)) continue;
      const way = colocationCircle(configuration, constraint.dependent.name, constraint.with.name);
      if (!way) continue;
      context.report('circle', statement.name.span, { args: { way: way.join(' → ') } });
      return;
    }
  },
});
