import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';

export const notManaged = defineRule<DrbdModel>()({
  id: 'drbd/not-managed',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'The crm file near by has Pacemaker manage other DRBD resources, but not this one: nobody promotes it at a failover. That is right for a resource that promotes itself, or that something else takes care of.',
    ja: '近くの crm ファイルは他の DRBD リソースを Pacemaker に管理させているが、このリソースは管理されていない。フェイルオーバ時に昇格されない。自動昇格するもの、別の仕組みが管理するものであれば問題ない。',
  },
  messages: {
    not: {
      en: 'Pacemaker manages other DRBD resources, but not {name}.',
      ja: 'Pacemaker は他の DRBD リソースを管理しているが、{name} は管理していない。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  device minor 0;\n}\nresource r1 {\n  device minor 1;\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive p ocf:heartbeat:Dummy\n== drbd.d/r.res ==\nresource r1 {\n  device minor 1;\n}\n',
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r1\n== drbd.d/r.res ==\nresource r1 {\n  device minor 1;\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    if (unit.model.resources.length === 0 || !context.nearby.has('drbd.managed', '*')) return;
    for (const { name, hosts } of unit.model.resources) {
      if (!name || context.nearby.lookup('drbd.resource', name.text).length > 0) continue;
      // The lower half of a stacked pair is managed through the upper one's clone in many guides.
      if (context.has('drbd.stacked', name.text) || hosts.some(({ kind }) => kind === 'stacked')) continue;
      context.report('not', name.span, { args: { name: name.text } });
    }
  },
});
