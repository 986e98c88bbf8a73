import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { commonSection, managedResources, optionOf, stonithEnabled } from './shared-cluster';

export const fencingWithoutStonith = defineRule<DrbdModel>()({
  id: 'drbd/fencing-without-stonith',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'With `fencing resource-and-stonith` DRBD stops all writing when it loses its peer, until the peer is fenced. The crm file near by switches fencing off, so that never comes, and the service hangs. Configure fencing in Pacemaker, or use `resource-only`.',
    ja: '`fencing resource-and-stonith` では、対向ノードを失うとフェンシングが済むまで DRBD は書き込みを止める。近くの crm ファイルではフェンシングが無効のため、解除されずサービスが停止したままになる。Pacemaker でフェンシングを設定するか、`resource-only` とすること。',
  },
  messages: {
    waits: {
      en: '{name} waits for fencing when it loses its peer, but stonith-enabled is false in the cluster.',
      ja: '{name} は対向ノードを失うとフェンシングを待つが、クラスタでは stonith-enabled が無効である。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=false\n== drbd.d/r.res ==\nresource r0 {\n  net { fencing resource-and-stonith; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=true\n== drbd.d/r.res ==\nresource r0 {\n  net { fencing resource-and-stonith; }\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nproperty stonith-enabled=false\n== drbd.d/r.res ==\nresource r0 {\n  net { fencing resource-only; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, fencing',
  check(unit, context) {
    if (unit.model.resources.length === 0 || stonithEnabled(context) !== false) return;
    for (const { item, name } of managedResources(unit, context)) {
      const fencing = optionOf(item, commonSection(context), ['net', 'disk'], 'fencing');
      const word = fencing?.item.args[0];
      if (!name || word?.text !== 'resource-and-stonith') continue;
      context.report('waits', fencing?.own ? word.span : name.span, { args: { name: name.text } });
    }
  },
});
