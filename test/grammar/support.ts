import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, type IToken, parseRawGrammar, Registry, type StateStack } from 'vscode-textmate';

/** The repository's top folder. */
export const root = join(__dirname, '..', '..');

/** Grammars of ours by scope name, as files under `syntaxes/`. */
export const ourGrammars: Readonly<Record<string, string>> = {
  'source.crm': 'crm.tmLanguage.json',
  'source.drbd': 'drbd.tmLanguage.json',
  'source.corosync': 'corosync.tmLanguage.json',
  'markdown.crm.codeblock': 'markdown-crm.tmLanguage.json',
  'markdown.drbd.codeblock': 'markdown-drbd.tmLanguage.json',
  'shell.crm.heredoc': 'shell-crm.tmLanguage.json',
};

/** The grammars that ours are injected into, as VS Code brings them. */
const hostGrammars: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown',
  'source.shell': 'shellscript',
};

const injections: Readonly<Record<string, string[]>> = {
  'text.html.markdown': ['markdown.crm.codeblock', 'markdown.drbd.codeblock'],
  'source.shell': ['shell.crm.heredoc'],
};

const require_ = createRequire(__filename);

/** The text of a grammar of ours. */
export const grammarText = (scope: string): string =>
  readFileSync(join(root, 'syntaxes', ourGrammars[scope] ?? assert.fail(scope)), 'utf8');

let registry: Promise<Registry> | undefined;

/** A grammar, ours or a host with our injections, ready to tokenise. */
export async function loadGrammar(scope: string): Promise<IGrammar> {
  registry ??= makeRegistry();
  const grammar = await (await registry).loadGrammar(scope);
  return grammar ?? assert.fail(`no grammar ${scope}`);
}

async function makeRegistry(): Promise<Registry> {
  const wasm = readFileSync(require_.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(new Uint8Array(wasm).buffer);
  return new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const text = textOf(scope);
      return text === undefined ? null : parseRawGrammar(text, `${scope}.json`);
    },
    getInjections: (scope) => injections[scope],
  });
}

function textOf(scope: string): string | undefined {
  if (ourGrammars[scope] !== undefined) return grammarText(scope);
  const host = hostGrammars[scope];
  if (host === undefined) return undefined;
  return readFileSync(join(root, 'node_modules', 'tm-grammars', 'grammars', `${host}.json`), 'utf8');
}

/** One line with its tokens. */
export interface TokenisedLine {
  readonly text: string;
  readonly tokens: readonly IToken[];
}

/** All lines of a text with their tokens. Fails where the tokeniser gives up on a line. */
export function tokenise(grammar: IGrammar, text: string): TokenisedLine[] {
  let state: StateStack = INITIAL;
  return text.split(/\r\n?|\n/).map((line) => {
    const result = grammar.tokenizeLine(line, state, 10_000);
    assert.ok(!result.stoppedEarly, `gave up on: ${line.slice(0, 60)}`);
    state = result.ruleStack;
    return { text: line, tokens: result.tokens };
  });
}

/** The scopes at a column of a line. */
export const scopesAt = (line: TokenisedLine, column: number): readonly string[] =>
  line.tokens.find((token) => token.startIndex <= column && column < token.endIndex)?.scopes ?? [];

/** What a fixture's line of carets says about the source line above it. */
interface Claim {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Scopes (or their beginnings) that must be there, and with `!` in front those that must not. */
  readonly scopes: readonly string[];
  /** Where it stands in the fixture, for messages. */
  readonly at: number;
}

/**
 * Checks a fixture: source lines, and below a source line any number of lines `#>   ^^^^ scope scope !scope`, whose
 * carets mark columns of that source line. `#<- scope` speaks of the first column (`#<--` of the first two ...).
 * Lines that begin with `#>` or `#<` are taken out before the text is tokenised.
 */
export function checkFixture(grammar: IGrammar, name: string, fixture: string): void {
  const { source, claims } = readFixture(fixture);
  assert.ok(claims.length > 0, `${name} claims nothing`);
  const lines = tokenise(grammar, source.join('\n'));
  const failures = claims.flatMap((claim) => failuresOf(claim, lines).map((text) => `${name}:${claim.at}: ${text}`));
  assert.equal(failures.join('\n'), '');
}

function readFixture(fixture: string): { source: string[]; claims: Claim[] } {
  const source: string[] = [];
  const claims: Claim[] = [];
  for (const [index, line] of fixture.split('\n').entries()) {
    const carets = /^#>( *)(\^+) +(.+)$/.exec(line);
    const left = /^#<(-+) +(.+)$/.exec(line);
    const at = index + 1;
    if (carets !== null) {
      const from = 2 + carets[1]!.length;
      claims.push(claimOf(source.length - 1, from, from + carets[2]!.length, carets[3]!, at));
    } else if (left !== null) claims.push(claimOf(source.length - 1, 0, left[1]!.length, left[2]!, at));
    else if (/^#[<>]/.test(line)) assert.fail(`unreadable claim in line ${at}: ${line}`);
    else source.push(line);
  }
  return { source, claims };
}

const claimOf = (line: number, from: number, to: number, scopes: string, at: number): Claim => ({
  line,
  from,
  to,
  scopes: scopes.trim().split(/\s+/),
  at,
});

function failuresOf(claim: Claim, lines: readonly TokenisedLine[]): string[] {
  const line = lines[claim.line] ?? assert.fail('a claim above the first line');
  for (let column = claim.from; column < claim.to; column++) {
    const found = scopesAt(line, column);
    const wrong = claim.scopes.filter((scope) =>
      scope.startsWith('!') ? has(found, scope.slice(1)) : !has(found, scope),
    );
    if (wrong.length > 0)
      return [`column ${column} of “${line.text}”: wanted ${wrong.join(' ')}, found ${found.join(' ')}`];
  }
  return [];
}

const has = (found: readonly string[], scope: string): boolean =>
  found.some((one) => one.split(' ').some((part) => part === scope || part.startsWith(`${scope}.`)));

/** Files of the shared corpus of real configurations, where it lies beside the repository; else a line says so. */
export function corpusFiles(language: 'crm' | 'drbd'): string[] {
  const folder = join(root, '..', 'shared', 'corpus', language);
  if (!existsSync(folder)) {
    console.log(`      no corpus at ${join('..', 'shared', 'corpus', language)}: nothing to check there`);
    return [];
  }
  return readdirSync(folder).map((name) => join(folder, name));
}
