import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { constraintsAt, isBinding, isInfinite } from './shared-graph';

export const colocationReversed = defineRule<CrmModel>()({
  id: 'crm/colocation-reversed',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'In a colocation the first resource is placed where the second is; in an order the first starts before the second. With the same two in the same sequence, what starts first is placed by what needs it: the promotion follows the file system instead of the other way round. Swap the two in the colocation.',
    ja: 'colocation では 1 番目のリソースが 2 番目のいる場所に置かれ、order では 1 番目が先に起動する。同じ 2 つを同じ並びで書くと、先に起動すべき側が依存する側に合わせて配置される（昇格がファイルシステムに従うなど）。colocation の 2 つを入れ替えること。',
  },
  messages: {
    swap: {
      en: '“{first}” starts before “{second}”, but is placed where that is: swap the two.',
      ja: '「{first}」は「{second}」より先に起動するが、その配置に従う指定になっている。2 つを入れ替えること。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: m:Master fs\norder o Mandatory: m:promote fs:start\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m:Master\norder o Mandatory: m:promote fs:start\n',
      'primitive a Dummy\nprimitive b Dummy\ncolocation c -inf: a b\norder o Mandatory: a b\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check(unit, context) {
    const { statement, text } = { ...unit.model, text: unit.text };
    const [first, second] = statement?.members ?? [];
    if (!statement || !first || !second || statement.members.length !== 2 || statement.resourceSets) return;
    if (expand(statement)[0]?.kind !== 'colocation' || !isInfinite(statement.score?.text)) return;
    const same = constraintsAt(configurationOf(unit, context), first.name).some(
      (constraint) =>
        constraint.kind === 'order' &&
        constraint.first.name === first.name &&
        constraint.then.name === second.name &&
        isBinding(constraint),
    );
    if (!same) return;
    const [one, two] = [first.word, second.word];
    context.report('swap', first.span, {
      args: { first: first.name, second: second.name },
      fixes: () => [
        {
          title: { en: 'Swap the two', ja: '2 つを入れ替える' },
          safe: false,
          edits: [
            { span: { start: one.start, end: one.end }, newText: text.slice(two.start, two.end) },
            { span: { start: two.start, end: two.end }, newText: text.slice(one.start, one.end) },
          ],
        },
      ],
    });
  },
});
