import assert from 'node:assert/strict';
import { serviceWith } from '../support/service';

/** Texts that nobody writes and somebody pastes. */
const texts: readonly [language: string, what: string, text: string][] = [
  ['drbd', 'ten thousand nested sections', 'resource r {\n'.repeat(10_000) + '}'.repeat(10_000)],
  ['drbd', 'NUL bytes and braces', '\0{'.repeat(60_000)],
  ['drbd', 'a very long word', `resource ${'a'.repeat(1_000_000)} {}`],
  ['drbd', 'nothing but quotes', '"'.repeat(50_000)],
  ['crm', 'a very long line', `primitive a Dummy params ${'x=1 '.repeat(50_000)}`],
  ['crm', 'a statement of thousands of lines', `primitive a Dummy ${'\\\n x=1 '.repeat(60_000)}`],
  ['crm', 'unclosed brackets', `order o inf: ${'( a '.repeat(10_000)}`],
  ['crm', 'lone surrogates, a byte order mark, mixed line ends', '\ufeffnode \ud800\r\nnode \udc00\rnode x\n'],
  [
    'crm',
    'names that objects inherit',
    'group constructor __proto__\nprimitive __proto__ IPaddr2 params __proto__=1 constructor=2 ip=1 meta toString=1\n',
  ],
  [
    'drbd',
    'names that objects inherit',
    'resource __proto__ { net { constructor 1; toString yes; } on __proto__ { hasOwnProperty 1; } }\n',
  ],
];

const shown = new Set(['timeouts', 'units', 'nodeIds', 'implicitIds', 'constraints', 'usedBy']);

suite('hard input', () => {
  for (const [language, what, text] of texts) {
    test(`${language}: ${what}`, () => {
      const { service, uri } = serviceWith(language, text);
      service.lint(uri);
      assert.equal(service.workspace.file(uri)?.text(), text);
      assert.ok(service.diagnostics(uri, 'ja').length <= 501);
      const middle = Math.floor(text.length / 2);
      service.outline(uri);
      service.highlights(uri);
      service.folds(uri);
      service.selections(uri, middle);
      service.hover(uri, middle, 'en');
      service.completion(uri, middle, 'en');
      service.semanticTokens(uri, (word) => word.length);
      service.links(uri);
      service.lenses(uri, 'en', shown);
      service.hints(uri, { start: 0, end: text.length }, 'ja', shown);
      for (const at of [10, middle]) {
        service.occurrences(uri, at);
        service.renameObstacle(uri, at, 'other');
        service.rename(uri, at, 'other');
        service.linkedPlaces(uri, at);
        service.stageAt(uri, at);
        service.neighbours(uri, at, 'before');
      }
      service.workspace.edit(uri, middle, middle + 1, '\n');
      service.lint(uri);
      assert.equal(service.workspace.file(uri)?.length, text.length);
    }).timeout(60_000);
  }
});
