import assert from 'node:assert/strict';
import { LanguageService } from '../../../server/src/core/service';
import { Recent } from '../../../server/src/core/workspace/recent';
import { SourceFile } from '../../../server/src/core/workspace/source-file';
import type { Unit } from '../../../server/src/core/workspace/unit';
import { toy } from '../../support/toy-language';

suite('what was read last', () => {
  const dropped: string[] = [];
  const item = (name: string) => ({ drop: () => void dropped.push(name) });
  setup(() => {
    dropped.length = 0;
  });

  test('is kept up to a size, the oldest goes first', () => {
    const recent = new Recent(10);
    for (const name of ['a', 'b', 'c']) recent.add(item(name), 5);
    assert.deepEqual(dropped, ['a']);
    recent.add(item('d'), 8);
    assert.deepEqual(dropped, ['a', 'b', 'c']);
  });

  test('is kept even if it is too large alone', () => {
    const recent = new Recent(10);
    recent.add(item('large'), 1000);
    assert.deepEqual(dropped, []);
    recent.add(item('small'), 1);
    assert.deepEqual(dropped, ['large']);
  });

  test('a unit that was dropped says what it said, with the same entries', () => {
    let parsed = 0;
    const counting: typeof toy = {
      ...toy,
      parse(text, before) {
        parsed++;
        return toy.parse(text, before);
      },
    };
    const file = new SourceFile('file:///a', counting, 'def x\nuse x\nuse y\n', new Recent<Unit>(5));
    assert.equal(parsed, 3);
    const [first] = file.units;
    assert.equal(file.names.declarations('toy.name', 'x')[0]?.entry, first?.model.entries[0]);
    assert.equal(parsed, 4, 'read again');
    assert.equal(first?.parsed.root.end, 6);
    assert.equal(parsed, 4, 'kept meanwhile');
  });

  test('makes no difference for findings', () => {
    const text = Array.from({ length: 200 }, (_, i) => `def n${i}\nuse n${i % 7 === 0 ? -1 : i}\n`).join('');
    const service = new LanguageService({ languages: [toy], kept: 50 });
    service.workspace.open('file:///a', 'toy', text);
    service.lint('file:///a');
    assert.equal(service.diagnostics('file:///a', 'en').length, 29);
  });
});
