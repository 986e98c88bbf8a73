import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bench, quickEffort } from '../../bench/run';
import { crmText, drbdText } from '../../bench/texts';
import { serviceWith } from '../../support/service';

const server = join(__dirname, '../../../dist/server/node.js');

suite('the bench', () => {
  for (const make of [crmText, drbdText])
    test(`${make.name}: of the wanted size, and without errors and warnings`, () => {
      const { language, text, typing, name } = make(400);
      const lines = text.split('\n');
      assert.ok(lines.length > 360 && lines.length < 440, `${lines.length} lines`);
      const { service, uri } = serviceWith(language, text);
      service.lint(uri);
      const found = service
        .diagnostics(uri, 'en')
        .filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(found, []);
      for (const { line, character } of [typing, name]) assert.match(lines[line]?.[character - 1] ?? '', /[\w]/);
    });

  test('measures everything it names', async function () {
    this.timeout(120_000);
    assert.ok(existsSync(server), 'run npm run build first');
    const printed: string[] = [];
    const rows = await bench({
      sizes: [60],
      languages: ['crm', 'drbd'],
      effort: quickEffort,
      server,
      print: (line) => printed.push(line),
    });
    const figure = (what: string, measure: string) =>
      rows.find((row) => row.what === what && row.measure === measure)?.ours ?? assert.fail(`no ${what} ${measure}`);
    for (const language of ['crm', 'drbd']) {
      assert.ok(figure(`${language} 60`, 'key to completion') > 0);
      assert.equal(figure(`${language} 60`, 'of 8 cancelled'), 8);
    }
    assert.ok(figure('workspace', 'index of 4 files') < 30_000, 'the last file was never found');
    assert.ok(printed.some((line) => /key to hover .*\d/.test(line)));
  });
});
