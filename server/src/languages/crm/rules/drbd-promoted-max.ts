import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { clonedResource, isKnownResource, metaOf } from './shared-drbd';

export const drbdPromotedMax = defineRule<CrmModel>()({
  id: 'crm/drbd-promoted-max',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['clone', 'ms'],
  docs: {
    en: 'Pacemaker is told to promote DRBD on several nodes, but DRBD allows one Primary only: the second promotion fails, and its node may be fenced for it. Either one is promoted, or `allow-two-primaries` is set, with a cluster file system and fencing.',
    ja: 'Pacemaker には複数ノードでの昇格が指示されているが、DRBD は Primary を 1 つしか許さない。2 つ目の昇格は失敗し、そのノードがフェンシングされることもある。昇格を 1 つにするか、クラスタファイルシステムとフェンシングを用意したうえで `allow-two-primaries` を設定すること。',
  },
  messages: {
    one: {
      en: '{name}={max}, but the DRBD resource {resource} does not allow two Primaries.',
      ja: '{name}={max} だが、DRBD リソース {resource} では allow-two-primaries が有効でない。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta master-max=2\n== drbd.d/r0.res ==\nresource r0 {\n  net { protocol C; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta master-max=2\n== drbd.d/r0.res ==\nresource r0 {\n  net { protocol C; allow-two-primaries yes; }\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p meta master-max=1\n== drbd.d/r0.res ==\nresource r0 {\n  net { protocol C; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, allow-two-primaries',
  check(unit, context) {
    const { statement } = unit.model;
    const most = statement && metaOf(statement, 'promoted-max', 'master-max');
    if (!most || !(Number(most.value) > 1)) return;
    const resource = clonedResource(unit, context);
    if (resource === undefined || !isKnownResource(context, resource) || allowsTwo(context, resource)) return;
    context.report('one', most.span, {
      args: { name: most.name, max: most.value, resource },
      fixes: () => [
        {
          title: { en: `Set ${most.name}=1`, ja: `${most.name}=1 に変更` },
          safe: false,
          edits: [{ span: most.span, newText: '1' }],
        },
      ],
    });
  },
});

/** Whether a resource, or all, may have two Primaries. Any place that says yes counts. */
const allowsTwo = ({ nearby }: RuleContext, resource: string): boolean =>
  [resource, 'common'].some((name) =>
    nearby.lookup('drbd.two-primaries', name).some(({ entry }) => entry.value !== 'no'),
  );
