import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const selfConstraint = defineRule<CrmModel>()({
  id: 'crm/self-constraint',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Both ends of the constraint are the same resource. crm and crm_verify take it without a word, and it says nothing, or nothing that can be kept. Name the other resource, or delete the constraint.',
    ja: '制約の両端が同じリソースである。crm も crm_verify も黙って受け取るが、意味がないか、守れない制約になる。もう一方のリソースを書くか、制約を削除すること。',
  },
  messages: {
    self: {
      en: 'This ties {name} to itself.',
      ja: '{name} を {name} 自身に結び付けている。',
    },
  },
  examples: {
    bad: ['colocation c inf: a a\n', 'order o a:promote a:start\n'],
    good: ['colocation c inf: a b\n', 'order o inf: [ a b ] c\n'],
  },
  source: 'measured with crmsh 4.4.1 and pacemaker 2.1.5: accepted by both',
  kinds: ['colocation', 'order'],
  check({ model: { statement } }, context) {
    const [one, other, ...more] = statement?.members ?? [];
    if (!one || !other || more.length > 0 || one.name !== other.name || one.name === '') return;
    context.report('self', other.span, { args: { name: one.name } });
  },
});
