import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeFiles } from '../../../server/src/hosts/node-files';
import { LspClient } from '../../support/lsp-client';

const resource = (name: string, minor: number, more = '') =>
  `resource ${name} {\n  ${more}\n  device minor ${minor};\n  disk /dev/${name};\n  on a { address 10.0.0.1:${7700 + minor}; }\n  on b { address 10.0.0.2:${7700 + minor}; }\n}\n`;

/** Waits until a condition holds. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 2000 && !holds(); i++) await new Promise((resolve) => setImmediate(resolve));
  assert.ok(holds());
}

suite('files that the open ones name', () => {
  let client: LspClient;
  const asked: string[] = [];
  /** A client with these files, none of which lies in a folder that is open. */
  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    asked.length = 0;
    client.connection.onRequest('linuxHa/listFiles', () => []);
    client.connection.onRequest('linuxHa/listFolder', ({ uri, what }: { uri: string; what: 'files' | 'folders' }) => {
      asked.push(`${uri}/`);
      const below = Object.keys(files).filter((name) => name.startsWith(`${uri}/`));
      const [direct, deeper] = [false, true].map((deep) =>
        below.filter((name) => name.slice(uri.length + 1).includes('/') === deep),
      );
      if (what === 'files') return direct ?? [];
      return [...new Set(deeper?.map((name) => name.slice(0, name.indexOf('/', uri.length + 1))))];
    });
    client.connection.onRequest('linuxHa/readFile', ({ uri }: { uri: string }) => {
      if (!uri.endsWith('/.linux-ha.json')) asked.push(uri); // configs.test.ts
      return files[uri] ?? null;
    });
    await client.start({}, { files: true });
  }
  const codes = (uri: string) => client.published.get(uri)?.diagnostics.map(({ code }) => code) ?? [];
  setup(() => {
    client = new LspClient();
  });
  teardown(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  test('a pattern may leave folders open', async () => {
    await start({
      'file:///etc/sites/a/r0.res': resource('r0', 0),
      'file:///etc/sites/b/r1.res': resource('r1', 0),
      'file:///etc/sites/b/deep/r2.res': resource('r2', 0),
      'file:///etc/sites/.hidden/r3.res': resource('r3', 0),
      'file:///etc/others/r4.res': resource('r4', 0),
    });
    await client.open('file:///etc/drbd.conf', 'drbd', `include "s*/[a-c]/r?.res";\n${resource('r9', 0)}`);
    await until(() => codes('file:///etc/drbd.conf').includes('drbd/duplicate-minor'));
    const read = asked.filter((uri) => uri.endsWith('.res'));
    assert.deepEqual(read.sort(), ['file:///etc/sites/a/r0.res', 'file:///etc/sites/b/r1.res']);
  });

  test('a resource file finds its drbd.conf, and through it what it clashes with', async () => {
    await start({
      'file:///etc/drbd.conf': 'include "drbd.d/*.res";\ninclude "/other/extra.cfg";\n',
      'file:///etc/drbd.d/r1.res': resource('r1', 0),
      'file:///etc/drbd.d/notes.txt': 'not of the tree',
      'file:///other/extra.cfg': `include "/etc/drbd.conf";\n${resource('r0', 9)}`,
    });
    await client.open('file:///etc/drbd.d/r0.res', 'drbd', resource('r0', 0));
    const found = () => codes('file:///etc/drbd.d/r0.res');
    await until(() => found().includes('drbd/duplicate-minor') && found().includes('drbd/duplicate-resource'));
    assert.deepEqual(asked, [
      'file:///etc/drbd.d/drbd.conf',
      'file:///etc/drbd.conf',
      'file:///etc/drbd.d/',
      'file:///etc/drbd.d/r1.res',
      'file:///other/extra.cfg',
    ]);
  });

  test('a drbd.conf that does not include the file is none of its business', async () => {
    await start({ 'file:///etc/drbd.conf': resource('r0', 0) });
    await client.open('file:///etc/drbd.d/r0.res', 'drbd', resource('r0', 0));
    await until(() => asked.length === 2);
    await client.ask('documentSymbol', 'file:///etc/drbd.d/r0.res');
    assert.deepEqual(codes('file:///etc/drbd.d/r0.res'), []);
  });

  test('an include that is typed is followed, once', async () => {
    const uri = 'file:///x/drbd.conf';
    await start({ 'file:///x/more': resource('r0', 0) });
    await client.open(uri, 'drbd', resource('r0', 1));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await client.change(uri, [{ range, text: 'include "more";\n' }]);
    await until(() => codes(uri).includes('drbd/duplicate-resource'));
    await client.change(uri, [{ range, text: '\n' }]);
    await client.ask('documentSymbol', uri);
    assert.deepEqual(
      asked.filter((name) => name.endsWith('/more')),
      ['file:///x/more'],
    );
  });

  test('a template is read, but its common section is no second one of the tree', async () => {
    await start({ 'file:///x/t.tmpl': 'common { net { timeout 60; } }\n' });
    const uri = 'file:///x/r.res';
    await client.open(uri, 'drbd', `common { }\n${resource('r0', 0, 'template-file "t.tmpl";')}`);
    await until(() => asked.includes('file:///x/t.tmpl'));
    await client.ask('documentSymbol', uri);
    assert.deepEqual(codes(uri), []);
  });

  test('on a disk only plain files are read, and a folder lists its files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ha-files-'));
    const uri = pathToFileURL(folder).href;
    try {
      writeFileSync(join(folder, 'a b.res'), 'x');
      mkdirSync(join(folder, 'sub'));
      assert.deepEqual(await nodeFiles.list(uri, 'files'), [`${uri}/a%20b.res`]);
      assert.deepEqual(await nodeFiles.list(uri, 'folders'), [`${uri}/sub`]);
      assert.equal(await nodeFiles.read(`${uri}/a%20b.res`), 'x');
      await assert.rejects(nodeFiles.read(`${uri}/sub`));
      await assert.rejects(nodeFiles.read('file:///dev/zero'));
      assert.deepEqual(await nodeFiles.list(`${uri}/none`, 'files'), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
