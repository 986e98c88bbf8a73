import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const byteOrderMark = defineRule<CrmModel>()({
  id: 'crm/byte-order-mark',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Some editors on Windows begin a file with a byte-order mark (U+FEFF). crm takes it for the first letter of the first word, knows no such statement, and refuses the file. Save the file as UTF-8 without a byte-order mark.',
    ja: 'Windows の一部のエディタはファイルの先頭にバイトオーダーマーク（U+FEFF）を付ける。crm はこれを最初の単語の一文字目とみなし、未知の文としてファイルを拒否する。BOM なしの UTF-8 で保存すること。',
  },
  messages: {
    mark: {
      en: 'A byte-order mark stands in front of this line: crm refuses the file.',
      ja: '行の先頭にバイトオーダーマークがあり、crm はファイルを拒否する。',
    },
  },
  examples: {
    bad: ['\ufeffprimitive a ocf:heartbeat:Dummy\n', '\ufeff# web\nprimitive a ocf:heartbeat:Dummy\n'],
    good: ['primitive a ocf:heartbeat:Dummy\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown command',
  check({ text, model: { parsed } }, context) {
    if (!text.startsWith('\ufeff') || parsed.shape === 'raw') return;
    const span = { start: 0, end: 1 };
    context.report('mark', span, {
      fixes: () => [{ title: { en: 'Delete it', ja: '削除' }, safe: true, edits: [{ span, newText: '' }] }],
    });
  },
});
