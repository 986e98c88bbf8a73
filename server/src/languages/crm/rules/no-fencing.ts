import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { namesAll } from '../whole';

export const noFencing = defineRule<CrmModel>()({
  id: 'crm/no-fencing',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A whole cluster with resources, no fencing device and stonith-enabled not switched off: Pacemaker starts nothing, and crm refuses to commit. Configure fencing. Switching it off is for tests only: with shared or replicated data it can cost the data.',
    ja: 'リソースはあるがフェンシングデバイスがなく、stonith-enabled も無効になっていない。この状態では Pacemaker はリソースを起動せず、crm は commit を拒否する。フェンシングを設定すること。無効化は試験用途に限る。共有・複製データがある場合、データを失うおそれがある。',
  },
  messages: {
    none: {
      en: 'There are resources but no fencing device, and stonith-enabled is not false: nothing will start.',
      ja: 'リソースはあるがフェンシングデバイスがなく stonith-enabled=false でもないため、何も起動しない。',
    },
  },
  examples: {
    bad: ['node n1\nnode n2\nprimitive p ocf:heartbeat:Dummy\nproperty no-quorum-policy=stop\n'],
    good: [
      'node n1\nprimitive p ocf:heartbeat:Dummy\nproperty stonith-enabled=false\n',
      'node n1\nprimitive p ocf:heartbeat:Dummy\nprimitive f stonith:fence_xvm\nproperty no-quorum-policy=stop\n',
      'primitive p ocf:heartbeat:Dummy\n',
      '# linux-ha: crm scope fragment\nnode n1\nprimitive p ocf:heartbeat:Dummy\nproperty no-quorum-policy=stop\n',
    ],
  },
  source:
    'pacemaker 2.1.5, lib/pengine/unpack.c: resource start-up disabled since no STONITH resources have been defined',
  check(unit, context) {
    const { statement } = unit.model;
    if (statement?.kind !== 'property' || context.lookup('crm.kind', 'property')[0]?.unit !== unit) return;
    if (!namesAll(context) || !context.has('crm.kind', 'primitive') || context.has('crm.fencing', 'device')) return;
    const set = ['stonith-enabled', 'stonith_enabled', 'fencing-enabled'].flatMap((name) =>
      context.lookup('crm.property', name),
    );
    if (set.some(({ entry }) => !/^["”″]?(?:true|yes|on|y|1)["”″]?$/i.test(entry.value ?? ''))) return;
    context.report('none', statement.keyword);
  },
});
