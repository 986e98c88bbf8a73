import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isInfinite } from './shared-graph';

export const locationInfinite = defineRule<CrmModel>()({
  id: 'crm/location-infinite',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['location'],
  docs: {
    en: 'A score of infinity is stronger than any stickiness: the resource goes back to this node as soon as it returns, with another interruption. A finite score below resource-stickiness is a preference that leaves it where it is.',
    ja: 'スコア inf はどの stickiness よりも強く、ノードが復帰するとリソースがすぐに戻り、再びサービスが中断する。resource-stickiness より小さい有限の値にすれば、優先しつつ現在の場所にとどまる。',
  },
  messages: {
    back: {
      en: 'inf forces a fail-back to {node} as soon as it returns, whatever the stickiness.',
      ja: 'inf では stickiness に関わらず、{node} の復帰後すぐにフェイルバックする。',
    },
  },
  examples: {
    bad: ['primitive a Dummy\nlocation l a inf: n1\nrsc_defaults resource-stickiness=1000\n'],
    good: [
      'primitive a Dummy\nlocation l a 100: n1\nrsc_defaults resource-stickiness=1000\n',
      'primitive a Dummy\nlocation l a inf: n1\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check({ model: { statement } }, context) {
    if (
      !statement?.score ||
      !statement.node ||
      !isInfinite(statement.score.text) ||
      /^cli-/.test(statement.name?.text ?? '')
    )
      return;
    // Without stickiness it would go back anyway.
    const sticks = context
      .lookup('crm.rsc_defaults', 'resource-stickiness')
      .some(({ entry }) => !/^["']?[-+]?(?:0|inf.*)["']?$/i.test(entry.value ?? '0'));
    if (sticks) context.report('back', statement.score.span, { args: { node: statement.node.name } });
  },
});
