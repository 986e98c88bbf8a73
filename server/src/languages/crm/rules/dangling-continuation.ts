import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const danglingContinuation = defineRule<CrmModel>()({
  id: 'crm/dangling-continuation',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The last line of the file ends in a backslash, so the statement waits for more. “configure load” takes it as it is, the interpreter (crm -f) drops it without a word, and a statement that somebody adds below becomes a part of it. Delete the backslash.',
    ja: 'ファイルの最終行がバックスラッシュで終わり、文が続きを待っている。「configure load」はそのまま読むが、crm -f は黙って捨てる。また、後から追記した文がこの文に取り込まれる。バックスラッシュを削除すること。',
  },
  messages: {
    dangling: {
      en: 'The file ends in a backslash: crm -f drops this statement, and what is added below joins it.',
      ja: 'ファイルがバックスラッシュで終わっている。crm -f はこの文を捨て、追記した内容はこの文につながる。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy op monitor interval=10s \\\n'],
    good: ['primitive a ocf:heartbeat:Dummy \\\n  op monitor interval=10s\n'],
  },
  source: 'crmsh 4.4.1, crmsh/utils.py, lines2cli; crmsh/main.py, multi_input',
  check({ open, text, model }, context) {
    const end = text.trimEnd().length;
    if (!open || !model.statement || text[end - 1] !== '\\') return;
    const start = text.slice(0, end).replace(/\\+$/, '').length;
    const from = text.slice(0, start).trimEnd().length;
    context.report(
      'dangling',
      { start, end },
      {
        fixes: () => [
          {
            title: { en: 'Delete the backslash', ja: 'バックスラッシュを削除' },
            safe: true,
            edits: [{ span: { start: from, end }, newText: '' }],
          },
        ],
      },
    );
  },
});
