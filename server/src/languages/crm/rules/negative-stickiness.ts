import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';

export const negativeStickiness = defineRule<CrmModel>()({
  id: 'crm/negative-stickiness',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'resource-stickiness is what a resource loses by leaving its node. A negative value pushes it away from where it runs, so it wanders at every occasion. To keep a resource in place, or to stop it from going back by itself, use a positive value (or INFINITY).',
    ja: 'resource-stickiness は現在のノードにとどまる強さである。負の値では今のノードから追い出す力となり、機会があるたびに移動する。とどめたい、または自動で戻るのを防ぎたい場合は、正の値（または INFINITY）とすること。',
  },
  messages: {
    away: {
      en: 'A negative stickiness drives the resource away from where it runs.',
      ja: '負の stickiness は、リソースを今のノードから追い出す。',
    },
  },
  examples: {
    bad: ['rsc_defaults resource-stickiness=-10000\n', 'primitive p Dummy meta resource-stickiness=-INFINITY\n'],
    good: ['rsc_defaults resource-stickiness=1000\n', 'rsc_defaults resource-stickiness=0\n'],
  },
  source:
    'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/resources.html, resource-stickiness',
  kinds: ['primitive', 'group', 'clone', 'ms', 'bundle', 'rsc_template', 'rsc_defaults'],
  check({ model: { statement } }, { report }) {
    if (!statement) return;
    const set = statement.kind === 'rsc_defaults' ? 'rsc_defaults' : 'meta';
    for (const { name, value, valueSpan } of attributesOf(statement, set)) {
      if (name !== 'resource-stickiness' || !valueSpan || !/^["']?-\s*(?:[1-9]|inf)/i.test(value ?? '')) continue;
      report('away', valueSpan, {
        fixes: () => [
          {
            title: { en: 'Make it positive', ja: '正の値に変更' },
            safe: false,
            edits: [{ span: valueSpan, newText: (value ?? '').replace('-', '') }],
          },
        ],
      });
    }
  },
});
