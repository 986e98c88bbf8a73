import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const blankAroundEquals = defineRule<CrmModel>()({
  id: 'crm/blank-around-equals',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'crm splits at blanks: “ip = 10.0.0.1” becomes three words, and “ip= 10.0.0.1” an empty value and a name of its own. Write name and value together.',
    ja: 'crm は空白で単語に区切る。「ip = 10.0.0.1」は三つの単語に、「ip= 10.0.0.1」は空の値と別の名前になる。名前と値は続けて書くこと。',
  },
  messages: {
    blank: {
      en: 'A blank separates name and value: write {name}={value}.',
      ja: '名前と値の間に空白がある。{name}={value} と続けて書く。',
    },
  },
  examples: {
    bad: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip= 10.0.0.1',
      'primitive vip ocf:heartbeat:IPaddr2 params ip = 10.0.0.1',
    ],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1',
      'primitive a ocf:heartbeat:apache params options= port=80',
      'primitive a ocf:heartbeat:apache params options="" port=80',
    ],
  },
  check({ text, model: { statement } }, context) {
    for (const { attributes } of statement?.sets ?? []) {
      for (const [i, { name, value, word }] of attributes.entries()) {
        const next = attributes[i + 1];
        const lone = value === '' && word.value.endsWith('=') && !word.quoted;
        if (!lone || !next) continue;
        const before = name === '' ? attributes[i - 1] : undefined;
        if (next.value !== undefined || (name === '' && (!before || before.value !== undefined))) continue;
        const span = { start: before?.word.start ?? word.start, end: next.word.end };
        const joined = text.slice(span.start, span.end).replace(/\s*=\s*/, '=');
        if (joined.includes('\n')) continue;
        context.report('blank', span, {
          args: { name: before?.name ?? name, value: next.name },
          fixes: () => [
            { title: { en: 'Write them together', ja: '続けて書く' }, safe: false, edits: [{ span, newText: joined }] },
          ],
        });
      }
    }
  },
});
