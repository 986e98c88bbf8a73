import { defineRule } from '../../../core/lint/rule';
import { invisiblesIn, lookalikesIn } from '../characters';
import type { CrmModel } from '../model';

/** Quotes, blanks and other marks from word processors have rules of their own. */
const others = /[\u2018-\u201f\u2032\u2033\u3000\u00a0]/;

export const nonAscii = defineRule<CrmModel>()({
  id: 'crm/non-ascii',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'crm 4 writes every character outside ASCII as a number: é becomes the text &#233; in the CIB, and so the agent gets it, and crm configure show prints it. There is no way round that in crm syntax; comments alone lose nothing that a program reads.',
    ja: 'crm 4 は ASCII 以外の文字を番号に置き換える。たとえば「é」は CIB では「&#233;」という文字列になり、エージェントにもそのまま渡され、crm configure show でもそう表示される。crm の構文で避ける方法はない。コメントならプログラムの動作には影響しない。',
  },
  messages: {
    number: {
      en: 'crm stores “{character}” as the text {number}, and the agent gets that.',
      ja: 'crm は「{character}」を「{number}」という文字列として保存し、エージェントにもそのまま渡す。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy params state=/run/é\n', 'group g a description=予備\n'],
    good: ['# 予備\nprimitive a ocf:heartbeat:Dummy\n', 'primitive a ocf:heartbeat:Dummy params state=/run/e\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, parse',
  check({ model: { statement, parsed }, text }, context) {
    if (!statement || statement.kind === 'xml') return;
    for (const { start, end } of parsed.words) {
      const word = text.slice(start, end);
      const found = /[\u{80}-\u{10ffff}]+/u.exec(word);
      if (!found || others.test(word) || lookalikesIn(word).length + invisiblesIn(word).length > 0) continue;
      const [character = ''] = [...found[0]];
      const span = { start: start + found.index, end: start + found.index + found[0].length };
      const code = character.codePointAt(0) ?? 0;
      context.report('number', span, { args: { character: String.fromCodePoint(code), number: `&#${code};` } });
    }
  },
});
