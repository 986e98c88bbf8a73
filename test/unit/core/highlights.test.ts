import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Measure, tokenEdits } from '../../../server/src/core/features/highlights';
import { highlightModifiers, highlightTypes } from '../../../server/src/core/language';
import { type Encoding, measures, Positions } from '../../../server/src/hosts/lsp/positions';
import { newService, serviceWith } from '../../support/service';

const utf16 = measures['utf-16'];

/** Tokens as `LINE:COLUMN TEXT class modifiers`. */
function shown(languageId: string, text: string, measure: Measure = utf16): string[] {
  const { service, uri } = serviceWith(languageId, text);
  const data = service.semanticTokens(uri, measure);
  const lines = text.split(/\r\n|\n|\r/);
  let [line, column] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i * 5, i * 5 + 5);
    [line, column] = down > 0 ? [line + down, right] : [line, column + right];
    const modifiers = highlightModifiers.filter((_name, bit) => bits & (1 << bit));
    const word = measure === utf16 ? lines[line]?.slice(column, column + length) : String(length);
    return [`${line}:${column} ${word}`, highlightTypes[type], ...modifiers].join(' ');
  });
}

suite('semantic tokens', () => {
  test('classes, declarations, what is deprecated and what nobody declares', () => {
    assert.deepEqual(shown('crm', 'primitive a IPaddr2 \\\n  params ip=1\ngroup g a b\n'), [
      '0:0 primitive keyword',
      '0:10 a variable declaration',
      '0:12 IPaddr2 class',
      '1:2 params keyword',
      '1:9 ip parameter',
      '1:12 1 number',
      '2:0 group keyword',
      '2:6 g variable declaration',
      '2:8 a variable',
      '2:10 b variable unresolved',
    ]);
    assert.ok(
      shown('crm', 'primitive a ocf:heartbeat:IPaddr\n').includes('0:12 ocf:heartbeat:IPaddr class deprecated'),
    );
    assert.ok(
      shown('drbd', 'resource r0 {\n  stacked-on-top-of r1 { }\n}\n').some((t) => t.includes('r1 class unresolved')),
    );
  });

  test('a word over several lines has a token in each', () =>
    assert.deepEqual(shown('crm', 'primitive a Dummy params state="/x\\\n  /y"\n').slice(-2), [
      '0:31 "/x string',
      '1:2 /y" string',
    ]));

  for (const encoding of ['utf-8', 'utf-16', 'utf-32'] as const satisfies readonly Encoding[])
    test(`${encoding}: lines and columns are those of the positions`, () => {
      const text = '# 日本 😀\nprimitive あ😀 IPaddr2 params ip="日本" nic=x\r\ngroup g あ😀 b\n';
      const { service, uri } = serviceWith('crm', text);
      const positions = new Positions(TextDocument.create(uri, 'crm', 0, text), encoding);
      const expected = service.highlights(uri).map(({ span }) => positions.position(span.start));
      const found = shown('crm', text, measures[encoding]).map((token) =>
        /^(\d+):(\d+)/.exec(token)?.slice(1).map(Number),
      );
      assert.deepEqual(
        found,
        expected.map(({ line, character }) => [line, character]),
      );
    });

  for (const [language, file] of [
    ['crm', 'examples/cluster.crm'],
    ['drbd', 'examples/drbd.d/r0.res'],
  ] as const)
    test(`${language}: kept tokens and folds are those of a fresh reading after any edit; a range is a part of them`, () => {
      const uri = `file:///x.${language}`;
      const service = newService();
      let text = readFileSync(file, 'utf8');
      service.workspace.open(uri, language, text);
      for (let i = 0; i < 60; i++) {
        const at = (i * 7919) % text.length;
        const [cut, put] = [i % 3, ['\n', ' x', '', '{', '#'][i % 5] ?? ''];
        service.semanticTokens(uri, utf16);
        service.workspace.edit(uri, at, Math.min(text.length, at + cut), put);
        text = text.slice(0, at) + put + text.slice(Math.min(text.length, at + cut));
        const fresh = serviceWith(language, text);
        const data = service.semanticTokens(uri, utf16);
        assert.deepEqual(data, fresh.service.semanticTokens(fresh.uri, utf16));
        assert.deepEqual(service.folds(uri), fresh.service.folds(fresh.uri));
        assert.deepEqual(service.outline(uri), fresh.service.outline(fresh.uri));
      }
      const whole = service.semanticTokens(uri, utf16);
      const part = service.semanticTokens(uri, utf16, { start: Math.floor(text.length / 2), end: text.length });
      assert.deepEqual(part.slice(5), whole.slice(whole.length - part.length + 5));
    });

  test('a name that appears elsewhere is known at once', () => {
    const { service, uri } = serviceWith('crm', 'group g a\n');
    const modifiers = () => service.semanticTokens(uri, utf16).at(-1);
    assert.equal(modifiers(), 4);
    service.workspace.open('file:///test/other.crm', 'crm', 'primitive a Dummy\n');
    assert.equal(modifiers(), 0);
  });

  test('differences are one stretch, and give the new answer', () => {
    const before = [0, 0, 1, 1, 0, 1, 0, 2, 1, 0, 1, 0, 3, 1, 0];
    for (const after of [
      before,
      [],
      [9],
      before.slice(5),
      [...before, 1, 2],
      [...before.slice(0, 5), 7, ...before.slice(5)],
    ]) {
      const edits = tokenEdits(before, after);
      const data = [...before];
      for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...edit.data);
      assert.deepEqual(data, after);
      assert.ok(edits.length <= 1);
    }
  });
});
