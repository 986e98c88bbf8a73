import { defineRule } from '../../../core/lint/rule';
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
    const last = words.at(-1);
    if (!word || !last) return;
    const span = { start: word.start, end: last.end };
    context.report('comment', span, {
      fixes: () =>
        text.slice(span.start, span.end).includes('\n')
          ? []
          : [
              {
                title: { en: 'Move the comment above the statement', ja: 'コメントを文の上に移す' },
                safe: false,
                edits: [
                  { span: { start: 0, end: 0 }, newText: `${text.slice(span.start, span.end)}\n` },
                  { span: { start: text.slice(0, span.start).trimEnd().length, end: span.end }, newText: '' },
                ],
              },
            ],
    });
  },
});

/** A lone `#`, or one that is none of the names that begin so. */
const isComment = (word: string): boolean =>
  /^#/.test(word) &&
  !/^#(?:uname|id|kind|cluster-name|site-name|health|ra-version|role|digests|node-unfenced|is_dc)\b/.test(word);
