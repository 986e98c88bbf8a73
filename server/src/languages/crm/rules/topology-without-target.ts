import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTyped } from '../reader';

export const topologyWithoutTarget = defineRule<CrmModel>()({
  id: 'crm/topology-without-target',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Levels without a target are for all nodes that the cluster has at the moment when crm reads the line. configure load makes nodes of the same file only afterwards: a file that declares its nodes gets no level at all, without a message, and later nodes get none either. Name the nodes.',
    ja: '対象を書かないレベルは、crm がこの行を読んだ時点でクラスタにあるノードすべてに適用される。configure load では同じファイルのノードは後で作られるため、ノードを定義しているファイルでは何も言われずにレベルが 1 つも作られない。後から追加したノードにも適用されない。ノード名を書くこと。',
  },
  messages: {
    none: {
      en: 'Loaded into an empty cluster this makes no level: crm knows no node yet when it reads the line. Name the nodes.',
      ja: '空のクラスタに読み込むとレベルは作られない。この行を読む時点で crm はまだノードを知らない。ノード名を書くこと。',
    },
  },
  examples: {
    bad: ['node n1\nprimitive st ocf:heartbeat:Dummy\nfencing_topology st\n'],
    good: [
      'node n1\nprimitive st ocf:heartbeat:Dummy\nfencing_topology n1: st\n',
      'primitive st ocf:heartbeat:Dummy\nfencing_topology st\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, FencingOrderParser',
  check({ model: { statement, parsed }, text }, context) {
    const [level] = statement?.levels ?? [];
    if (!statement || statement.shell || !level || level.target || isTyped(context)) return;
    if (!context.has('crm.kind', 'node')) return;
    const first = parsed.words[1];
    const last = parsed.words.at(-1);
    if (!first || !last) return;
    const span = { start: first.start, end: last.end };
    context.report('none', span, {
      fixes: () => {
        const devices = text.slice(span.start, span.end);
        const nodes = context
          .lookup('crm.kind', 'node')
          .flatMap(({ unit }) => (unit.model as CrmModel).statement?.name?.text ?? []);
        return [
          {
            title: { en: 'Write the levels for each node', ja: 'ノードごとにレベルを書く' },
            safe: false,
            edits: [{ span, newText: nodes.map((node) => `${node}: ${devices}`).join(' ') }],
          },
        ];
      },
    });
  },
});
