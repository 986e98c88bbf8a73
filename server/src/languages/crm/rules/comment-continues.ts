import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { statementKind } from '../parser/parse';

export const commentContinues = defineRule<CrmModel>()({
  id: 'crm/comment-continues',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A backslash at the end of a comment joins the next line to it, as it does at the end of a statement. What stands on that line is a comment then, and crm says nothing of it. Take the backslash away, or put a # in front of the line.',
    ja: '文の場合と同じく、コメント行末のバックスラッシュは次の行を続きとしてつなげる。次の行もコメントになり、crm は何も言わずに読み飛ばす。バックスラッシュを消すか、次の行の先頭に # を置くこと。',
  },
  messages: {
    swallowed: {
      en: 'This line belongs to the comment above, which ends in a backslash: crm does not read it.',
      ja: '上のコメントがバックスラッシュで終わっているため、この行もコメントになり crm に読まれない。',
    },
  },
  examples: {
    bad: ['# the address \\\nprimitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1\n'],
    good: ['# the address\nprimitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1\n', '# one \\\n# two\nnode n1\n'],
  },
  source: 'crmsh 4.4.1, crmsh/utils.py, lines2cli',
  check({ model, text }, context) {
    if (model.parsed.shape !== 'comment') return;
    const continued = /(\\+)[^\S\n]*\n[^\S\n]*([^\s#][^\n]*)/.exec(text);
    const [whole, backslashes = '', line = ''] = continued ?? [];
    if (!continued || whole === undefined) return;
    const start = continued.index + whole.length - line.length;
    const firstWord = line.split(/\s/, 1)[0] ?? '';
    context.report(
      'swallowed',
      { start, end: start + line.trimEnd().length },
      {
        tags: ['unnecessary'],
        fixes: () => [
          {
            title: { en: 'Take the backslash away', ja: 'バックスラッシュを消す' },
            // A statement behind a comment can only have been meant as one.
            safe: statementKind(firstWord) !== undefined,
            edits: [{ span: { start: continued.index, end: continued.index + backslashes.length }, newText: '' }],
          },
        ],
      },
    );
  },
});
