import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { commonSection, managedResources, optionOf, stonithEnabled } from './shared-cluster';

export const stonithWithoutFencing = defineRule<DrbdModel>()({
  id: 'drbd/stonith-without-fencing',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'The cluster has fencing, but DRBD does not use it: when the replication link alone fails, both sides go on, and a failover then starts from old data. Set `fencing resource-and-stonith` with the `crm-fence-peer` handlers, or `quorum` with three nodes.',
    ja: 'クラスタにはフェンシングがあるが、DRBD は利用していない。レプリケーション経路だけが切れると両側が動き続け、その後のフェイルオーバで古いデータから始まることがある。`crm-fence-peer` ハンドラとともに `fencing resource-and-stonith` を設定するか、3 ノードで `quorum` を使うこと。',
  },
  messages: {
    none: {
      en: 'The cluster fences, but {name} has neither fencing nor quorum: a broken replication link is not noticed.',
      ja: 'クラスタにはフェンシングがあるが、{name} には fencing も quorum もなく、レプリケーション経路の切断に対応できない。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=true\n== drbd.d/r.res ==\nresource r0 {\n  net { protocol C; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=true\n== drbd.d/r.res ==\nresource r0 {\n  options { quorum majority; }\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=true\n== drbd.d/r.res ==\ncommon {\n  net { fencing resource-only; }\n}\nresource r0 {\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-fencing',
  check(unit, context) {
    if (unit.model.resources.length === 0 || stonithEnabled(context) !== true) return;
    const common = commonSection(context);
    for (const { item, name } of managedResources(unit, context)) {
      const fencing = optionOf(item, common, ['net', 'disk'], 'fencing')?.item.args[0]?.text ?? 'dont-care';
      const quorum = optionOf(item, common, ['options'], 'quorum')?.item.args[0]?.text ?? 'off';
      if (name && fencing === 'dont-care' && quorum === 'off')
        context.report('none', name.span, { args: { name: name.text } });
    }
  },
});
