import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';

export const unclosedSection = defineRule<DrbdModel>()({
  id: 'drbd/unclosed-section',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A `resource` or `common` section without its closing brace swallows what follows. At the end of the file drbdadm closes it without a word, which hides that something may be cut off.',
    ja: '閉じ括弧のない `resource` や `common` は、後続の内容を飲み込みます。ファイルの末尾では drbdadm が黙って閉じるため、内容が欠けていても気付きにくくなります。',
  },
  messages: {
    swallows: {
      en: 'The section "{section}" is not closed before the next one: a brace is missing.',
      ja: '「{section}」が次のセクションの前で閉じられていません。「}」が足りません。',
    },
    end: {
      en: 'The section "{section}" is closed only by the end of the file; a brace is missing, or more.',
      ja: '「{section}」がファイル末尾まで閉じられていません。「}」が足りないか、内容が欠けている可能性があります。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  device /dev/drbd0;\n\nresource r1 {\n}\n', 'resource r0 {\n  device /dev/drbd0;\n'],
    good: ['resource r0 {\n  device /dev/drbd0;\n}\nresource r1 {\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    const { unclosed, problems } = unit.model.parsed;
    const [header] = unclosed;
    if (!header || problems.some(({ code }) => code === 'missing-closing-brace')) return;
    const last = context.lookup('drbd.top', '*').findLast(({ uri }) => uri === undefined);
    const follows = last !== undefined && last.unit.index > unit.index;
    const args = { section: unit.text.slice(header.start, header.end) };
    context.report(follows ? 'swallows' : 'end', header, { args, severity: follows ? 'error' : 'warning' });
  },
});
