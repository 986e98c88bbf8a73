import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import { linksOf } from '../links';
import type { DrbdModel } from '../model';
import { namesIn } from '../names-in';

export const missingNodeId = defineRule<DrbdModel>()({
  id: 'drbd/missing-node-id',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'With three or more hosts, or with `connection` sections, every host needs a `node-id` (0 to 31) of its own. Only for two hosts without a `connection` section does drbdadm make up 0 and 1, from the addresses. A number in use must never change: the meta data holds it.',
    ja: 'ホストが 3 台以上の場合や `connection` セクションがある場合は、すべてのホストに固有の `node-id`（0～31）が必要です。`connection` のない 2 ホスト構成に限り、drbdadm がアドレスから 0 と 1 を割り当てます。番号はメタデータに記録されるため、使用開始後は変更しないでください。',
  },
  messages: {
    missing: { en: 'Host {host} needs a node-id.', ja: 'ホスト {host} に node-id が必要です。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n  on c { address 10.0.0.3:7788; }\n  connection-mesh { hosts a b c; }\n}\n',
    ],
    good: ['resource r0 {\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    if (oldGeneration(context)) return;
    for (const resource of unit.model.resources) {
      if (resource.incomplete) continue;
      for (const { rule, span, args } of linksOf(resource, namesIn(context)).slips)
        if (rule === 'missing-node-id') context.report('missing', span, { args });
    }
  },
});
