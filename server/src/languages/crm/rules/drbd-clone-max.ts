import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { clonedResource, hostsOf, metaOf } from './shared-drbd';

export const drbdCloneMax = defineRule<CrmModel>()({
  id: 'crm/drbd-clone-max',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['clone', 'ms'],
  docs: {
    en: 'An instance of a DRBD clone runs on each host of the resource. With more instances than hosts the surplus ones fail on nodes without an `on` section; with one instance there is no replication. Set `clone-max` to the number of hosts.',
    ja: 'DRBD のクローンは、リソースの各ホストで 1 インスタンスずつ動く。ホスト数より多いと、`on` セクションのないノードで余分なインスタンスが失敗する。1 つではレプリケーションにならない。`clone-max` はホスト数とすること。',
  },
  messages: {
    more: {
      en: 'clone-max={max}, but the DRBD resource {resource} has {hosts} hosts.',
      ja: 'clone-max={max} だが、DRBD リソース {resource} のホストは {hosts} 台である。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta clone-max=3\n== drbd.d/r0.res ==\nresource r0 {\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta clone-max=2\n== drbd.d/r0.res ==\nresource r0 {\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta clone-max=2\n== drbd.d/r0.res ==\nresource r0 {\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n  on c { address 10.0.0.3:7788; }\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    const { statement } = unit.model;
    const most = statement && metaOf(statement, 'clone-max');
    if (!statement || !most || !/^\d+$/.test(most.value)) return;
    const resource = clonedResource(unit, context);
    const hosts = resource === undefined ? 0 : hostsOf(context, resource).length;
    const max = Number(most.value);
    // Fewer may be meant: a third host can be one that only votes, or lies outside of the cluster.
    if (hosts < 2 || (max <= hosts && max > 1)) return;
    context.report('more', most.span, {
      args: { max, hosts, resource: resource ?? '' },
      fixes: () => [
        {
          title: { en: `Change to ${hosts}`, ja: `${hosts} に変更` },
          safe: false,
          edits: [{ span: most.span, newText: String(hosts) }],
        },
      ],
    });
  },
});
