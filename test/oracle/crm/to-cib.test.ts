import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml, writeXml, type XmlElement } from '../../../server/src/languages/crm/cib/xml';
import { cases } from './cases';
import { cibTexts } from './cib-cases';
import { canonical, ourCib } from './cibs';
import { hasCrmsh, putToCrmsh } from './crmsh';
import { recordedVerdicts } from './recorded';

const root = join(import.meta.dirname, '../../..');

/** Compares the CIBs of those texts that crmsh takes; returns how many those are. */
function compare(texts: readonly string[], validate?: string): number {
  const answers = putToCrmsh(texts.map((text) => ({ text, cib: true, ...(validate !== undefined && { validate }) })));
  let taken = 0;
  for (const [i, text] of texts.entries()) {
    const { ok, cib } = answers[i]!;
    if (!ok || !cib) continue;
    taken++;
    const theirs = readXml(cib);
    assert.ok(!('problem' in theirs));
    assert.equal(canonical(ourCib(text, validate)), canonical(theirs), `The CIB of\n${text}`);
  }
  return taken;
}

suite('toCib and crmsh', () => {
  suiteSetup(function () {
    if (hasCrmsh()) return;
    assert.ok(!process.env['CI'], 'crmsh is not installed');
    console.log('      crmsh is not installed: nothing compared');
    this.skip();
  });

  test('give the same CIB for all that crmsh takes of the own cases, and all of those written for this', () => {
    assert.equal(compare(cibTexts), cibTexts.length);
    const texts = [...cases.map(({ text }) => text), ...recordedVerdicts().map(({ text }) => text)];
    assert.ok(compare([...new Set(texts)]) > 300);
  }).timeout(120_000);

  for (const schema of ['pacemaker-1.2', 'pacemaker-2.10', 'pacemaker-3.0', 'pacemaker-3.6'])
    test(`give the same CIB for ${schema}`, () => {
      assert.ok(compare(cibTexts, schema) >= cibTexts.length - 4);
    }).timeout(60_000);

  test('give the same CIB for the examples', () => {
    const names = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.crm'),
    );
    const texts = names.map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
    assert.ok(compare(texts) > 0);
  }).timeout(60_000);

  test('give the same CIB for every file of the corpus and every trap that crmsh takes', function () {
    const shared = join(root, '../shared');
    if (!existsSync(shared)) {
      console.log('      no corpus here: nothing compared');
      this.skip();
    }
    const folder = join(shared, 'corpus/crm');
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    assert.ok(compare(files) > 30);
    const read = (name: string) => JSON.parse(readFileSync(join(shared, 'spec', name), 'utf8'));
    const context = `${read('crm-completion-cases.json').contexts.full.crm as string}\n`;
    const traps = (read('crm-traps.json').traps as { text: string }[]).map(({ text }) => `${context}${text}\n`);
    assert.ok(compare(traps) > 100);
  }).timeout(120_000);

  test('what writeXml prints is read by crmsh as the same CIB', () => {
    const cibs = cibTexts.map((text) => ourCib(text));
    const answers = putToCrmsh(cibs.map((cib) => ({ from: writeXml(cib), cib: true })));
    for (const [i, cib] of cibs.entries())
      assert.equal(canonical(readXml(answers[i]?.cib ?? '') as XmlElement), canonical(cib));
  }).timeout(60_000);
});
