import { deepEqual } from 'node:assert/strict';
import type { LanguageModule } from '../../../server/src/core/language';
import { defineRule } from '../../../server/src/core/lint/rule';
import { LanguageService } from '../../../server/src/core/service';
import { checkEdits, editCase } from '../../fuzz/edits';
import { Random } from '../../fuzz/random';
import { runs } from '../../support/seed';
import { toy } from '../../support/toy-language';

const cases = runs(150);

suite('edits', () => {
  test(`after each of random changes all is as in a file that is read afresh: ${cases} cases`, () => {
    const random = new Random(Number(process.env['FUZZ_SEED'] ?? 11));
    for (let i = 0; i < cases; i++) checkEdits(editCase(random, 6));
  }).timeout(60_000 + cases * 200);

  test('what a rule read in another unit, not by its name, makes it look again', () => {
    const marks = ({ text }: { readonly text: string }) =>
      text.startsWith('def') ? [{ namespace: 'x', name: 'y', role: 'mark' as const, span: { start: 0, end: 3 } }] : [];
    const language: LanguageModule = {
      ...toy,
      analyse: (text) => ({ entries: marks({ text }), suppressions: [], kind: text.trim() }),
      rules: [
        defineRule()({
          id: 'toy/kinds',
          severity: 'hint',
          since: '0',
          docs: { en: 'What other units are.', ja: '他のユニットの種類。' },
          messages: { are: { en: '{kinds}', ja: '{kinds}' } },
          examples: { bad: [], good: [] },
          check({ text }, { lookup, report }) {
            if (!text.startsWith('use')) return;
            const kinds = lookup('x', 'y').map(({ unit }) => unit.model.kind);
            report('are', { start: 0, end: 3 }, { args: { kinds: kinds.join() } });
          },
        }),
      ],
    };
    const service = new LanguageService({ languages: [language] });
    const uri = 'file:///a';
    const said = () => {
      service.lint(uri);
      return service.diagnostics(uri, 'en').map(({ message }) => message);
    };
    service.workspace.open(uri, 'toy', 'def a\nuse\n');
    deepEqual(said(), ['def a']);
    service.workspace.edit(uri, 4, 5, 'b');
    deepEqual(said(), ['def b']);
  });
});
