import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { commonSection, managedResources, optionOf } from './shared-cluster';

export const autoPromoteByPacemaker = defineRule<DrbdModel>()({
  id: 'drbd/auto-promote-by-pacemaker',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'DRBD 9 makes a resource Primary by itself when its device is opened. Where Pacemaker promotes it, a mount by hand on the wrong node succeeds instead of failing. `options { auto-promote no; }` leaves it to Pacemaker.',
    ja: 'DRBD 9 はデバイスが開かれると自動的に Primary にする。Pacemaker が昇格させる構成では、誤ったノードでの手動マウントが失敗せずに成功してしまう。`options { auto-promote no; }` とすれば昇格は Pacemaker だけが行う。',
  },
  messages: {
    on: {
      en: 'Pacemaker promotes {name}, and DRBD does so by itself too: consider options { auto-promote no; }.',
      ja: '{name} は Pacemaker が昇格させるが、DRBD 自身も昇格させる。options { auto-promote no; } を検討すること。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  on a { node-id 0; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  options { auto-promote no; }\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\n# linux-ha: drbd 8.4\nresource r0 {\n  net { protocol C; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, auto-promote',
  check(unit, context) {
    if (unit.model.resources.length === 0 || oldGeneration(context)) return;
    for (const { item, name } of managedResources(unit, context)) {
      const said = optionOf(item, commonSection(context), ['options'], 'auto-promote');
      if (!name || said?.item.args[0]?.text === 'no') continue;
      context.report('on', name.span, { args: { name: name.text } });
    }
  },
});
