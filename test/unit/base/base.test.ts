import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits';
import { LineIndex } from '../../../server/src/base/line-index';
import { code, codeBlock, escapeMarkdown } from '../../../server/src/base/markdown';
import { nearest, nearestOrPrefix } from '../../../server/src/base/suggest';
import { fill, toLocale } from '../../../server/src/base/text';

suite('base', () => {
  test('edits count in the original text, whatever their order; the first of two that overlap stands', () => {
    const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });
    assert.equal(applyEdits('abcdef', [edit(4, 5, 'X'), edit(0, 1, 'YY'), edit(2, 2, '-')]), 'YYb-cdXf');
    assert.equal(applyEdits('abcdef', [edit(0, 3, '1'), edit(2, 4, '2')]), '1def');
  });

  test('a line ends with LF, CR LF or CR', () => {
    const index = new LineIndex('a\r\nb\rc\n');
    assert.equal(index.lineCount, 4);
    assert.deepEqual(index.position(4), { line: 1, column: 1 });
    assert.deepEqual(index.position(99), { line: 3, column: 0 });
    assert.deepEqual(
      [0, 1, 2, 3].map((line) => index.line(line)),
      ['a', 'b', 'c', ''],
    );
  });

  test('a suggestion is near, and none is better than a wild one', () => {
    const names = ['cidr_netmask', 'ip', 'nic', 'broadcast'];
    assert.equal(nearest('cidr-netmsak', names), 'cidr_netmask');
    assert.equal(nearest('NIC', names), 'nic');
    assert.equal(nearest('iflabel', names), undefined);
    assert.equal(nearest('x'.repeat(500), names), undefined);
    assert.deepEqual(
      ['ipaddr', 'broad', 'zzz'].map((word) => nearestOrPrefix(word, names)),
      ['ip', 'broadcast', undefined],
    );
  });

  test('text from a file cannot become Markdown', () => {
    assert.equal(escapeMarkdown('[x](command:y) <b>'), '\\[x\\]\\(command:y\\) \\<b\\>');
    assert.equal(code('a`b``c'), '``` a`b``c ```');
    assert.equal(codeBlock('crm', '```'), '````crm\n```\n````');
  });

  test('arguments are filled in by name, unknown and inherited names stay', () => {
    assert.equal(fill('{a} {b} {constructor}', { a: 1 }), '1 {b} {constructor}');
    assert.deepEqual(['ja', 'ja-JP', 'en', 'jav', undefined].map(toLocale), ['ja', 'ja', 'en', 'en', 'en']);
  });
});
