import { defineRule } from '../../../core/lint/rule';
import { members } from '../ast';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import type { HostView, ResourceView } from '../model/resource';

/** Hosts that a connection is made between without a `connection` section: those of a mesh, or a resource's only two. */
function paired(resource: ResourceView): readonly HostView[] {
  const mesh = resource.meshes
    .flatMap((item) => members(item, 'hosts'))
    .flatMap(({ args }) => args.map(({ text }) => text));
  const hosts = resource.hosts.filter(({ names }) => names.some(({ text }) => mesh.includes(text)));
  if (hosts.length > 1) return hosts;
  return resource.connections.length === 0 && resource.hosts.length === 2 ? resource.hosts : [];
}

/** Hosts that drbdadm finds no node-id for: it makes up 0 and 1 for two hosts that it connects itself. */
function hostsWithout(resource: ResourceView): readonly HostView[] {
  const lacking = resource.hosts.filter(({ nodeId, kind }) => !nodeId && kind !== 'this-host');
  const pair = paired(resource);
  const derived = pair.length === 2 && pair.every(({ nodeId, address }) => !nodeId && address);
  return derived ? lacking.filter((host) => !pair.includes(host)) : lacking;
}

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
    address: { en: 'Host {host} has no address.', ja: 'ホスト {host} に address がありません。' },
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
      const pair = paired(resource);
      const addressless = pair.filter(({ address }) => !address);
      const noIds = pair.length === 2 && pair.every(({ nodeId }) => !nodeId);
      // With node-ids given drbdadm is content with one address; a connection needs both all the same.
      const refused = noIds || addressless.length === pair.length;
      for (const host of addressless) {
        const args = { host: host.names[0]?.text ?? '' };
        context.report('address', host.item.keyword.span, { args, severity: refused ? 'error' : 'warning' });
      }
      if (noIds && addressless.length > 0) continue;
      for (const host of hostsWithout(resource)) {
        context.report('missing', host.item.keyword.span, { args: { host: host.names[0]?.text ?? '' } });
      }
    }
  },
});
