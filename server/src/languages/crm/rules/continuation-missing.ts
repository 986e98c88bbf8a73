import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import { statementKeywords } from '../parser/parse';

export const continuationMissing = defineRule<CrmModel>()({
  id: 'crm/continuation-missing',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A statement ends with its line unless the line ends in a backslash. This line begins with a word that belongs inside a statement, so crm takes it for a statement that it does not know and refuses the file. End the line above with a blank and a backslash.',
    ja: '行末にバックスラッシュがなければ、文はその行で終わる。この行は文の途中にしか現れない単語で始まるため、crm は未知の文とみなしてファイルを拒否する。上の行の末尾に空白とバックスラッシュを付けること。',
  },
  messages: {
    missing: {
      en: '“{word}” belongs to a statement: end the line above with a backslash.',
      ja: '「{word}」は文の途中に書くものである。上の行の末尾にバックスラッシュを付けること。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\n  op monitor interval=10s\n',
      'primitive a ocf:heartbeat:Dummy\n  params state=/x\n  op monitor interval=10s\n',
      'property\n  stonith-enabled=true\n',
    ],
    good: ['primitive a ocf:heartbeat:Dummy \\\n  op monitor interval=10s\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown command',
  check(unit, context) {
    const torn = unit.model.entries.find(({ namespace }) => namespace === 'crm.torn');
    const word = unit.model.parsed.words[0];
    if (!torn || !word) return;
    context.report('missing', torn.span, {
      args: { word: word.value },
      fixes: () => joinToLineAbove(unit, context),
    });
  },
});

/** Ends the line above with a backslash, where it is a statement or the rest of one. */
function joinToLineAbove(unit: Unit<CrmModel>, { lookup }: RuleContext): Fix[] {
  const above = [...statementKeywords.map((kind) => ['crm.kind', kind] as const), ['crm.torn', '*'] as const]
    .flatMap(([namespace, name]) => lookup(namespace, name))
    .find((found) => found.uri === undefined && found.unit.index === unit.index - 1)?.unit;
  if (!above) return [];
  const end = above.text.trimEnd().length;
  return [
    {
      title: { en: 'End the line above with a backslash', ja: '上の行の末尾にバックスラッシュを付ける' },
      safe: true,
      edits: [{ span: { start: end, end }, newText: ' \\', unit: above }],
    },
  ];
}
