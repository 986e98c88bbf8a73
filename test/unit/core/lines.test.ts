import assert from 'node:assert/strict';
import { serviceWith } from '../../support/service';

suite('lines of units', () => {
  test('are those of the file, also after edits', () => {
    const { service, uri } = serviceWith('crm', '# one\r\nnode alice \\\n  attributes a=1\n\nnode bob\n');
    const lineOf = (word: string): number | undefined => {
      const file = service.workspace.file(uri);
      const at = file?.text().indexOf(word) ?? -1;
      const unit = file?.unitAt(at);
      return file && unit && file.lineOf(unit, at - file.startOf(unit));
    };
    assert.deepEqual(['alice', 'attributes', 'bob'].map(lineOf), [2, 3, 5]);
    service.workspace.edit(uri, 0, 0, '# zero\n# and a half\n');
    assert.deepEqual(['zero', 'alice', 'attributes', 'bob'].map(lineOf), [1, 4, 5, 7]);
    service.workspace.edit(uri, 0, 7, '');
    assert.deepEqual(['half', 'bob'].map(lineOf), [1, 6]);
  });
});
