import { defineRule } from '../../../core/lint/rule';
import { declarationOf } from '../effective/configuration';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { isPromotable } from './shared-clones';
import { configurationOf } from './shared-drbd';

export const orderOptional = defineRule<CrmModel>()({
  id: 'crm/order-optional',
  severity: 'information',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'An optional order counts only when both start in the same step: if the promotion fails, the second starts all the same. What needs the promoted instance needs `Mandatory:`.',
    ja: 'Optional の order は両方が同時に起動する場合だけ有効で、昇格に失敗しても 2 番目は起動する。昇格したインスタンスを必要とするものには `Mandatory:` とすること。',
  },
  messages: {
    optional: {
      en: 'Optional: “{second}” is not held back when “{first}” is not promoted.',
      ja: 'Optional のため、「{first}」が昇格していなくても「{second}」は起動する。',
    },
  },
  examples: {
    bad: ['primitive s ocf:pacemaker:Stateful\nms m s\nprimitive a Dummy\norder o Optional: m:promote a:start\n'],
    good: [
      'primitive s ocf:pacemaker:Stateful\nms m s\nprimitive a Dummy\norder o Mandatory: m:promote a:start\n',
      'primitive p ocf:pacemaker:ping params host_list=192.0.2.1\nclone c p\nprimitive a Dummy\norder o 0: c a symmetrical=false\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check(unit, context) {
    const { statement } = unit.model;
    const [pair] = statement ? expand(statement) : [];
    if (
      pair?.kind !== 'order' ||
      pair.strength !== 'Optional' ||
      pair.first.qualifier !== 'promote' ||
      !statement?.score
    )
      return;
    const first = declarationOf(configurationOf(unit, context), pair.first.name);
    if (!first || !isPromotable(first.statement)) return;
    const { span } = statement.score;
    context.report('optional', span, {
      args: { first: pair.first.name, second: pair.then.name },
      fixes: () => [
        {
          title: { en: 'Write Mandatory', ja: 'Mandatory と書く' },
          safe: false,
          edits: [{ span, newText: 'Mandatory' }],
        },
      ],
    });
  },
});
