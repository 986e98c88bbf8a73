import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isFalse } from './shared-clones';

export const fencingOff = defineRule<CrmModel>()({
  id: 'crm/fencing-off',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['property'],
  docs: {
    en: 'Fencing is switched off. When nodes lose sight of each other, each half takes the other for dead and starts its services: two nodes write to the same data. Configure a fencing device and switch it on; off is for trying things out.',
    ja: 'フェンシングが無効になっている。ノード同士が通信できなくなると、互いに相手が停止したとみなしてサービスを起動し、両方が同じデータに書き込む。フェンシングデバイスを設定して有効にすること。無効は試験用途に限る。',
  },
  messages: {
    off: {
      en: 'Fencing is off: a cluster that is split can damage its data.',
      ja: 'フェンシングが無効である。分断時にデータを壊すおそれがある。',
    },
    unused: {
      en: 'Fencing is off, although “{device}” is there for it.',
      ja: '「{device}」があるのに、フェンシングが無効である。',
    },
  },
  examples: {
    bad: [
      'property stonith-enabled=false\n',
      'primitive st stonith:fence_xvm params port=a\nproperty stonith-enabled=false\n',
    ],
    good: ['property stonith-enabled=true\n', 'property no-quorum-policy=stop\n'],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/fencing.html',
  check({ model: { statement } }, context) {
    if (!statement) return;
    for (const { name, value, valueSpan } of attributesOf(statement, 'property')) {
      if (!/^(?:stonith|fencing)-enabled$/.test(name) || !valueSpan || !isFalse(value)) continue;
      const [device] = context.lookup('crm.fencing', 'device');
      context.report(device ? 'unused' : 'off', valueSpan, {
        args: { device: (device?.unit.model as CrmModel | undefined)?.statement?.name?.text ?? '' },
        fixes: () => [
          {
            title: { en: 'Switch fencing on', ja: 'フェンシングを有効にする' },
            safe: false,
            edits: [{ span: valueSpan, newText: 'true' }],
          },
        ],
      });
    }
  },
});
