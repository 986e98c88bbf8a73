import { defineRule } from '../../../core/lint/rule';
import { withoutWord } from '../edits';
import type { CrmModel } from '../model';
import type { Attribute } from '../statement';

export const duplicateAttribute = defineRule<CrmModel>()({
  id: 'crm/duplicate-attribute',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The same name stands twice in one set. Only one of the two values can count, and which one depends on the reader. Keep the one that is meant.',
    ja: '一つの集合の中に同じ名前が二度ある。有効なのは一方の値だけで、どちらになるかは読み手次第。意図した方だけを残すこと。',
  },
  messages: {
    twice: { en: '“{name}” is set twice here.', ja: '「{name}」が二重に設定されている。' },
  },
  examples: {
    bad: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1 nic=eth0 ip=10.0.0.2',
      'primitive p ocf:heartbeat:Dummy op monitor interval=10s timeout=5s interval=20s',
    ],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1 nic=eth0',
      'primitive p ocf:heartbeat:Dummy op monitor interval=10s op monitor interval=20s',
    ],
  },
  check({ text, model: { statement } }, context) {
    if (!statement) return;
    const lists = [...statement.sets.filter(({ rules }) => rules.length === 0), ...statement.operations];
    for (const { attributes } of lists)
      reportTwice(attributes, (first, { name, value, word }) =>
        context.report('twice', word, {
          args: { name },
          fixes: () => [
            {
              title: { en: `Delete ${first.word.value}`, ja: `${first.word.value} を削除` },
              // crm keeps the last one.
              safe: first.value === value,
              edits: [withoutWord(text, first.word)],
            },
          ],
        }),
      );
  },
});

function reportTwice(attributes: readonly Attribute[], report: (first: Attribute, second: Attribute) => void): void {
  const seen = new Map<string, Attribute>();
  for (const attribute of attributes) {
    const first = seen.get(attribute.name);
    if (attribute.value !== undefined && first) report(first, attribute);
    seen.set(attribute.name, attribute);
  }
}
