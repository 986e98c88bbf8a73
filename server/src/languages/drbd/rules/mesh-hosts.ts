import { defineRule } from '../../../core/lint/rule';
import { members } from '../ast';
import { oldGeneration } from '../generation';
import { linksOf } from '../links';
import type { DrbdModel } from '../model';
import { namesIn } from '../names-in';

export const meshHosts = defineRule<DrbdModel>()({
  id: 'drbd/mesh-hosts',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A `connection-mesh` names hosts that have a section with an address in the same resource. With fewer than two hosts it connects nothing.',
    ja: '`connection-mesh` の `hosts` には、同じリソース内にアドレス付きの on セクションがあるホストを書きます。2 台未満では何も接続されません。',
  },
  messages: {
    unknown: {
      en: 'The resource has no section for the host {host}.',
      ja: 'このリソースにホスト {host} の on セクションがありません。',
    },
    address: {
      en: 'The section of the host {host} has no address.',
      ja: 'ホスト {host} の on セクションに address がありません。',
    },
    single: {
      en: 'A mesh of fewer than two hosts connects nothing.',
      ja: 'ホストが 2 台未満のメッシュでは何も接続されません。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n  connection-mesh { hosts a z; }\n}\n',
    ],
    good: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n  connection-mesh { hosts a b; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    if (oldGeneration(context)) return;
    for (const resource of unit.model.resources) {
      for (const statement of resource.meshes.flatMap((mesh) => members(mesh, 'hosts'))) {
        if (statement.args.length === 1) context.report('single', statement.keyword.span, { severity: 'warning' });
      }
      if (resource.incomplete) continue;
      const reported = new Set<number>();
      for (const { rule, message, span, args } of linksOf(resource, namesIn(context)).slips) {
        if (rule !== 'mesh-hosts' || reported.has(span.start)) continue;
        reported.add(span.start);
        context.report(message, span, { args });
      }
    }
  },
});
