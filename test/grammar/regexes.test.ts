import assert from 'node:assert/strict';
import { checkSync } from 'recheck';
import { forChecker, regexesOf } from './regex';
import { grammarText, loadGrammar, ourGrammars } from './support';

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

  test('the check finds what it is for', () => {
    assert.equal(verdict('(a+)+b'), 'vulnerable');
    assert.equal(verdict('[\\w.]+='), 'vulnerable');
    assert.equal(verdict('(?<![\\w.])[\\w.]+='), 'safe');
  });
});

function verdict(regex: string): string {
  return checkSync(forChecker(regex), '', { timeout: 20_000, checker: 'automaton', maxNFASize: 100_000 }).status;
}
