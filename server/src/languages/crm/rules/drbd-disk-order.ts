import { defineRule } from '../../../core/lint/rule';
import { containersOf } from '../effective/configuration';
import { before } from '../effective/constraints';
import type { CrmModel } from '../model';
import { clonesOf, configurationOf, drbdResourceOf } from './shared-drbd';

export const drbdDiskOrder = defineRule<CrmModel>()({
  id: 'crm/drbd-disk-order',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The disk of this DRBD resource is a logical volume, and the cluster itself brings its volume group up. DRBD cannot attach before that: order the volume group’s resource before the DRBD clone.',
    ja: 'この DRBD リソースのディスクは論理ボリュームで、そのボリュームグループをクラスタが有効化する。有効化される前に DRBD は attach できないため、ボリュームグループのリソースを DRBD のクローンより先に起動する order が必要である。',
  },
  messages: {
    order: {
      en: 'The disk of {resource} is in the volume group {group}, which “{name}” brings up, but nothing orders that first.',
      ja: '{resource} のディスクはボリュームグループ {group} にあり、「{name}」が有効化するが、先に起動する order がない。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive vg LVM-activate params vgname=vg0 vg_access_mode=system_id\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p\n== drbd.d/r0.res ==\nresource r0 {\n  device minor 0;\n  on a { disk /dev/vg0/lv0; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive vg LVM-activate params vgname=vg0 vg_access_mode=system_id\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p\norder o inf: vg ms_p\n== drbd.d/r0.res ==\nresource r0 {\n  device minor 0;\n  on a { disk /dev/vg0/lv0; }\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-lvm-lv-as-drbd-backing-dev',
  check(unit, context) {
    const resource = drbdResourceOf(unit.model.statement);
    const own = unit.model.statement?.name?.text;
    if (!resource || own === undefined) return;
    const disks = context.nearby.lookup('drbd.backing', resource.name).map(({ entry }) => entry.value ?? '');
    const groups = new Set(disks.flatMap((disk) => /^\/dev\/([^/]+)\/[^/]+$/.exec(disk)?.[1] ?? []));
    for (const group of groups) {
      const [found] = context.lookup('crm.volume-group', group);
      const name = (found?.unit.model as CrmModel | undefined)?.statement?.name?.text;
      if (name === undefined) continue;
      const configuration = configurationOf(unit, context);
      const later = [own, ...clonesOf(unit, context, resource.name)];
      const names = [name, ...containersOf(configuration, name).flatMap(({ statement }) => statement.name?.text ?? [])];
      const firsts = later.flatMap((one) => before(configuration, one).map(({ first }) => first.name));
      if (!names.some((one) => firsts.includes(one)))
        context.report('order', resource.span, { args: { resource: resource.name, group, name } });
    }
  },
});
