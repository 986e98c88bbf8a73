import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../server/src/base/edits';
import { serviceWith } from '../support/service';
import { cases as crmCases } from './crm/cases';
import { cibTexts } from './crm/cib-cases';
import { putToCrmsh } from './crm/crmsh';
import { needsCrmsh } from './crm/needs-crmsh';
import { cases as drbdCases } from './drbd/cases';
import { dumpOf, hasTool, withoutAddressCheck } from './drbd/dump';
import { needs } from './real-tools';

const root = join(import.meta.dirname, '../..');

const layouts = {
  crm: ['sections', 'compact', 'keep'].map((statements) => ({ statements })),
  drbd: [{}, { braces: 'own-line', values: 'align' }, { braces: 'keep', values: 'single' }],
};

suite('formatted files mean the same to the real tools', () => {
  for (const layout of layouts.crm)
    test(`crmsh makes the same CIB: ${layout.statements}`, function () {
      this.timeout(300_000);
      needsCrmsh(this);
      const texts = [...crmCases.map(({ text }) => text), ...cibTexts, ...filesOf('crm')];
      const pairs = texts.map((text) => [text, formatted('crm', text, layout)] as const).filter(([a, b]) => a !== b);
      const answers = putToCrmsh(pairs.flatMap((pair) => pair.map((text) => ({ text, cib: true as const }))));
      let taken = 0;
      for (const [i, [before, after]] of pairs.entries()) {
        const [a, b] = [answers[2 * i], answers[2 * i + 1]];
        assert.equal(b?.ok, a?.ok, `${before}\n=>\n${after}`);
        assert.equal(b?.cib, a?.cib, `${before}\n=>\n${after}`);
        if (a?.ok) taken++;
      }
      console.log(`      ${texts.length} crm texts, ${pairs.length} changed by formatting, ${taken} with the same CIB`);
      assert.ok(taken > 0);
    });

  test('what crm configure show prints is laid out already', function () {
    this.timeout(300_000);
    needsCrmsh(this);
    const texts = [...crmCases.map(({ text }) => text), ...cibTexts, ...filesOf('crm')];
    const shown = putToCrmsh(texts.map((text) => ({ text, show: true }))).flatMap(({ show }) => show ?? []);
    let statements = 0;
    for (const text of shown) {
      const { service, uri } = serviceWith('crm', text);
      for (const unit of service.workspace.file(uri)?.units ?? []) {
        // What crm prints and does not read again is nothing that can be laid out; its own blanks at line ends go.
        if (unit.parsed.problems.length > 0 || /^\s*#/.test(unit.text)) continue;
        const bare = unit.text.replace(/[ \t]+$/gm, '');
        assert.equal(formatted('crm', bare, {}), bare);
        statements++;
      }
    }
    console.log(`      ${shown.length} configurations, ${statements} statements`);
    assert.ok(statements > 0);
  });

  for (const layout of layouts.drbd)
    test(`drbdadm dumps the same: ${Object.values(layout).join(', ') || 'as it comes'}`, function () {
      this.timeout(300_000);
      needs('drbdadm', hasTool('9'), this);
      const texts = [...drbdCases, ...filesOf('drbd')];
      let [changed, dumped] = [0, 0];
      for (const text of texts) {
        const after = formatted('drbd', text, layout);
        if (after === text) continue;
        changed++;
        const [a, b] = [text, after].map(dump);
        assert.equal(b, a, `${text}\n=>\n${after}`);
        if (a !== undefined) dumped++;
      }
      console.log(`      ${texts.length} DRBD texts, ${changed} changed by formatting, ${dumped} with the same dump`);
      assert.ok(dumped > 0);
    });
});

function formatted(language: 'crm' | 'drbd', text: string, choices: Readonly<Record<string, string>>): string {
  const style = { indent: '\t', choices: { [language]: choices } };
  const { service, uri } = serviceWith(language, text);
  const once = applyEdits(text, service.format(uri, style));
  const again = serviceWith(language, once);
  assert.deepEqual(again.service.format(again.uri, style), [], `formatting twice: ${once}`);
  assert.equal(bare(once), bare(text));
  return once;
}

/** A text without what formatting may change. */
const bare = (text: string): string => text.replace(/\\*[ \t]*\r?\n|\s/g, '');

/** What drbdadm prints, without its comments: they name the file and its lines. */
const dump = (text: string): string | undefined =>
  dumpOf({ 't.res': withoutAddressCheck(text) }, '9', ['dump']).text?.replace(/^\s*#.*\n/gm, '');

/** The examples, and the collected files where they are. */
function filesOf(language: 'crm' | 'drbd'): string[] {
  const collected = join(root, '../shared/corpus', language);
  if (!existsSync(collected)) console.log('      no collected files here: own texts alone');
  return [...textsIn(join(root, 'examples'), language), ...(existsSync(collected) ? textsIn(collected) : [])];
}

function textsIn(folder: string, language?: 'crm' | 'drbd'): string[] {
  const ours = language === 'crm' ? /\.(?:crm|pcmk)$/ : language === 'drbd' ? /\.(?:res|conf)$/ : /./;
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ours.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
