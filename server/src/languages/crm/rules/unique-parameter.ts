import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const uniqueParameter = defineRule<CrmModel>()({
  id: 'crm/unique-parameter',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Two resources of one agent claim the same thing: an address, a state file, a configuration. The agent says that the value must differ, and crm verify reports the clash; for directories that are mounted twice nobody says a word. Both would run at the same time and disturb each other. Give one of them its own value, or make one cloned resource of the two.',
    ja: '同じエージェントの二つのリソースが、同じアドレス、状態ファイル、設定などを使おうとしている。エージェントは値が重複しないことを求めており、crm verify も警告する。同じディレクトリへの二重マウントについては何も警告されない。同時に動作すると互いに干渉するため、片方の値を変えるか、一つのリソースにまとめて clone にすること。',
  },
  messages: {
    shared: {
      en: '{other} has the same {name}={value}: two resources of this agent may not share it.',
      ja: '{other} も同じ {name}={value} を使っている。このエージェントでは共有できない。',
    },
    mounted: {
      en: '{other} mounts something on {value} already.',
      ja: '{other} が既に {value} にマウントしている。',
    },
    other: { en: 'the other one', ja: 'もう一方' },
  },
  examples: {
    bad: [
      'primitive a IPaddr2 params ip=192.0.2.1\nprimitive b IPaddr2 params ip=192.0.2.1\n',
      'primitive a Filesystem params device=/dev/a directory=/srv fstype=xfs\nprimitive b ocf:heartbeat:Filesystem params device=/dev/b directory=/srv/ fstype=xfs\n',
    ],
    good: [
      'primitive a IPaddr2 params ip=192.0.2.1\nprimitive b IPaddr2 params ip=192.0.2.2\n',
      'primitive a Filesystem params device=/dev/a directory=/srv fstype=xfs\nprimitive b Filesystem params device=/dev/a directory=/data fstype=xfs\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, check_uniqueness',
  kinds: ['primitive'],
  check(unit, context) {
    for (const entry of unit.model.entries) {
      if (entry.namespace !== 'crm.unique') continue;
      const first = context.lookup('crm.unique', entry.name)[0];
      if (!first || first.unit === unit) continue;
      const [, name = '', value = ''] = entry.name.split('\n');
      context.report(name === 'directory' ? 'mounted' : 'shared', entry.span, {
        args: { name, value, other: first.entry.value ?? '' },
        related: [{ found: first, message: 'other' }],
      });
    }
  },
});
