import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';

export const resourceName = defineRule<DrbdModel>()({
  id: 'drbd/resource-name',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'drbdadm takes “all” for every resource: a resource of that name cannot be spoken of alone, and a command for it hits all. A slash is for the volume behind the name.',
    ja: 'drbdadm は「all」をすべてのリソースとみなすため、その名前のリソースだけを指定できず、コマンドが全リソースに及ぶ。「/」は名前の後ろのボリューム番号を区切る記号である。',
  },
  messages: {
    all: { en: 'A resource must not be called “{name}”.', ja: 'リソースに「{name}」という名前を付けてはならない。' },
    order: {
      en: 'global { } belongs in front of the resources: drbdadm complains of it here.',
      ja: 'global { } はリソースより前に書くこと（drbdadm が警告する）。',
    },
  },
  examples: {
    bad: [
      'resource all {\n  device minor 0;\n}\n',
      'resource r0 {\n  device minor 0;\n}\nglobal {\n  usage-count no;\n}\n',
    ],
    good: ['global {\n  usage-count no;\n}\nresource r0 {\n  device minor 0;\n}\n'],
  },
  source: 'drbd-utils 9.22, user/v9/drbdadm_main.c and drbdadm_parser.c',
  check(unit, context) {
    for (const { name } of unit.model.resources)
      if (name && (name.text === 'all' || name.text.includes('/')))
        context.report('all', name.span, { args: { name: name.text } });
    for (const item of unit.model.items) {
      if (item.kind !== 'global') continue;
      const before = context
        .lookup('drbd.top', '*')
        .some(
          ({ unit: other, entry, uri }) => uri === undefined && entry.value === 'resource' && other.index < unit.index,
        );
      if (before) context.report('order', item.keyword.span);
    }
  },
});
