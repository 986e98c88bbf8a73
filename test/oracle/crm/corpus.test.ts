import assert from 'node:assert/strict';
import { compareText, describe, plainPart } from '../../fuzz/crm/compare';
import { CrmshProcess } from '../../fuzz/crm/crmsh-process';
import { corpusFiles, traps } from './corpus';
import { needsCrmsh } from './needs-crmsh';

suite('crmsh and we on real files and known traps', () => {
  const crmsh = new CrmshProcess();
  suiteSetup(function () {
    needsCrmsh(this);
  });
  suiteTeardown(() => crmsh.stop());

  // Lines for the interpreter or a shell, and templates, are left out: there we differ on purpose (docs/differences.md).
  test('real files: the same verdict, and the errors in the lines that crmsh refuses', async function () {
    const files = corpusFiles();
    if (files.length === 0) {
      console.log('      no corpus of real crm files here: nothing compared');
      this.skip();
    }
    const wrong: string[] = [];
    for (const { name, text } of files) {
      const found = await compareText(plainPart(text), crmsh);
      if (found) wrong.push(`${name}\n${describe(found)}`);
    }
    assert.equal(wrong.length, 0, `${wrong.length} of ${files.length} differ:\n${wrong.join('\n')}`);
  }).timeout(120_000);

  test('traps, each in a whole cluster: the same verdict', async function () {
    const { context, lines } = traps();
    if (lines.length === 0) {
      console.log('      no crm traps here: nothing compared');
      this.skip();
    }
    const wrong: string[] = [];
    for (const line of lines) {
      const found = await compareText(plainPart(`${context.trimEnd()}\n${line}\n`), crmsh);
      if (found) wrong.push(`${line}\n  ${found.what}: ${found.about}`);
    }
    assert.equal(wrong.length, 0, `${wrong.length} of ${lines.length} differ:\n${wrong.join('\n')}`);
  }).timeout(120_000);
});
