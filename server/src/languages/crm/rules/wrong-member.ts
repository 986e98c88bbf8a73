import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

/** What the containers hold. */
const holds: Readonly<Record<string, readonly string[]>> = {
  group: ['primitive'],
  clone: ['primitive', 'group'],
  ms: ['primitive', 'group'],
  bundle: ['primitive'],
};

export const wrongMember = defineRule<CrmModel>()({
  id: 'crm/wrong-member',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A group and a bundle hold primitives; a clone holds a primitive or a group. crm refuses anything else. Turn it round: put the primitives into a group and clone the group.',
    ja: 'group と bundle に入るのは primitive、clone に入るのは primitive か group だけで、それ以外を crm は拒否する。primitive を group にまとめ、その group を clone にすること。',
  },
  messages: {
    kind: {
      en: '{name} is a {kind}: a {container} cannot hold it.',
      ja: '{name} は {kind} であり、{container} には入れられない。',
    },
    twice: {
      en: '{name} is in {other} already: a resource has one container.',
      ja: '{name} は既に {other} に含まれている。リソースの入れ物は一つだけ。',
    },
    declared: { en: 'declared here', ja: '定義' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nclone c a\nclone d c\n',
      'primitive a ocf:heartbeat:Dummy\ngroup g a\ngroup h a\n',
    ],
    good: ['primitive a ocf:heartbeat:Dummy\ngroup g a\nclone c g\n'],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py: checks of containers',
  check(unit, context) {
    const { statement } = unit.model;
    const allowed = statement && Object.hasOwn(holds, statement.kind) ? holds[statement.kind] : undefined;
    if (!statement || !allowed) return;
    for (const { name, span } of statement.members) {
      const declared = context.declarations('crm.resource', name)[0];
      const kind = declared?.entry.value;
      if (declared && kind !== undefined && !allowed.includes(kind)) {
        context.report('kind', span, {
          args: { name, kind, container: statement.kind },
          related: [{ found: declared, message: 'declared' }],
        });
        continue;
      }
      const first = context.lookup('crm.member', name)[0];
      if (first && first.unit !== unit && first.entry.value !== statement.id?.value) {
        context.report('twice', span, {
          args: { name, other: first.entry.value ?? '' },
          related: [{ found: first, message: 'declared' }],
        });
      }
    }
  },
});
