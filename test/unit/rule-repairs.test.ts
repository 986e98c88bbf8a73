import assert from 'node:assert/strict';
import { repairedExamples } from '../support/rule-repairs';

suite('repairs of the rules', () => {
  test('a repair takes its finding away', () => {
    const all = repairedExamples();
    assert.ok(all.length > 100, `only ${all.length} repairs`);
    const kept = all.filter(({ findings: [before, after] }) => after >= before);
    assert.deepEqual(
      kept.map(({ rule, title, before, after }) => ({ rule, title, before, after })),
      [],
    );
  });
});
