import assert from 'node:assert/strict';
import { expand, type Snippet, snippetsOf } from './snippet';

const snippet = (...body: string[]): Snippet => ({ prefix: 'x', description: 'x', body });

suite('Snippets', () => {
  for (const language of ['crm', 'drbd', 'corosync'] as const) {
    for (const [name, one] of Object.entries(snippetsOf(language)))
      test(`${language}: ${name}`, () => {
        const text = expand(one);
        assert.doesNotMatch(text, /\$|[ \t]$/m, 'unexpanded, or blanks at a line end');
        assert.match(one.description, /^[A-Z].{8,} \/ .*[ぁ-んァ-ヶ一-龠]/, 'in both languages');
        assert.match(one.prefix, /^[a-z][a-z\d-]*$/);
        assert.match(one.body.at(-1) ?? '', /\$0$/);
        if (language === 'crm') checkContinuations(text);
        else assert.equal(text.split('{').length, text.split('}').length, 'braces in pairs');
      });

    test(`${language}: each prefix once`, () => {
      const prefixes = Object.values(snippetsOf(language)).map((one) => one.prefix);
      assert.equal(new Set(prefixes).size, prefixes.length);
    });
  }

  test('expanding reads stops, defaults, choices, mirrors and escapes', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how snippets are written
    assert.equal(expand(snippet('a ${1:b} ${2|c,d|} $1-${2} \\\\', '\\$x$0')), 'a b c b-c \\\n$x');
    assert.throws(() => expand(snippet('$1')), /no default/);
    assert.throws(() => expand(snippet('$HOME')), /cannot read/);
  });
});

/** A line that goes on is followed by an indented one; one that ends is not. */
function checkContinuations(text: string): void {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    assert.equal(/ \\$/.test(line), next?.startsWith('\t') ?? false, `line ${index + 1}: ${line}`);
  }
}
