import type { Span } from '../../../base/span';
import { defineRule } from '../../../core/lint/rule';
import { withoutWord } from '../edits';
import type { CrmModel } from '../model';

export const trailingComment = defineRule<CrmModel>()({
  id: 'crm/trailing-comment',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'crm knows only comments that fill a whole line. Behind a statement a # and what follows become parameters or members. Put the comment on a line of its own above the statement.',
    ja: 'crm のコメントは行全体に限られる。文の後ろに書いた # 以降は、属性やメンバーとして読み込まれる。コメントは文の上の独立した行に書くこと。',
  },
  messages: {
    comment: {
      en: 'crm has no comments at the end of a line: these words become part of the statement.',
      ja: 'crm には行末コメントがない。ここから後の単語も文の一部になる。',
    },
  },
  examples: {
    bad: ['primitive p ocf:heartbeat:Dummy # the old one', 'group g a b #comment here'],
    good: [
      '# the old one\nprimitive p ocf:heartbeat:Dummy',
      'location l p rule 100: #uname eq n1',
      'location l p rule defined #id',
    ],
  },
  check({ text, model }, context) {
    if (!model.statement || model.statement.kind === 'xml') return;
    const words = model.parsed.words;
    const first = words.findIndex(({ start, end }) => isComment(text.slice(start, end)));
    const word = words[first];
    if (!word) return;
    const span = { start: word.start, end: endOfComment(text, word.start) };
    context.report('comment', span, {
      fixes: () => [
        {
          title: { en: 'Move the comment above the statement', ja: 'コメントを文の上に移す' },
          safe: false,
          edits: [
            { span: { start: 0, end: 0 }, newText: `${text.slice(span.start, span.end)}\n` },
            { span: removed(text, span), newText: '' },
          ],
        },
      ],
    });
  },
});

/** The comment was meant to reach to the end of its line; a backslash there belongs to the statement. */
function endOfComment(text: string, start: number): number {
  const [line = ''] = /^[^\n]*/.exec(text.slice(start)) ?? [];
  return start + line.replace(/[\s\\]+$/, '').length;
}

/** What goes with the comment: its whole line, if it has one to itself, else the blanks in front of it. */
function removed(text: string, { start, end }: Span): Span {
  const newline = text.indexOf('\n', end);
  const lineStart = text.lastIndexOf('\n', start) + 1;
  const continues = newline >= 0 && text.slice(end, newline).trim().startsWith('\\');
  if (continues && text.slice(lineStart, start).trim() === '') return { start: lineStart, end: newline + 1 };
  return continues ? { start: text.slice(0, start).trimEnd().length, end } : withoutWord(text, { start, end }).span;
}

/** A lone `#`, or one that is none of the names that begin so. */
const isComment = (word: string): boolean =>
  /^#/.test(word) &&
  !/^#(?:uname|id|kind|cluster-name|site-name|health|ra-version|role|digests|node-unfenced|is_dc)\b/.test(word);
