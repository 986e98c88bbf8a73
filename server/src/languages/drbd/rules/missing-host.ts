import { defineRule } from '../../../core/lint/rule';
import { members, walk } from '../ast';
import { refusal } from '../generation';
import type { DrbdModel } from '../model';

export const missingHost = defineRule<DrbdModel>()({
  id: 'drbd/missing-host',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A resource needs host sections (`on HOST { … }`, or `floating`): two or more to replicate. With three or more the connections have to be written, as `connection-mesh` or `connection` sections; drbdadm only warns, and connects nothing.',
    ja: 'リソースには on セクション（または `floating`）が必要です。複製には 2 つ以上必要です。3 台以上の場合は `connection-mesh` か `connection` で接続を明示してください。drbdadm は警告を出すだけで、何も接続しません。',
  },
  messages: {
    none: { en: 'The resource "{name}" has no host section.', ja: 'リソース「{name}」に on セクションがありません。' },
    single: {
      en: 'The resource "{name}" has one host only: nothing is replicated.',
      ja: 'リソース「{name}」のホストは 1 台だけです。複製は行われません。',
    },
    unconnected: {
      en: 'With {count} hosts the connections have to be written: add a connection-mesh.',
      ja: 'ホストが {count} 台の場合は接続を明示する必要があります。connection-mesh を追加してください。',
    },
    common: {
      en: 'Host sections belong into a resource, not into common.',
      ja: 'on セクションは common ではなく resource に書きます。',
    },
    empty: { en: 'The resource name is empty.', ja: 'リソース名が空です。' },
  },
  examples: {
    bad: ['resource r0 {\n  device /dev/drbd0;\n}\n', 'common {\n  on alpha { address 10.0.0.1:7788; }\n}\n'],
    good: ['resource r0 {\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdadm_postparse.c',
  check(unit, context) {
    const severity = refusal(context);
    for (const { item, name, hosts, connections, meshes, incomplete } of unit.model.resources) {
      const args = { name: name?.text ?? '', count: hosts.length };
      if (name?.text === '') context.report('empty', name.span);
      if (incomplete) continue;
      if (hosts.length === 0) context.report('none', item.keyword.span, { args, severity });
      else if (hosts.length === 1) context.report('single', item.keyword.span, { args, severity: 'warning' });
      else if (hosts.length > 2 && connections.length === 0 && !meshes.some((mesh) => meshJoins(mesh))) {
        context.report('unconnected', item.keyword.span, { args, severity: 'warning' });
      }
    }
    for (const common of unit.model.items.filter(({ kind }) => kind === 'common')) {
      for (const host of walk(members(common, 'on', 'floating', 'stacked', 'this-host'))) {
        if (host.place === 'common') context.report('common', host.keyword.span);
      }
    }
  },
});

const meshJoins = (mesh: Parameters<typeof members>[0]): boolean =>
  members(mesh, 'hosts').some(({ args }) => args.length > 1);
