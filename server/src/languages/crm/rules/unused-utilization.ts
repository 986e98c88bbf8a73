import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { propertyOf } from './shared-clones';

export const unusedUtilization = defineRule<CrmModel>()({
  id: 'crm/unused-utilization',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive', 'node', 'rsc_template'],
  docs: {
    en: 'Utilization counts only when the property placement-strategy is `utilization`, `balanced` or `minimal`; by default it is ignored, and nodes are overloaded without a word.',
    ja: 'utilization は、プロパティ placement-strategy が `utilization`、`balanced`、`minimal` のいずれかの場合だけ使われる。既定では無視され、ノードが過負荷になっても何も起こらない。',
  },
  messages: {
    ignored: {
      en: 'Utilization is ignored: placement-strategy is not set.',
      ja: 'placement-strategy が設定されていないため、utilization は無視される。',
    },
    default: {
      en: 'Utilization is ignored: placement-strategy is {value}.',
      ja: 'placement-strategy が {value} のため、utilization は無視される。',
    },
  },
  examples: {
    bad: ['node n1\nprimitive p ocf:pacemaker:Dummy utilization cpu=2\n'],
    good: [
      'node n1\nprimitive p ocf:pacemaker:Dummy utilization cpu=2\nproperty placement-strategy=balanced\n',
      'primitive p ocf:pacemaker:Dummy utilization cpu=2\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/utilization.html',
  check({ model: { statement } }, context) {
    const set = statement?.sets.find(({ kind, attributes }) => kind === 'utilization' && attributes.length > 0);
    if (!set || !isWholeCluster(context)) return;
    const value = propertyOf(context, 'placement-strategy')?.replace(/["']/g, '');
    if (value !== undefined && value !== 'default') return;
    const first = set.attributes[0];
    const span = set.head ?? first?.nameSpan;
    if (span) context.report(value === undefined ? 'ignored' : 'default', span, { args: { value: value ?? '' } });
  },
});
