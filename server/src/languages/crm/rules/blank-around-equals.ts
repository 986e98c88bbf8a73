import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import type { Attribute } from '../statement';

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
      'primitive vip ocf:heartbeat:IPaddr2 params ip =10.0.0.1',
      'primitive a ocf:heartbeat:Dummy op monitor interval = 10s',
    ],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1',
      'primitive a ocf:heartbeat:apache params options= port=80',
      'primitive a ocf:heartbeat:apache params options="" port=80',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown arguments',
  check({ text, model: { statement } }, context) {
    for (const { attributes } of [...(statement?.sets ?? []), ...(statement?.operations ?? [])])
      for (const [first, last, name, value] of partedPairs(attributes)) {
        const span = { start: first.word.start, end: last.word.end };
        const joined = text.slice(span.start, span.end).replace(/\s*=\s*/, '=');
        if (joined.includes('\n')) continue;
        context.report('blank', span, {
          args: { name, value },
          fixes: () => [
            // With a blank in front of “=” crm refuses the line; without, it may be an empty value that was meant.
            {
              title: { en: 'Write them together', ja: '続けて書く' },
              safe: first.value === undefined,
              edits: [{ span, newText: joined }],
            },
          ],
        });
      }
  },
});

type Pair = readonly [first: Attribute, last: Attribute, name: string, value: string];

/** `name = value`, `name =value` and `name= value`. */
function* partedPairs(attributes: readonly Attribute[]): Generator<Pair> {
  for (const [i, attribute] of attributes.entries()) {
    const { name, value, word } = attribute;
    const [before, next] = [attributes[i - 1], attributes[i + 1]];
    const alone = next?.value === undefined ? next : undefined;
    if (name === '' && before && before.value === undefined && before.name !== '') {
      if (value !== '') yield [before, attribute, before.name, value ?? ''];
      else if (alone) yield [before, alone, before.name, alone.name];
    } else if (name !== '' && value === '' && alone && word.value.endsWith('=') && !word.quoted)
      yield [attribute, alone, name, alone.name];
  }
}
