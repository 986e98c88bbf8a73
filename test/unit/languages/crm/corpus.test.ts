import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../../server/src/base/edits';
import { serviceWith } from '../../../support/service';

const shared = join(import.meta.dirname, '../../../../../shared');

interface Row {
  readonly file: string;
  readonly verdict: { readonly load_ok: boolean };
}

/** Files that crmsh's `load` refuses and we take, on purpose (docs/differences.md says why). */
const takenOnPurpose =
  /-(?:heredoc|regtest-rset|regtest-confbasic|template-session|script|commands|constraints|geo-drbd|galera-backport)\.crm$/;

function errors(text: string): string[] {
  const { service, uri } = serviceWith('crm', text);
  service.lint(uri);
  assert.equal(service.workspace.file(uri)?.text(), text);
  assert.ok(service.outline(uri).length > 0, 'no outline');
  return service.diagnostics(uri, 'en').flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
}

suite('crm corpus', () => {
  test('real files: no exception, the same text, an outline, an error where crmsh refuses', function () {
    if (!existsSync(join(shared, 'corpus/index.json'))) {
      console.log('      no corpus of real crm files here: nothing compared');
      this.skip();
    }
    const { files } = JSON.parse(readFileSync(join(shared, 'corpus/index.json'), 'utf8')) as { files: Row[] };
    const wrong: string[] = [];
    for (const { file, verdict } of files.filter((row) => row.file.startsWith('crm/'))) {
      const found = errors(readFileSync(join(shared, 'corpus', file), 'utf8'));
      if ((found.length === 0) !== verdict.load_ok && !takenOnPurpose.test(file))
        wrong.push(`${file}: ${found[0] ?? 'accepted'}`);
    }
    assert.deepEqual(wrong, []);
  });

  test('the newsletter samples: quotes and the stray backslash found, fixed all at once, nothing left', function () {
    if (!existsSync(join(shared, 'samples'))) {
      console.log('      no samples here: nothing checked');
      this.skip();
    }
    for (const file of readdirSync(join(shared, 'samples')).filter((name) => name.endsWith('.crm'))) {
      const text = readFileSync(join(shared, 'samples', file), 'utf8');
      const { service, uri } = serviceWith('crm', text);
      service.lint(uri);
      const codes = new Set(service.diagnostics(uri, 'en').map(({ code }) => code));
      assert.ok(codes.has('crm/typographic-quote'), file);
      assert.equal(codes.has('crm/glued-statement'), file.includes('unique-clone'), file);
      const fixed = applyEdits(text, service.safeEdits(uri));
      assert.deepEqual(errors(fixed), [], file);
      assert.ok(!/[”″]/.test(fixed), file);
    }
  });
});
