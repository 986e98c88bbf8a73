import { defineRule } from '../../../core/lint/rule';
import { withoutAttribute } from '../edits';
import { attributesOf, type CrmModel } from '../model';
import type { Attribute } from '../statement';
import { isFalse, isTrue } from './shared-clones';

export const leftOn = defineRule<CrmModel>()({
  id: 'crm/left-on',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'This was set for some work on the cluster and is still on: it keeps the cluster from managing, starting or moving what it should. In a file that is loaded again it comes back each time. Delete it once the work is done.',
    ja: '作業のための設定が残っている。クラスタは本来の管理・起動・移動を行わない。このファイルを読み込むたびに再び有効になるため、作業が済んだら削除すること。',
  },
  messages: {
    maintenance: {
      en: '{name} is on: the cluster manages nothing of it.',
      ja: '{name} が有効で、クラスタの管理対象外になっている。',
    },
    stopped: { en: 'It is set to stay stopped.', ja: '停止したままにする設定である。' },
    startup: {
      en: 'A node that was never seen may still run resources, and is not fenced for it.',
      ja: '一度も見えていないノードがリソースを動かしていても、フェンシングされない。',
    },
  },
  examples: {
    bad: [
      'property maintenance-mode=true\n',
      'node a attributes standby=on\n',
      'primitive p Dummy meta target-role=Stopped\n',
      'property startup-fencing=false\n',
      'rsc_defaults is-managed=false\n',
    ],
    good: [
      'property maintenance-mode=false\n',
      'node a attributes standby=off\n',
      'primitive p Dummy meta target-role=Started\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/options.html',
  kinds: ['property', 'node', 'primitive', 'group', 'clone', 'ms', 'bundle', 'rsc_template', 'rsc_defaults'],
  check({ text, model: { statement } }, { report }) {
    if (!statement) return;
    const sets = { property: 'property', node: 'attributes', rsc_defaults: 'rsc_defaults' } as const;
    const set = statement.kind in sets ? sets[statement.kind as keyof typeof sets] : 'meta';
    for (const attribute of attributesOf(statement, set)) {
      const message = left(set, attribute);
      if (message === undefined || !attribute.valueSpan) continue;
      const { name } = attribute;
      report(message, attribute.valueSpan, {
        args: { name },
        ...((message === 'stopped' || set === 'attributes') && { severity: 'information' as const }),
        fixes: () => [
          {
            title: { en: `Delete ${name}`, ja: `${name} を削除` },
            safe: false,
            edits: [withoutAttribute(text, statement, attribute)],
          },
        ],
      });
    }
  },
});

function left(set: string, { name, value }: Attribute): 'maintenance' | 'stopped' | 'startup' | undefined {
  if (set === 'property') {
    if (name === 'startup-fencing' && isFalse(value)) return 'startup';
    return (name === 'maintenance-mode' || name === 'stop-all-resources') && isTrue(value) ? 'maintenance' : undefined;
  }
  if (set === 'attributes')
    return (name === 'standby' || name === 'maintenance') && isTrue(value) ? 'maintenance' : undefined;
  if (name === 'target-role' && /^["']?stopped["']?$/i.test(value ?? '')) return 'stopped';
  if (name === 'maintenance' && isTrue(value)) return 'maintenance';
  return name === 'is-managed' && isFalse(value) ? 'maintenance' : undefined;
}
