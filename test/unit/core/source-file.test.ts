import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SourceFile } from '../../../server/src/core/workspace/source-file';
import { runs } from '../../support/seed';
import { toy } from '../../support/toy-language';

const describe = (file: SourceFile) => ({
  units: file.units.map(({ text, before, after, open, index }) => ({ text, before, after, open, index })),
  starts: file.units.map((unit) => file.startOf(unit)),
  names: [...file.names.declared('toy.name')].sort(),
  found: ['a', 'b', 'c'].map((name) =>
    file.names.lookup('toy.name', name).map(({ unit, entry }) => [unit.index, entry.span.start, entry.role]),
  ),
});

suite('source file', () => {
  test('after any edits it is what a fresh reading of the text gives', () => {
    const piece = fc.constantFrom(
      'def a\n',
      'use b\n',
      'def c',
      '\\\n',
      '\n',
      '<<END\n',
      'END\n',
      'END',
      ' ',
      'bad',
      '\r\n',
      '\\',
      'use a',
    );
    const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    const edits = fc.array(fc.tuple(fc.nat(60), fc.nat(30), texts), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        const file = new SourceFile('toy:1', toy, text);
        let expected = text;
        for (const [start, length, inserted] of changes) {
          const from = Math.min(start, expected.length);
          const to = Math.min(from + length, expected.length);
          file.edit(from, to, inserted);
          expected = expected.slice(0, from) + inserted + expected.slice(to);
          assert.equal(file.text(), expected);
          assert.equal(file.length, expected.length);
          assert.deepEqual(describe(file), describe(new SourceFile('toy:2', toy, expected)));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('an edit keeps the units that it does not touch', () => {
    const text = Array.from({ length: 100 }, (_, i) => `def n${i}\n`).join('');
    const file = new SourceFile('toy:1', toy, text);
    const before = [...file.units];
    file.edit(file.startOf(before[50]!) + 4, file.startOf(before[50]!) + 5, 'x');
    assert.equal(file.units[50] === before[50], false);
    assert.deepEqual(file.units.map((unit, i) => unit === before[i]).filter((same) => !same).length, 1);
  });

  test('only units that depend on a changed name become stale', () => {
    const file = new SourceFile('toy:1', toy, 'def a\nuse a\nuse b\ndef c\n');
    for (const unit of file.units) file.remember(unit, new Set(unit.model.entries.map((e) => `toy.name\0${e.name}`)));
    assert.equal(file.stale.size, 0);
    file.edit(4, 5, 'b');
    assert.deepEqual([...file.stale].map((unit) => unit.text).sort(), ['def b\n', 'use a\n', 'use b\n']);
  });

  test('an offset belongs to the unit that it starts, the last one at the end', () => {
    const file = new SourceFile('toy:1', toy, 'one\ntwo\n');
    assert.deepEqual(
      [0, 3, 4, 8].map((offset) => file.unitAt(offset)?.index),
      [0, 0, 1, 1],
    );
    assert.equal(new SourceFile('toy:2', toy, '').unitAt(0), undefined);
  });
});
