import { defineRule } from '../../../core/lint/rule';
import { withoutWord } from '../edits';
import type { CrmModel } from '../model';

export const startDelay = defineRule<CrmModel>()({
  id: 'crm/start-delay',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'start-delay waits blindly before an operation. It hides that a start returns before the service is there, and whatever depends on the resource goes on meanwhile. Let the agent’s start wait for the service, and give it the timeout that it needs.',
    ja: 'start-delay はオペレーションの前に一定時間待つだけである。サービスの準備ができる前に start が終わる問題を隠し、その間に依存するリソースが先に進んでしまう。エージェントの start でサービスの準備を待たせ、必要な timeout を設定すること。',
  },
  messages: {
    delay: {
      en: 'start-delay waits blindly: let the start action wait, with a longer timeout.',
      ja: 'start-delay は待つだけである。start の中で待たせ、timeout を長くすること。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy op monitor interval=10s start-delay=30s'],
    good: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s',
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s start-delay=0s',
    ],
  },
  source: 'Pacemaker Explained, operation properties: start-delay',
  kinds: ['primitive', 'rsc_template', 'op_defaults'],
  check({ text, model: { statement } }, context) {
    const lists = [
      ...(statement?.operations ?? []),
      ...(statement?.sets.filter(({ kind }) => kind === 'op_defaults') ?? []),
    ];
    for (const { attributes } of lists)
      for (const { name, value, word } of attributes)
        if (name === 'start-delay' && !/^0+\s*[a-z]*$/i.test(value ?? '0'))
          context.report('delay', word, {
            fixes: () => [
              {
                title: { en: 'Delete start-delay', ja: 'start-delay を削除' },
                safe: false,
                edits: [withoutWord(text, word)],
              },
            ],
          });
  },
});
