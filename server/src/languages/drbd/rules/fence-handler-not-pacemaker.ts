import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { commonSection, managedResources, optionOf } from './shared-cluster';

/** Handlers that talk to something else than Pacemaker. */
const others = /\/(drbd-peer-outdater|outdate-peer\.sh|rhcs_fence|obliterate-peer\.sh|stonith_admin-fence-peer\.sh)\b/;

export const fenceHandlerNotPacemaker = defineRule<DrbdModel>()({
  id: 'drbd/fence-handler-not-pacemaker',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'This handler was made for another cluster manager. Under Pacemaker the peer is kept from being promoted by a constraint, which `crm-fence-peer.9.sh` (8.4: `crm-fence-peer.sh`) sets and its `unfence` counterpart takes away.',
    ja: 'このハンドラは別のクラスタマネージャー用である。Pacemaker では、`crm-fence-peer.9.sh`（8.4 では `crm-fence-peer.sh`）が制約を設定して対向ノードの昇格を防ぎ、対になる `unfence` が解除する。',
  },
  messages: {
    other: {
      en: '{handler} is not for Pacemaker, which manages {name}: use {right}.',
      ja: '{name} は Pacemaker が管理するが、{handler} は Pacemaker 用ではない。{right} を使うこと。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  handlers { fence-peer "/usr/lib/heartbeat/drbd-peer-outdater -t 5"; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  handlers { fence-peer "/usr/lib/drbd/crm-fence-peer.9.sh"; }\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-fencing-cib',
  check(unit, context) {
    for (const { item, name } of managedResources(unit, context)) {
      const handler = optionOf(item, commonSection(context), ['handlers'], 'fence-peer');
      const word = handler?.item.args[0];
      const [, script] = others.exec(word?.text ?? '') ?? [];
      if (!handler || !word || !name || script === undefined) continue;
      const right = `/usr/lib/drbd/crm-fence-peer${oldGeneration(context) ? '' : '.9'}.sh`;
      context.report('other', handler.own ? word.span : name.span, {
        args: { handler: script, name: name.text, right },
        fixes: () =>
          handler.own
            ? [
                {
                  title: { en: `Change to ${right}`, ja: `${right} に変更` },
                  safe: false,
                  edits: [{ span: word.span, newText: `"${right}"` }],
                },
              ]
            : [],
      });
    }
  },
});
