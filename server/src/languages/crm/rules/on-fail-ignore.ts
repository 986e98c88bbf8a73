import { defineRule } from '../../../core/lint/rule';
import { withoutWord } from '../edits';
import type { CrmModel } from '../model';

export const onFailIgnore = defineRule<CrmModel>()({
  id: 'crm/on-fail-ignore',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'With on-fail=ignore Pacemaker acts as if the operation had gone well. After a failed monitor the service stays down; after a failed stop it may still run here while it starts elsewhere, which data do not survive. Leave it away: a failed monitor restarts the resource then, and a failed stop fences the node. Fence devices are left out.',
    ja: 'on-fail=ignore では、オペレーションが成功したものとして扱われる。monitor の失敗を無視するとサービスは停止したままになり、stop の失敗を無視すると動作したまま別ノードでも起動され、データが壊れるおそれがある。省略すれば、monitor の失敗で再起動、stop の失敗でフェンシングとなる。フェンスデバイスは対象外とする。',
  },
  messages: {
    ignored: {
      en: 'A {operation} that fails is ignored: nothing recovers the resource.',
      ja: '{operation} の失敗が無視され、リソースは復旧されない。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy op monitor interval=10s on-fail=ignore'],
    good: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s on-fail=restart',
      'primitive f stonith:fence_ipmilan params ip=192.0.2.9 op stop interval=0 timeout=60s on-fail=ignore',
    ],
  },
  source: 'Pacemaker Explained, operation properties',
  kinds: ['primitive', 'rsc_template'],
  check({ text, model: { statement } }, context) {
    if (!statement || /^(?:stonith:|fence_)/.test(statement.agent?.value ?? '')) return;
    for (const { name, attributes } of statement.operations) {
      const ignore = attributes.find((one) => one.name === 'on-fail' && one.value?.toLowerCase() === 'ignore');
      if (!ignore || (name?.value !== 'monitor' && name?.value !== 'stop')) continue;
      context.report('ignored', ignore.word, {
        args: { operation: name.value },
        fixes: () => [
          {
            title: { en: 'Delete on-fail', ja: 'on-fail を削除' },
            safe: false,
            edits: [withoutWord(text, ignore.word)],
          },
        ],
      });
    }
  },
});
