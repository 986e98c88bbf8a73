import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits';
import { defineRule } from '../../../server/src/core/lint/rule';
import { LanguageService } from '../../../server/src/core/service';
import { toy } from '../../support/toy-language';

/** Wants each pair of neighbouring words to change places: repairs of two edits, of which those of neighbours meet. */
const swapped = defineRule()({
  id: 'toy/swapped',
  severity: 'warning',
  since: '0.1.0',
  docs: { en: 'x', ja: 'x' },
  messages: { pair: { en: 'x', ja: 'x' } },
  examples: { bad: [], good: [] },
  check(unit, context) {
    const words = [...unit.text.matchAll(/\w+/g)].map((m) => ({
      text: m[0],
      start: m.index,
      end: m.index + m[0].length,
    }));
    for (const [i, first] of words.entries()) {
      const second = words[i + 1];
      if (!second) continue;
      const edits = [
        { span: first, newText: second.text },
        { span: second, newText: first.text },
      ];
      context.report('pair', first, { fixes: () => [{ title: { en: 'x', ja: 'x' }, safe: true, edits }] });
    }
  },
});

suite('all safe repairs at once', () => {
  test('a repair is made whole or not at all', () => {
    const service = new LanguageService({ languages: [{ ...toy, rules: [swapped] }] });
    const text = 'a b c d e\n';
    service.workspace.open('file:///x.toy', 'toy', text);
    assert.equal(applyEdits(text, service.safeEdits('file:///x.toy')), 'b a d c e\n');
  });

  test('thousands are no trouble', () => {
    const service = new LanguageService({ languages: [{ ...toy, rules: [swapped] }] });
    const text = 'a b\n'.repeat(5000);
    service.workspace.open('file:///x.toy', 'toy', text);
    assert.equal(applyEdits(text, service.safeEdits('file:///x.toy')), 'b a\n'.repeat(5000));
  });
});
