import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { namesAll } from '../whole';

export const unusedTemplate = defineRule<CrmModel>()({
  id: 'crm/unused-template',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'No primitive of this cluster is made from the template, and no constraint names it. It does no harm; delete it, unless it waits for use.',
    ja: 'このテンプレートから作られた primitive も、これを指す制約もない。害はないが、今後使う予定がなければ削除すること。',
  },
  messages: {
    unused: { en: 'Nothing uses the template {name}.', ja: 'テンプレート {name} は使われていない。' },
  },
  examples: {
    bad: ['node n1\nrsc_template t ocf:heartbeat:Dummy\nprimitive a ocf:heartbeat:Dummy\n'],
    good: ['node n1\nrsc_template t ocf:heartbeat:Dummy\nprimitive a @t\n', 'rsc_template t ocf:heartbeat:Dummy\n'],
  },
  kinds: ['rsc_template'],
  check({ model: { statement } }, context) {
    const name = statement?.name;
    if (!name || !namesAll(context)) return;
    const uses = [...context.lookup('crm.template', name.text), ...context.lookup('crm.resource', name.text)];
    if (uses.some(({ entry }) => entry.role === 'reference')) return;
    context.report('unused', name.span, { args: { name: name.text }, tags: ['unnecessary'] });
  },
});
