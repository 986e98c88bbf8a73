import { defineRule } from '../../../core/lint/rule';
import { invisiblesIn } from '../characters';
import type { CrmModel } from '../model';

export const invisibleCharacter = defineRule<CrmModel>()({
  id: 'crm/invisible-character',
  severity: 'warning',
  since: '0.1.0',
  beyondAscii: true,
  docs: {
    en: 'Web pages and chats put characters into text that nobody sees: zero-width blanks, marks of writing direction, soft hyphens. For crm they are letters of the word, so it does not know the name, or stores a value that differs from what you read. Delete them.',
    ja: 'Web ページやチャットから貼り付けた文字列には、ゼロ幅スペース、文字方向の制御記号、ソフトハイフンなど、目に見えない文字が混じることがある。crm では単語を構成する文字になるため、名前が未知となったり、見た目と異なる値が保存されたりする。削除すること。',
  },
  messages: {
    invisible: {
      en: 'An invisible character ({code}) stands here, and crm takes it for a part of the word.',
      ja: '目に見えない文字（{code}）があり、crm では単語の一部になる。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy\u200b params state=/x', '\u200bprimitive a ocf:heartbeat:Dummy'],
    good: ['primitive a ocf:heartbeat:Dummy params state=/x', 'group g a description="x\u200by"'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, parse',
  check({ text, model: { parsed } }, context) {
    for (const { start, end } of parsed.words)
      for (const { start: from, end: to, written } of invisiblesIn(text.slice(start, end))) {
        const span = { start: start + from, end: start + to };
        const code = `U+${written.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
        context.report('invisible', span, {
          args: { code },
          fixes: () => [{ title: { en: 'Delete it', ja: '削除' }, safe: true, edits: [{ span, newText: '' }] }],
        });
      }
  },
});
