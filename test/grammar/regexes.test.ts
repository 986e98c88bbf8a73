import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSync } from 'recheck';
import { forChecker, regexesOf } from './regex';
import { grammarText, loadGrammar, ourGrammars, root } from './support';

// The checker's other engines are programs for one platform; this one runs everywhere and gives the same verdicts.
process.env['RECHECK_BACKEND'] = 'pure';

suite('Regular expressions of the grammars', function () {
  this.timeout(60_000);

  for (const scope of Object.keys(ourGrammars)) {
    test(`${scope}: each search takes time in proportion to the line`, () => {
      const all = regexesOf(JSON.parse(grammarText(scope)));
      assert.ok(all.length > 0);
      const sources = new Map(all.map((regex) => [regex.source, regex.path]));
      const bad = [...sources]
        .map(([source, path]) => ({ path, source, verdict: verdict(source) }))
        .filter((one) => one.verdict !== 'safe');
      assert.deepEqual(bad, []);
    });

    test(`${scope}: no quantifier over a quantifier without bounds`, () => {
      for (const { path, source } of regexesOf(JSON.parse(grammarText(scope))))
        assert.doesNotMatch(source, /[*+]\)[*+]/, path);
    });

    test(`${scope}: loads`, async () => {
      const grammar = await loadGrammar(scope);
      assert.ok(grammar.tokenizeLine('x', null).tokens.length > 0);
    });
  }

  for (const language of ['crm', 'drbd'])
    test(`${language}: those of the language configuration and the first line too`, () => {
      const text = readFileSync(join(root, 'language-configuration', `${language}.json`), 'utf8');
      const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
      const firstLine = manifest.contributes.languages.find((one) => one.id === language)?.firstLine;
      const all = [...patternsOf(JSON.parse(text)), firstLine ?? assert.fail('no first line')];
      assert.ok(all.length > 5);
      assert.deepEqual(
        all.filter((one) => verdict(one) !== 'safe'),
        [],
      );
    });

  test('the check finds what it is for', () => {
    assert.equal(verdict('(a+)+b'), 'vulnerable');
    assert.equal(verdict('[\\w.]+='), 'vulnerable');
    assert.equal(verdict('(?<![\\w.])[\\w.]+='), 'safe');
  });
});

interface Manifest {
  readonly contributes: { readonly languages: readonly { readonly id: string; readonly firstLine: string }[] };
}

/** The regular expressions of a language configuration: the texts under the keys that hold one. */
function patternsOf(configuration: unknown): string[] {
  if (typeof configuration !== 'object' || configuration === null) return [];
  return Object.entries(configuration).flatMap(([key, value]) =>
    typeof value === 'string' && /(?:Pattern|Text|^start|^end)$/.test(key) ? [value] : patternsOf(value),
  );
}

function verdict(regex: string): string {
  return checkSync(forChecker(regex), '', { timeout: 20_000, checker: 'automaton', maxNFASize: 100_000 }).status;
}
