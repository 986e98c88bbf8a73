import { defineRule } from '../../../core/lint/rule';
import { tokens } from '../../../core/syntax/tree';
import type { DrbdModel } from '../model';

const asciiMarks: Readonly<Record<string, string>> = {
  '\uff1b': ';',
  '\uff5b': '{',
  '\uff5d': '}',
  '\uff1a': ':',
  '\uff3b': '[',
  '\uff3d': ']',
};

export const typographicQuote = defineRule<DrbdModel>()({
  id: 'drbd/typographic-quote',
  severity: 'error',
  since: '0.1.0',
  beyondAscii: true,
  docs: {
    en: 'Word processors, wikis and blogs turn straight quotes into curly ones, and an input method gives full-width marks; drbdadm knows only the plain ones. Copied configurations often have them.',
    ja: 'ワープロ、Wiki、ブログはまっすぐな引用符を曲がった引用符に変えることがあり、日本語入力では全角記号が入ることがあります。drbdadm が認識するのは半角の記号だけです。',
  },
  messages: {
    quote: {
      en: 'Typographic quotes: drbdadm knows only the plain double quote.',
      ja: '曲がった引用符です。drbdadm が認識するのは半角の二重引用符（"）だけです。',
    },
    mark: { en: 'A full-width character; write {plain}.', ja: '全角文字です。半角の「{plain}」を使ってください。' },
  },
  examples: {
    bad: ['include \u201cdrbd.d/*.res\u201d;\n', 'global { usage-count no\uff1b }\n'],
    good: ['include "drbd.d/*.res";\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_scanner.fl',
  check(unit, context) {
    const title = { en: 'Write it with plain characters', ja: '半角文字に置き換える' };
    for (const { kind, start, end } of tokens(unit.parsed.root)) {
      const raw = unit.text.slice(start, end);
      const plain = kind === 'curly' ? `"${raw.slice(1, -1).replaceAll('\\', '\\\\')}"` : asciiMarks[raw];
      if (plain === undefined) continue;
      const span = { start, end };
      context.report(kind === 'curly' ? 'quote' : 'mark', span, {
        args: { plain },
        fixes: () => [{ title, edits: [{ span, newText: plain }], safe: true }],
      });
    }
  },
});
