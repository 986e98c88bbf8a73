import type { Span } from '../../../base/span';
import { defineRule } from '../../../core/lint/rule';
import type { Word } from '../lexer';
import type { CrmModel } from '../model';

/** Characters that look like quotes and are none, with what was meant. */
const meant: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '″': '"',
  '＂': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '＇': "'",
};

export const typographicQuote = defineRule<CrmModel>()({
  id: 'crm/typographic-quote',
  severity: 'warning',
  since: '0.1.0',
  beyondAscii: true,
  docs: {
    en: 'Word processors and web pages turn quotes into curly ones. crm does not know these: they become part of the value, and the agent gets an address or a path with quotes in it, at run time and without a word of warning. Write straight quotes.',
    ja: 'ワープロや Web ページを経由すると、引用符が曲線の引用符に変わることがある。crm はこれを引用符と認識せず値の一部として扱うため、エージェントには引用符付きのアドレスやパスが渡り、実行時まで気付けない。直線の引用符に直すこと。',
  },
  messages: {
    quote: {
      en: '{character} is a typographic quote: crm takes it as part of the value. Write {meant}.',
      ja: '「{character}」は曲線の引用符で、crm では値の一部になる。{meant} と書く。',
    },
  },
  examples: {
    bad: ['primitive vip ocf:heartbeat:IPaddr2 params ip=”10.0.0.1”', 'property stonith-enabled=“false”'],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip="10.0.0.1"',
      '# a comment may say “quote”',
      'node n1 description="the “old” one"',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: words are split by shlex, which knows only straight quotes',
  check({ text, model }, context) {
    const marks = model.parsed.words.flatMap((word) => marksIn(text, word));
    for (const [index, mark] of marks.entries()) {
      const { span, wanted } = mark;
      context.report('quote', span, {
        args: { character: mark.character, meant: wanted },
        fixes: () => [
          {
            title: {
              en: `Replace ${mark.character} by ${wanted}`,
              ja: `${mark.character} を ${wanted} に置き換える`,
            },
            safe: true,
            // One alone would leave a quote open.
            edits: pairOf(marks, index, text).map((one) => ({ span: one.span, newText: one.wanted })),
          },
        ],
      });
    }
  },
});

interface Mark {
  readonly span: Span;
  readonly character: string;
  readonly wanted: string;
}

function marksIn(text: string, word: Word): Mark[] {
  if (/^description=/i.test(word.value)) return [];
  const marks: Mark[] = [];
  for (let at = word.start; at < word.end; at++) {
    const character = text[at] ?? '';
    const wanted = Object.hasOwn(meant, character) ? meant[character] : undefined;
    if (wanted !== undefined) marks.push({ span: { start: at, end: at + 1 }, character, wanted });
  }
  return marks;
}

/** A quote with the one that opens or closes it: they come in twos, with no straight one between them. */
function pairOf(marks: readonly Mark[], index: number, text: string): readonly Mark[] {
  const [first, second] = marks.slice(index - (index % 2), index - (index % 2) + 2);
  const isPair = first && second && first.wanted === second.wanted;
  if (isPair && !text.slice(first.span.end, second.span.start).includes(first.wanted)) return [first, second];
  return marks.slice(index, index + 1);
}
