import assert from 'node:assert/strict';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///ws/a.crm';
const small = 'primitive p ocf:heartbeat:Dummy\n';
const large = Array.from({ length: 300 }, (_, n) => `primitive p${n} ocf:heartbeat:Dummy params bogus=1\n`).join('');
const shows = { window: { workDoneProgress: true } };

/** A client that keeps what it is shown: words, and a percentage where there is one. */
function watching(options?: { longWork: number }): { client: LspClient; seen: string[] } {
  const client = new LspClient(options);
  const seen: string[] = [];
  client.connection.onRequest('window/workDoneProgress/create', () => {
    seen.push('create');
    return null;
  });
  client.connection.onNotification('$/progress', ({ value }: { value: { kind: string; title?: string } }) => {
    seen.push([value.kind, ...(value.title === undefined ? [] : [value.title])].join(' '));
  });
  return { client, seen };
}

/** Lets what is on its way arrive. */
const settled = async (client: LspClient): Promise<void> => {
  for (let n = 0; n < 5; n++) await client.connection.sendRequest('linuxHa/ping');
};

suite('progress', () => {
  test('work that is soon done is not shown', async () => {
    const { client, seen } = watching();
    await client.start({ ...shows, textDocument: { diagnostic: {} } });
    await client.open(crm, 'crm', small);
    await client.ask('diagnostic', crm);
    await settled(client);
    assert.deepEqual(seen, []);
    await client.stop();
  });

  for (const how of ['pulled', 'pushed'])
    test(`a long check is shown from its begin to its end, ${how}`, async () => {
      const { client, seen } = watching({ longWork: 0 });
      await client.start({ ...shows, textDocument: how === 'pulled' ? { diagnostic: {} } : {} });
      await client.open(crm, 'crm', large);
      if (how === 'pulled') await client.ask('diagnostic', crm);
      else await client.diagnostics(crm, ({ diagnostics }) => diagnostics.length > 0);
      await settled(client);
      assert.deepEqual(seen.slice(0, 2), ['create', 'begin Linux-HA: checking a large file']);
      assert.equal(seen.at(-1), 'end');
      assert.equal(
        seen.filter((word) => word.startsWith('begin')).length,
        seen.filter((word) => word === 'end').length,
      );
      await client.stop();
    });

  test('reading many files of the workspace is shown', async () => {
    const { client, seen } = watching({ longWork: 0 });
    const files = Array.from({ length: 100 }, (_, n) => `file:///ws/${n}.crm`);
    client.connection.onRequest('linuxHa/listFiles', () => files);
    client.connection.onRequest('linuxHa/listFolder', () => []);
    client.connection.onRequest('linuxHa/readFile', ({ uri }: { uri: string }) =>
      uri.endsWith('.crm') ? small : null,
    );
    await client.start({ ...shows, textDocument: { diagnostic: {} } }, { files: true, locale: 'ja' });
    for (let tries = 0; tries < 500 && seen.at(-1) !== 'end'; tries++) await settled(client);
    assert.deepEqual(seen.slice(0, 2), ['create', 'begin Linux-HA: ワークスペースのファイルを読み込み中']);
    assert.equal(seen.at(-1), 'end');
    await client.stop();
  });

  test('a client that shows none is not asked', async () => {
    const { client, seen } = watching({ longWork: 0 });
    await client.start({ textDocument: { diagnostic: {} } });
    await client.open(crm, 'crm', large);
    await client.ask('diagnostic', crm);
    await settled(client);
    assert.deepEqual(seen, []);
    await client.stop();
  });
});
