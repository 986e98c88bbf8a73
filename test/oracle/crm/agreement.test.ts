import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../server/src/base/edits';
import { compareText, describe } from '../../fuzz/crm/compare';
import { CrmshProcess } from '../../fuzz/crm/crmsh-process';
import { serviceWith } from '../../support/service';
import { cases, onPurpose } from './cases';
import { askCrmsh } from './crmsh';
import { needsCrmsh } from './needs-crmsh';
import { recordedVerdicts } from './recorded';

const root = join(import.meta.dirname, '../../..');

function errorsIn(text: string): string[] {
  const { service, uri } = serviceWith('crm', text);
  service.lint(uri);
  return service
    .diagnostics(uri, 'en')
    .flatMap(({ severity, code, message }) => (severity === 'error' ? [`${code}: ${message}`] : []));
}

suite('crmsh and we', () => {
  suiteSetup(function () {
    needsCrmsh(this);
  });

  test(`agree on ${cases.length} lines and files: an error where its load or its schema refuses, in the line`, async () => {
    const crmsh = new CrmshProcess();
    const wrong: string[] = [];
    for (const { name, text } of cases) {
      const found = await compareText(text, crmsh);
      if (found && !onPurpose.has(name)) wrong.push(describe(found));
    }
    crmsh.stop();
    assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${wrong.join('\n')}`);
  }).timeout(300_000);

  test('the recorded verdicts are those of the crmsh that is installed', () => {
    const recorded = recordedVerdicts();
    const verdicts = askCrmsh(recorded.map(({ text }) => text));
    const wrong = recorded.flatMap(({ text, verdict }, i) => {
      const { ok, schema } = verdicts[i]!;
      const now = !ok ? 'refuses' : schema ? 'takes' : 'schema refuses';
      return now === verdict ? [] : [`${now}, recorded: ${verdict}\n${text}`];
    });
    assert.deepEqual(wrong, []);
  }).timeout(300_000);

  test('the examples without mistakes are accepted by crmsh and by us', () => {
    const names = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.crm') && !name.includes('mistake'),
    );
    assert.ok(names.length > 0);
    const texts = names.map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
    const verdicts = askCrmsh(texts);
    for (const [i, name] of names.entries()) {
      assert.deepEqual([name, verdicts[i]?.ok], [name, true]);
      assert.deepEqual([name, errorsIn(texts[i]!)], [name, []]);
    }
  }).timeout(120_000);

  test('the newsletter samples are accepted once all safe fixes are made', function () {
    const folder = join(root, '../shared/samples');
    if (!existsSync(folder)) {
      console.log('      no samples here: nothing checked');
      this.skip();
    }
    const fixed = readdirSync(folder)
      .filter((name) => name.endsWith('.crm'))
      .map((name) => {
        const text = readFileSync(join(folder, name), 'utf8');
        const { service, uri } = serviceWith('crm', text);
        return applyEdits(text, service.safeEdits(uri));
      });
    assert.equal(fixed.length, 2);
    for (const { ok, errors } of askCrmsh(fixed)) assert.deepEqual([ok, errors], [true, []]);
  }).timeout(120_000);
});
