import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const wideBlank = defineRule<CrmModel>()({
  id: 'crm/wide-blank',
  severity: 'warning',
  since: '0.1.0',
  beyondAscii: true,
  docs: {
    en: 'A full-width blank (U+3000) or a no-break blank, as Japanese input methods and word processors write them, does not part words for crm: it becomes a letter of the word, and two words are one. Only at the ends of a line it does no harm. Write a plain blank; within quotes such a blank may be meant.',
    ja: '全角スペースや改行しない空白（ノーブレークスペース）は crm では単語を区切らず、単語の一部の文字になるため、二つの単語が一つになる。害がないのは行頭と行末だけ。半角スペースを書くこと。引用符の中では意図したものとみなす。',
  },
  messages: {
    wide: {
      en: 'This is no plain blank: to crm it is a letter, and “{word}” is one word.',
      ja: 'これは半角スペースではない。crm には文字とみなされ、「{word}」は一つの単語になる。',
    },
  },
  examples: {
    bad: ['primitive p Dummy\u3000params state=/x\n', 'group g a\u00a0b\n'],
    good: ['\u3000primitive p Dummy params state=/x\u3000\n', 'primitive p Dummy params "state=a\u3000b"\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, parse',
  check({ text, model: { parsed } }, context) {
    if (parsed.shape !== 'statement') return;
    for (const { start, end, quoted, value } of parsed.words) {
      if (quoted) continue;
      for (const found of text.slice(start, end).matchAll(/[\u00a0\u2000-\u200a\u202f\u3000]+/g)) {
        const span = { start: start + found.index, end: start + found.index + found[0].length };
        context.report('wide', span, {
          args: { word: value },
          fixes: () => [
            {
              title: { en: 'Write a plain blank', ja: '半角スペースにする' },
              safe: true,
              edits: [{ span, newText: ' ' }],
            },
          ],
        });
      }
    }
  },
});
