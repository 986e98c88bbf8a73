import { defineRule } from '../../../core/lint/rule';
import { earlier } from '../findings';
import type { DrbdModel } from '../model';

export const templateValue = defineRule<DrbdModel>()({
  id: 'drbd/template-value',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Placeholders such as `{{ name }}`, `$NAME` or `@NAME@` have to be filled in before drbdadm reads the file. This is said once in a file; what depends on the value is not judged. For a template that is never given to drbdadm as it is, switch the rule off.',
    ja: '`{{ name }}`、`$NAME`、`@NAME@` などのプレースホルダーは、drbdadm が読む前に展開しておく必要があります。指摘はファイルごとに 1 回だけで、その値に依存する検査は行いません。テンプレートとして使うファイルでは、このルールを無効にしてください。',
  },
  messages: {
    template: {
      en: 'A placeholder still to be filled in; drbdadm cannot read the file as it is.',
      ja: '未展開のプレースホルダーです。このままでは drbdadm はファイルを読めません。',
    },
  },
  examples: {
    bad: ['resource {{ name }} {\n}\n', 'resource r0 {\n  on $HOST { }\n}\n'],
    good: ['resource r0 {\n  net { shared-secret "$abc"; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_scanner.fl',
  check(unit, context) {
    const [first] = unit.model.templates;
    if (first && !earlier(context, 'drbd.template', '*', unit, first)) context.report('template', first);
  },
});
