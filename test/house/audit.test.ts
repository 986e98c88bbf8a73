import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(__dirname, '../..');

interface Audit {
  judgeAudit(report: string, bundled: readonly string[]): { asked: boolean; found: readonly string[] };
  bundledIn(notices: string): string[];
}

suite('the audit', () => {
  const load = (): Promise<Audit> => import(pathToFileURL(join(root, 'scripts/lib/audit.mjs')).href);

  test('a serious hole in what is bundled counts; one in a tool, a small one and a registry that is not there do not', async () => {
    const { judgeAudit } = await load();
    const report = (name: string, severity: string) =>
      JSON.stringify({ vulnerabilities: { [name]: { severity, range: '<2' } } });
    const bundled = ['vscode-jsonrpc'];
    assert.deepEqual(judgeAudit(report('vscode-jsonrpc', 'high'), bundled).found, ['vscode-jsonrpc <2: high']);
    assert.deepEqual(judgeAudit(report('mocha', 'critical'), bundled), { asked: true, found: [] });
    assert.deepEqual(judgeAudit(report('vscode-jsonrpc', 'low'), bundled), { asked: true, found: [] });
    for (const answer of ['', '{"statusCode": 405}', 'no', 'null'])
      assert.deepEqual(judgeAudit(answer, bundled), { asked: false, found: [] });
  });

  test('knows what is bundled', async () => {
    const { bundledIn } = await load();
    const names = bundledIn(readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8'));
    assert.ok(names.includes('vscode-languageserver') && names.includes('@rgrove/parse-xml'), names.join());
  });
});
