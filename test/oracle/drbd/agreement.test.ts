import assert from 'node:assert/strict';
import { LanguageService } from '../../../server/src/core/service';
import { drbd } from '../../unit/languages/drbd/support';
import { cases } from './cases';
import { askDrbdadm, hasDrbdadm } from './drbdadm';

/** Our errors in a file that is for DRBD 9. */
function errorsIn(text: string): string[] {
  const service = new LanguageService({ languages: [drbd] });
  service.workspace.configure({ target: { drbd: '9' } });
  const uri = 'file:///test/test.res';
  service.workspace.open(uri, 'drbd', text);
  service.lint(uri);
  return service
    .diagnostics(uri, 'en')
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => `${code}: ${message}`);
}

suite('drbdadm and we', () => {
  test(`agree on ${cases.length} files: an error exactly where it refuses`, function () {
    this.timeout(300_000);
    if (!hasDrbdadm()) {
      assert.ok(!process.env['CI'], 'drbdadm is not installed');
      console.log('      drbdadm (drbd-utils) is not installed: nothing compared');
      this.skip();
    }
    const wrong = cases.flatMap((text) => {
      const { accepted, said } = askDrbdadm(text);
      const errors = errorsIn(text);
      if (accepted === (errors.length === 0)) return [];
      return [`${text}\n  drbdadm: ${accepted ? 'accepted' : said}\n  we: ${errors.join(' / ') || 'accepted'}`];
    });
    assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${wrong.join('\n')}`);
  });
});
