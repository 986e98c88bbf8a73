import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { drbdResourceOf, isKnownResource } from './shared-drbd';

export const drbdResourceUnknown = defineRule<CrmModel>()({
  id: 'crm/drbd-resource-unknown',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The DRBD files beside this one have no resource of this name. The agent calls `drbdadm` with it: the resource cannot start. Correct the name, or add the resource to the DRBD configuration of every node.',
    ja: '同じ場所にある DRBD の設定ファイルに、この名前のリソースがない。エージェントはこの名前で `drbdadm` を呼ぶため、リソースは起動できない。名前を直すか、全ノードの DRBD 設定にリソースを追加すること。',
  },
  messages: {
    unknown: {
      en: 'The DRBD files near by have no resource “{name}”.',
      ja: '近くの DRBD 設定ファイルに「{name}」というリソースはない。',
    },
    nearest: {
      en: 'The DRBD files near by have no resource “{name}”. Did you mean “{other}”?',
      ja: '近くの DRBD 設定ファイルに「{name}」というリソースはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=ro\n== drbd.d/r0.res ==\nresource r0 {\n  device minor 0;\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r0.res ==\nresource r0 {\n  device minor 0;\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.conf ==\ninclude "drbd.d/*.res";\n',
    ],
  },
  source: 'resource agent linbit:drbd of drbd-utils 9.22: drbd_validate_all asks drbdadm for the resource',
  check({ model: { statement } }, context) {
    const resource = drbdResourceOf(statement);
    if (!resource || isKnownResource(context, resource.name)) return;
    // What a file includes may not be read yet, or lie elsewhere: only files that do hold resources are believed.
    if (!context.nearby.lookup('drbd.top', '*').some(({ entry }) => entry.value === 'resource')) return;
    const other = nearest(resource.name, context.nearby.declared('drbd.resource'));
    context.report(other === undefined ? 'unknown' : 'nearest', resource.span, {
      args: { name: resource.name, other: other ?? '' },
      fixes: () => changeTo(resource.span, other),
    });
  },
});
