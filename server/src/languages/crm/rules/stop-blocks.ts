import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const stopBlocks = defineRule<CrmModel>()({
  id: 'crm/stop-blocks',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'When the stop fails, on-fail=block leaves the resource as it is until an administrator comes. The cluster has fence devices, so on-fail=fence (the default then) would let it go on elsewhere by itself. Keep block where somebody has to look first.',
    ja: 'stop が失敗したとき、on-fail=block では管理者が対処するまでリソースがそのまま止め置かれる。このクラスタにはフェンスデバイスがあるため、on-fail=fence（この場合の既定値）なら自動で別ノードに引き継げる。先に人が確認すべき場合は block のままでよい。',
  },
  messages: {
    block: {
      en: 'A stop that fails waits for an administrator here: with on-fail=fence the cluster goes on by itself.',
      ja: 'stop の失敗時に管理者の対処待ちとなる。on-fail=fence なら自動で引き継がれる。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy op stop interval=0 timeout=60s on-fail=block\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy op stop interval=0 timeout=60s on-fail=block\n',
      'primitive a ocf:heartbeat:Dummy op stop interval=0 timeout=60s on-fail=block\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9\nproperty stonith-enabled=false\n',
      'primitive a ocf:heartbeat:Dummy op stop interval=0 timeout=60s on-fail=fence\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9\n',
    ],
  },
  source: 'Pacemaker Explained, operation properties',
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement } }, context) {
    for (const { name, attributes } of statement?.operations ?? []) {
      const block = attributes.find((one) => one.name === 'on-fail' && one.value?.toLowerCase() === 'block');
      if (name?.value !== 'stop' || !block?.valueSpan || !context.has('crm.fencing', 'device')) continue;
      const span = block.valueSpan;
      const enabled = ['stonith-enabled', 'fencing-enabled'].flatMap((property) =>
        context.lookup('crm.property', property),
      );
      if (enabled.some(({ entry }) => /^(?:false|no|off|n|0)$/i.test(entry.value ?? ''))) continue;
      context.report('block', block.word, {
        fixes: () => [
          {
            title: { en: 'Set on-fail=fence', ja: 'on-fail=fence にする' },
            safe: false,
            edits: [{ span, newText: 'fence' }],
          },
        ],
      });
    }
  },
});
