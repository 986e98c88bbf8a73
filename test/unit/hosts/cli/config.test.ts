import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Folder, misspelt } from './cli';

suite('.linux-ha.json', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
    folder.write('a/b/bad.crm', misspelt);
    folder.write('c/bad.crm', misspelt);
  });
  teardown(() => folder.remove());

  const severities = (...args: string[]): string[] =>
    JSON.parse(folder.run(['check', '--format', 'json', ...args]).out).files.map(
      (file: { findings: { severity: string }[] }) => file.findings.map(({ severity }) => severity).join(),
    );

  test('the nearest one above a file counts for it; an argument stands over all', () => {
    folder.write('a/.linux-ha.json', '{ "rules": { "crm/unknown-parameter": "error" } }');
    assert.deepEqual(severities('a', 'c'), ['error', 'warning']);
    folder.write('a/b/.linux-ha.json', '{ "severity": "error" }');
    assert.deepEqual(severities('a', 'c'), ['', 'warning']);
    assert.deepEqual(severities('--severity', 'warning', 'a', 'c'), ['warning', 'warning']);
    folder.write('other.json', '{ "rules": { "crm/unknown-parameter": "off" } }');
    assert.deepEqual(severities('--config', 'other.json', 'a', 'c'), ['', '']);
  });

  test('language and targets', () => {
    folder.write('.linux-ha.json', '{ "language": "ja", "target": { "drbd": "8.3", "crmsh": "auto" } }');
    folder.write('drbd.d/r.res', 'resource r {\n  syncer { rate 30M; }\n}\n');
    assert.match(folder.run(['check', 'c']).out, /というパラメータはない/);
    assert.doesNotMatch(folder.run(['check', 'drbd.d']).out, /old-syncer/);
    assert.match(folder.run(['check', '--target-drbd', '9', 'drbd.d']).out, /old-syncer/);
  });

  test('who reads crm files', () => {
    folder.write('c/commands.crm', 'configure\nprimitive vip ocf:heartbeat:Dummy\ncommit\n');
    assert.doesNotMatch(folder.run(['check', 'c']).out, /command-in-load/);
    folder.write('.linux-ha.json', '{ "crm": { "reader": "load" } }');
    assert.match(folder.run(['check', 'c']).out, /command-in-load/);
  });

  test('a mistake in it is said, and nothing is checked by half a configuration; the schema says the same', () => {
    const valid = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('server/schema/config.schema.json', 'utf8')),
    );
    const wrong: [string, string][] = [
      ['[]', 'it'],
      ['{ "rule": {} }', 'rule'],
      ['{ "rules": { "crm/x": "loud" } }', 'rules.crm/x'],
      ['{ "rules": { "unknown-parameter": "off" } }', 'rules.unknown-parameter'],
      ['{ "target": { "drbd": 9 } }', 'target.drbd'],
      ['{ "target": { "corosync": "3" } }', 'target.corosync'],
      ['{ "crm": { "reader": "me" } }', 'crm'],
      ['{ "crm": { "writer": "load" } }', 'crm'],
      ['{ "format": [] }', 'format'],
      ['{ "format": { "crm": { "statements": "pretty" } } }', 'format'],
      ['{ "format": { "corosync": {} , "drbd": { "tabs": "8" } } }', 'format'],
      ['{ "language": "fr" }', 'language'],
      ['{ "severity": "off" }', 'severity'],
    ];
    for (const [text, key] of wrong) {
      folder.write('c/.linux-ha.json', text);
      const { code, err } = folder.run(['check', 'c']);
      assert.deepEqual([code, err.includes(`.linux-ha.json: ${key} is not as it should be`)], [2, true], err);
      assert.ok(!valid(JSON.parse(text)), text);
    }
    folder.write('c/.linux-ha.json', '{');
    assert.match(folder.run(['check', 'c']).err, /not JSON/);
    assert.match(folder.run(['check', '--config', 'gone.json', 'c']).err, /gone\.json: there is no such file/);
    for (const text of [
      '{}',
      '{ "format": { "crm": { "statements": "compact" }, "drbd": { "braces": "own-line", "values": "align" } } }',
      '{ "$schema": "x", "target": { "drbd": "9.2", "pacemaker": "2.1.5-rc1" }, "language": "auto" }',
    ])
      assert.ok(valid(JSON.parse(text)), text);
  });
}).timeout(20_000);
