import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const blankAfterBackslash = defineRule<CrmModel>()({
  id: 'crm/blank-after-backslash',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'crm strips lines, so a backslash with blanks behind it still joins the next line. A shell does not: the same text in a script or an unquoted here-document falls apart. Delete the blanks.',
    ja: 'crm は行末の空白を取り除くため、後ろに空白のあるバックスラッシュでも次の行とつながる。しかしシェルではつながらず、同じ内容をスクリプトやヒアドキュメントに入れると壊れる。空白を削除すること。',
  },
  messages: {
    blank: {
      en: 'Blanks stand behind this backslash: a shell does not join the lines then.',
      ja: 'バックスラッシュの後に空白がある。シェルでは次の行とつながらない。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy \\ \n  op monitor interval=10s\n'],
    good: ['primitive a ocf:heartbeat:Dummy \\\n  op monitor interval=10s\n'],
  },
  source: 'crmsh 4.4.1, crmsh/utils.py, lines2cli',
  check({ text, model }, context) {
    if (!model.statement) return;
    for (const { index, 0: all } of text.matchAll(/\\[^\S\r\n]+(?=\r?\n)/g)) {
      const span = { start: index + 1, end: index + all.length };
      context.report('blank', span, {
        tags: ['unnecessary'],
        fixes: () => [
          { title: { en: 'Delete the blanks', ja: '空白を削除' }, safe: true, edits: [{ span, newText: '' }] },
        ],
      });
    }
  },
});
