import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LanguageService } from '../../../../server/src/core/service';
import { drbd } from './support';

const folder = join(import.meta.dirname, '../../../../../shared/corpus');

interface Row {
  readonly file: string;
  readonly verdict: { readonly gen9?: { readonly ok: boolean } };
}

suite('drbd corpus', () => {
  test('real files: no exception, the same text, an outline, an error exactly where drbdadm 9 refuses', function () {
    if (!existsSync(join(folder, 'index.json'))) {
      console.log('      no corpus of real DRBD files here: nothing compared');
      this.skip();
    }
    const { files } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { files: Row[] };
    const wrong: string[] = [];
    for (const { file, verdict } of files.filter((row) => row.file.startsWith('drbd/'))) {
      const text = readFileSync(join(folder, file), 'utf8');
      const service = new LanguageService({ languages: [drbd] });
      service.workspace.configure({ target: { drbd: '9' } });
      const uri = `file:///${file}`;
      service.workspace.open(uri, 'drbd', text);
      service.lint(uri);
      assert.equal(service.workspace.file(uri)?.text(), text, file);
      if (/\w/.test(text.replace(/#.*/g, ''))) assert.ok(service.outline(uri).length > 0, `${file} has no outline`);
      const errors = service.diagnostics(uri, 'en').filter(({ severity }) => severity === 'error');
      if (verdict.gen9 && (errors.length === 0) !== verdict.gen9.ok)
        wrong.push(`${file}: ${errors[0]?.message ?? 'accepted'}`);
    }
    assert.deepEqual(wrong, []);
  });
});
