import { defineRule } from '../../../core/lint/rule';
import { members } from '../ast';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';

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
        const found = statement.args.map((host) => ({
          host,
          section: resource.hosts.find(({ names }) =>
            names.some(({ text }) => text.toLowerCase() === host.text.toLowerCase()),
          ),
        }));
        for (const { host, section } of found) {
          if (resource.incomplete || host.kind === 'template') continue;
          const args = { host: host.text };
          if (!section) context.report('unknown', host.span, { args });
          else if (!section.address) {
            // A mesh of one host is not looked into any further.
            context.report('address', host.span, { args, severity: found.length > 1 ? 'error' : 'warning' });
          }
        }
        if (statement.args.length === 1) context.report('single', statement.keyword.span, { severity: 'warning' });
      }
    }
  },
});
