import { defineRule } from '../../../core/lint/rule';
import { isAt } from '../findings';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { oldClashes } from '../old-findings';

export const duplicateMetaDisk = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-meta-disk',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'External meta data of two volumes of a host may share a device only under different indexes (`/dev/md[0]`, `/dev/md[1]`); without an index the whole device belongs to one volume.',
    ja: '同じホストの 2 つのボリュームが外部メタデータデバイスを共有できるのは、インデックスが異なる場合だけです（`/dev/md[0]`、`/dev/md[1]`）。インデックスなしではデバイス全体が 1 つのボリュームに割り当てられます。',
  },
  messages: {
    twice: {
      en: 'The meta-disk {disk} is used more than once on host {host}.',
      ja: 'ホスト {host} でメタディスク {disk} が重複しています。',
    },
    other: { en: 'It is also used here.', ja: 'ここでも使われています。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  on alpha { device minor 0; disk /dev/a; meta-disk /dev/m[0]; }\n}\nresource r1 {\n  on alpha { device minor 1; disk /dev/b; meta-disk /dev/m[0]; }\n}\n',
    ],
    good: [
      'resource r0 {\n  on alpha { device minor 0; disk /dev/a; meta-disk /dev/m[0]; }\n}\nresource r1 {\n  on alpha { device minor 1; disk /dev/b; meta-disk /dev/m[1]; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const { use, other } of oldClashes(unit, context, 'meta-disk')) {
      const args = { host: use.host, disk: use.what };
      context.report('twice', use.span, { args, related: [{ found: other, message: 'other' }] });
    }
    if (oldGeneration(context)) return;
    const reported = new Set<number>();
    for (const { namespace, name, span, value } of unit.model.entries) {
      if (namespace !== 'drbd.meta-disk' || reported.has(span.start)) continue;
      const other = context
        .lookup(namespace, name)
        .find((found) => !isAt(found, unit, span) || found.entry.value !== value);
      if (!other) continue;
      reported.add(span.start);
      const [host = '', disk = ''] = [name.slice(0, name.indexOf(':/')), name.slice(name.indexOf(':/') + 1)];
      context.report('twice', span, {
        args: { host, disk },
        related: [{ found: other, message: 'other' }],
      });
    }
  },
});
