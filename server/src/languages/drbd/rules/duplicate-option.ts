import { defineRule } from '../../../core/lint/rule';
import { type Item, members, walk } from '../ast';
import { placeIn } from '../findings';
import type { DrbdModel } from '../model';

export const duplicateOption = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-option',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'An option stands twice in one section. Depending on the section the last one wins silently, or the commands that use it refuse the resource if the values differ. Keep one.',
    ja: '同じオプションが 1 つのセクションに 2 回書かれています。セクションによって、最後の値が黙って使われるか、値が異なると drbdadm のコマンドが拒否します。1 つだけ残してください。',
  },
  messages: {
    twice: { en: '"{name}" stands here a second time.', ja: '「{name}」が重複しています。' },
    first: { en: 'The first one.', ja: '最初の指定。' },
  },
  examples: {
    bad: ['resource r0 {\n  net { timeout 60; timeout 60; }\n}\n'],
    good: ['resource r0 {\n  net { timeout 60; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    for (const section of walk(unit.model.items)) {
      const seen = new Map<string, Item>();
      for (const option of members(section, 'option')) {
        const name = option.keyword.text.replace(/^no-/, '');
        const first = seen.get(name);
        if (!first) seen.set(name, option);
        else if (name !== 'protocol' || section.kind === 'net') {
          const related = [{ found: placeIn(unit, first.keyword.span), message: 'first' }];
          context.report('twice', option.keyword.span, { args: { name }, related });
        }
      }
    }
  },
});
