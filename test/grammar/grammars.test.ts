import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  checkFixture,
  corpusFiles,
  grammarText,
  loadGrammar,
  ourGrammars,
  scopesAt,
  type TokenisedLine,
  tokenise,
} from './support';

const fixtures = join(__dirname, 'fixtures');

const scopeOf: Readonly<Record<string, string>> = {
  crm: 'source.crm',
  drbd: 'source.drbd',
  corosync: 'source.corosync',
  md: 'text.html.markdown',
  sh: 'source.shell',
};

suite('Grammars', () => {
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.txt')))
    test(file, async () => {
      const scope = scopeOf[file.split('.').at(-2) ?? ''] ?? assert.fail(`no grammar for ${file}`);
      checkFixture(await loadGrammar(scope), file, readFileSync(join(fixtures, file), 'utf8'));
    });

  test('the notation notices a wrong claim', async () => {
    const grammar = await loadGrammar('source.crm');
    assert.throws(() => checkFixture(grammar, 'x', 'group g a\n#<----- string'), /wanted string/);
    assert.throws(() => checkFixture(grammar, 'x', 'group g a\n#>    ^ !entity.name'), /wanted !entity.name/);
  });

  test('every scope belongs to a family that themes colour', () => {
    const families =
      /^(?:keyword|entity\.name|support\.(?:class|function|type)|storage\.type|variable|string|constant\.(?:character|language|numeric)|comment|invalid|markup|punctuation|meta|entity\.other\.attribute-name|fenced_code)\./;
    for (const scope of Object.keys(ourGrammars))
      for (const name of scopeNames(JSON.parse(grammarText(scope)))) assert.match(name, families, scope);
  });

  for (const language of ['crm', 'drbd'] as const) {
    test(`${language}: very long lines are coloured to their end`, async () => {
      const grammar = await loadGrammar(`source.${language}`);
      for (const piece of longPieces[language]) {
        const text = piece.repeat(Math.ceil(100_000 / piece.length));
        tokenise(grammar, text);
      }
    }).timeout(60_000);

    test(`${language}: real files have colours`, async () => {
      const grammar = await loadGrammar(`source.${language}`);
      for (const file of corpusFiles(language)) {
        const { words, coloured } = count(tokenise(grammar, readFileSync(file, 'utf8')));
        assert.ok(coloured >= 0.8 * words, `${basename(file)}: ${coloured} of ${words} words`);
      }
    }).timeout(60_000);
  }
});

/** What a line of 100,000 characters is made of: each a way to make a careless expression look ahead in vain. */
const longPieces = {
  crm: [
    'primitive a ocf:heartbeat:x params a=b ',
    'aaaaaaaaaa',
    'a=',
    'a:',
    'primitive ',
    ' \\ ',
    '{{ a ',
    '<% @a ${',
    '" \\" ',
    'group g a b op monitor interval=10s ',
    'rule 10: #uname eq a or ',
    '\t',
    '###',
  ],
  drbd: [
    'resource r0 { net { timeout 1; } } ',
    'aaaaaaaaaa',
    'on a b ',
    'a 1.2.3.4:7788; ',
    '} ',
    'skip { { } } ',
    '[fd00::',
    '" \\" ',
    '<% $x @a ',
    '1234567890',
    ' \t',
    'host a via proxy on b { } ',
  ],
} as const;

/** Every scope that a grammar gives. */
function scopeNames(grammar: unknown): string[] {
  if (typeof grammar !== 'object' || grammar === null) return [];
  return Object.entries(grammar).flatMap(([key, value]) =>
    typeof value !== 'string'
      ? scopeNames(value)
      : (key === 'name' || key === 'contentName') && value.includes('.')
        ? value.split(' ')
        : [],
  );
}

function count(lines: readonly TokenisedLine[]): { words: number; coloured: number } {
  const found = lines.flatMap((line) =>
    [...line.text.matchAll(/\S+/g)].map((word) => scopesAt(line, word.index).slice(1).some(isColour)),
  );
  return { words: found.length, coloured: found.filter(Boolean).length };
}

/** Regions alone (`meta.`) get no colour from a theme. */
const isColour = (scope: string): boolean => !scope.startsWith('meta.');
