import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { printTree, tokens } from '../../../../server/src/core/syntax/tree';
import type { SourceFile } from '../../../../server/src/core/workspace/source-file';
import { runs } from '../../../support/seed';
import { crm, fileOf, fixtureFolder, fixtures } from './support';

const trees = (file: SourceFile): string => file.units.map((unit) => printTree(unit.text, unit.parsed.root)).join('');

const describe = (file: SourceFile) =>
  file.units.map(({ text, before, after, parsed, model }) => ({
    text,
    before,
    after,
    problems: parsed.problems,
    entries: model.entries,
  }));

suite('crm parser', () => {
  for (const [name, text] of fixtures()) {
    test(`${name}: the tree is the expected one`, () => {
      const path = join(fixtureFolder, name.replace(/\.crm$/, '.tree'));
      const tree = trees(fileOf(text));
      // `UPDATE=1 npm run test:unit` writes the trees anew; look at the difference before you commit it.
      if (process.env['UPDATE']) writeFileSync(path, tree);
      assert.equal(tree, readFileSync(path, 'utf8'));
    });

    test(`${name}: every prefix is read without loss`, () => {
      for (let end = 0; end <= text.length; end++) {
        const file = fileOf(text.slice(0, end));
        const joined = file.units.flatMap((unit) =>
          [...tokens(unit.parsed.root)].map((token) => unit.text.slice(token.start, token.end)),
        );
        assert.equal(joined.join(''), text.slice(0, end));
      }
    });

    test(`${name}: something can be said at every offset, without an exception`, () => {
      const file = fileOf(text);
      const around = { lookup: () => [], declarations: () => [], declared: () => [], declaredNames: () => [] };
      for (const unit of file.units) {
        for (let at = 0; at <= unit.text.length; at++) {
          const slot = crm.slotAt(unit, at, around);
          if (slot) assert.ok(slot.span.start <= at && at <= slot.span.end, `${JSON.stringify(unit.text)} at ${at}`);
        }
        for (const { span } of crm.highlights(unit)) assert.ok(span.start >= 0 && span.end <= unit.text.length);
        for (const { span, nameSpan } of crm.outline(unit))
          assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, unit.text);
      }
    });
  }

  test('after any edits it is what a fresh reading of the text gives', () => {
    const texts = fixtures().map(([, text]) => text);
    const inserted = fc.constantFrom(
      '',
      ' ',
      '\n',
      '\\\n',
      '\\',
      '#',
      '"',
      'params ',
      'EOF\n',
      '=',
      ':',
      'crm configure <<EOF\n',
      'configure\n',
      '\r\n',
      '\0',
      '”',
    );
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(40), inserted), { minLength: 1, maxLength: 8 }),
        (which, edits) => {
          let text = texts[which] ?? '';
          const file = fileOf(text);
          for (const [start, length, newText] of edits) {
            const from = start % (text.length + 1);
            const to = Math.min(from + length, text.length);
            file.edit(from, to, newText);
            text = text.slice(0, from) + newText + text.slice(to);
          }
          assert.equal(file.text(), text);
          assert.deepEqual(describe(file), describe(fileOf(text)));
        },
      ),
      { numRuns: runs(300) },
    );
  }).timeout(20_000);

  test('any text at all is read without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        assert.equal(fileOf(text).text(), text);
        for (const unit of fileOf(text).units) assert.equal(unit.parsed.root.end, unit.text.length);
      }),
      { numRuns: runs(1000) },
    );
  }).timeout(20_000);
});
