import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, hoverCoverage } from '../support/hover-coverage';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');

/** Every word of a folder's files says something when it is pointed at, in both languages. */
function checkFolder(folder: string): void {
  const files = filesBelow(folder);
  const { tokens, silent, exempt } = hoverCoverage(files);
  const spared = [...exempt].map(([reason, count]) => `${count}: ${reason}`).join('; ');
  console.log(
    `      ${files.length} files, ${tokens} words, ${silent.length} without a hover${spared && ` (${spared})`}`,
  );
  assert.ok(tokens > 0);
  assert.deepEqual(silent, []);
}

suite('hover coverage', () => {
  test('every word of the examples', function () {
    this.timeout(20_000);
    checkFolder(join(root, 'examples'));
  });

  for (const language of ['crm', 'drbd']) {
    test(`every word of real ${language} files`, function () {
      this.timeout(20_000);
      if (!existsSync(corpus)) {
        console.log('      no corpus of real files here: nothing checked');
        this.skip();
      }
      checkFolder(join(corpus, language));
    });
  }
});
