import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printTree, tokens } from '../../../../server/src/core/syntax/tree';
import type { SourceFile } from '../../../../server/src/core/workspace/source-file';
import { runs } from '../../../support/seed';
import { drbd, expectedTree, fileOf, fixtures } from './support';

const print = (file: SourceFile): string =>
  file.units
    .map(({ text, parsed }) => {
      const problems = parsed.problems.map(
        ({ code, span }) => `! ${code} ${JSON.stringify(text.slice(span.start, span.end))}\n`,
      );
      const lines = printTree(text, parsed.root).split('\n');
      return `${lines.filter((line) => !/^ *blank /.test(line)).join('\n')}${problems.join('')}`;
    })
    .join('\n');

const leaves = (file: SourceFile): string =>
  file.units
    .map(({ text, parsed }) => [...tokens(parsed.root)].map((t) => text.slice(t.start, t.end)).join(''))
    .join('');

suite('drbd parser', () => {
  for (const [name, text] of fixtures()) {
    test(`${name} gives the tree beside it`, () => {
      assert.equal(print(fileOf(text)), expectedTree(name));
    });

    test(`every prefix of ${name} parses, and its tokens are the text`, () => {
      for (let end = 0; end <= text.length; end++) {
        const prefix = text.slice(0, end);
        assert.equal(leaves(fileOf(prefix)), prefix);
      }
    });
  }

  test('any text parses, and its tokens are the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const file = fileOf(text);
        assert.equal(leaves(file), text);
        for (const unit of file.units)
          for (const { code } of unit.parsed.problems) assert.ok(code in drbd.syntaxMessages, code);
      }),
      { numRuns: runs(1500) },
    );
  });

  test('after any edits the file is what a fresh reading of the text gives', function () {
    this.timeout(20_000);
    const texts = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    const edits = fc.array(fc.tuple(fc.nat(200), fc.nat(60), texts), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(texts, edits, (start, changes) => {
        const file = fileOf(start);
        let text = start;
        for (const [at, length, inserted] of changes) {
          const from = Math.min(at, text.length);
          const to = Math.min(from + length, text.length);
          file.edit(from, to, inserted);
          text = text.slice(0, from) + inserted + text.slice(to);
          const cut = (f: SourceFile) => f.units.map((unit) => [unit.text, unit.before, unit.after, unit.open]);
          assert.deepEqual(cut(file), cut(fileOf(text)));
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

const piece = fc.constantFrom(
  'resource r0 {\n',
  'resource',
  ' r1 ',
  'common {',
  'global {',
  '}\n',
  '}',
  '{',
  ';',
  ';\n',
  '\n',
  ' ',
  '\r\n',
  '# c\n',
  '#',
  'skip ',
  'include "x";\n',
  'on a {',
  'net {',
  'timeout 60;',
  'address 10.0.0.1:7788;',
  'address ipv6 [fd00::1]:1;',
  '"',
  '“x”',
  '[',
  ']',
  ':',
  'volume 0 {',
  'device minor 1;',
  'disk /dev/x;',
  'disk {',
  'connection {',
  'host a',
  ' via proxy on b {',
  'path {',
  'meta-disk /m[0];',
  '{{ x }}',
  '$A',
  '；',
  '　',
  '//',
  '/* */',
  '1.2.3',
  'stacked-on-top-of r {',
  'floating 10.0.0.2:1',
  'no-x',
  'handlers {',
  'é',
  '\\',
);
