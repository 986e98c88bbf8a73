import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { reportOld } from '../old-findings';

export const incompleteHost = defineRule<DrbdModel>()({
  id: 'drbd/incomplete-host',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'DRBD 8.3 and 8.4 want `device`, `disk`, `meta-disk` and `address` for every host: in its section, or (all but the address) at the level of the resource in front of it. What stands behind the host section comes too late. DRBD 9 knows diskless hosts and takes `meta-disk internal` as read.',
    ja: 'DRBD 8.3 / 8.4 では、すべてのホストに `device`、`disk`、`meta-disk`、`address` が必要です。on セクションの中か、（`address` 以外は）on セクションより前のリソースのレベルに書きます。on セクションより後に書いたものは反映されません。DRBD 9 ではディスクレスのホストが認められ、`meta-disk internal` は省略できます。',
  },
  messages: {
    missing: {
      en: 'Host {host} has no "{what}"; DRBD 8 wants it, in the host section or in front of it.',
      ja: 'ホスト {host} に「{what}」がありません。DRBD 8 では on セクションの中か、それより前に必要です。',
    },
  },
  examples: {
    bad: [
      '# linux-ha: drbd 8.4\nresource r0 {\n  on alpha { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n}\n',
      '# linux-ha: drbd 8.4\nresource r0 {\n  on alpha { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n  meta-disk internal;\n}\n',
    ],
    good: [
      '# linux-ha: drbd 8.4\nresource r0 {\n  meta-disk internal;\n  on alpha { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n}\n',
      'resource r0 {\n  on alpha { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, user/v84/drbdadm_parser.c',
  check(unit, context) {
    reportOld(unit, context, 'incomplete-host');
  },
});
