import assert from 'node:assert/strict';
import { recordedVerdicts } from '../../../oracle/crm/recorded';
import { serviceWith } from '../../../support/service';

function errorsIn(text: string): string[] {
  const { service, uri } = serviceWith('crm', text);
  service.lint(uri);
  return service
    .diagnostics(uri, 'en')
    .flatMap(({ severity, code, message }) => (severity === 'error' ? [`${code}: ${message}`] : []));
}

suite('crm verdicts', () => {
  test('an error where crmsh refuses a text, none where it takes it', () => {
    const cases = recordedVerdicts();
    assert.ok(cases.length > 400);
    const wrong = cases.flatMap(({ text, verdict, differs }) => {
      const errors = errorsIn(text);
      // What only the schema refuses may be a warning: it can depend on the version of Pacemaker.
      const same = verdict === 'schema refuses' || errors.length > 0 === (verdict === 'refuses');
      if (same !== differs) return [];
      return [`crmsh ${verdict}, we say ${errors.join(' / ') || 'nothing'}:\n${text}`];
    });
    assert.deepEqual(wrong, []);
  });
});
