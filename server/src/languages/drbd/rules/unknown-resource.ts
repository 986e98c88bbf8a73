import { defineRule } from '../../../core/lint/rule';
import { earlier } from '../findings';
import type { DrbdModel } from '../model';

export const unknownResource = defineRule<DrbdModel>()({
  id: 'drbd/unknown-resource',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: '`stacked-on-top-of` names a resource that is defined in the same set of files; drbdadm refuses the configuration otherwise.',
    ja: '`stacked-on-top-of` には、同じ設定（include を含む）の中で定義されたリソースを書きます。定義がないと drbdadm は設定を拒否します。',
  },
  messages: {
    unknown: { en: 'The resource "{name}" is not defined here.', ja: 'リソース「{name}」は定義されていません。' },
    twice: {
      en: 'Only one resource can be stacked on "{name}", by one section.',
      ja: '「{name}」の上に重ねられるのは 1 つの stacked-on-top-of セクションだけです。',
    },
    other: { en: 'It is also here.', ja: 'もう 1 つの stacked-on-top-of。' },
  },
  examples: {
    bad: ['resource upper {\n  stacked-on-top-of lower { address 10.0.0.1:7789; }\n}\n'],
    good: ['resource lower { }\nresource upper {\n  stacked-on-top-of lower { address 10.0.0.1:7789; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    for (const { namespace, name, span } of unit.model.entries) {
      const other = namespace === 'drbd.stacked' ? earlier(context, namespace, name, unit, span) : undefined;
      if (other) context.report('twice', span, { args: { name }, related: [{ found: other, message: 'other' }] });
    }
    for (const resource of unit.model.resources) {
      for (const { kind, names } of resource.hosts) {
        const [name] = names;
        if (kind !== 'stacked' || !name || name.kind === 'template') continue;
        const known = context.lookup('drbd.resource', name.text).some(({ entry }) => entry.role === 'declaration');
        if (!known) context.report('unknown', name.span, { args: { name: name.text } });
      }
    }
  },
});
