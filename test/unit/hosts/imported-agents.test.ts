import assert from 'node:assert/strict';
import type { CompletionList, Hover } from 'vscode-languageserver-protocol';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///ws/cluster.crm';
const text = 'primitive vip ocf:heartbeat:IPaddr2 params rocket_fuel=1\n';
const at = (character: number) => ({ position: { line: 0, character } });
const metadata = `<?xml version="1.0"?>
<!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">
<resource-agent name="IPaddr2"><parameters><parameter name="rocket_fuel">
<longdesc lang="en">Kerosene, as upstream says.</longdesc><content type="string"/></parameter></parameters></resource-agent>`;
const owner = { folder: 'heartbeat', name: 'IPaddr2' };

suite('imported agents over the protocol', () => {
  let client: LspClient;
  let kept: unknown;
  let asked: number;
  const unknown = () =>
    client.published.get(crm)?.diagnostics.filter(({ code }) => code === 'crm/unknown-parameter').length;
  const changed = () => client.connection.sendRequest<number>('linuxHa/importedAgentsChanged');
  const read = (xml: string, whose: object = owner) =>
    client.connection.sendRequest<{ id?: string; agent?: unknown; problem?: string }>('linuxHa/readMetadata', {
      owner: whose,
      xml,
    });
  const imported = async () => ({
    version: 1,
    source: { kind: 'folder', name: 'x' },
    date: '2024-05-01T10:00:00.000Z',
    agents: [(await read(metadata)).agent],
  });

  setup(() => {
    client = new LspClient();
    kept = null;
    asked = 0;
    client.connection.onRequest('linuxHa/importedAgents', () => {
      asked++;
      return kept;
    });
  });
  teardown(async () => {
    await client.stop();
  });

  test('are asked for at start, change without a restart, and can go again', async () => {
    await client.start({}, { imports: true });
    assert.equal(asked, 1);
    await client.open(crm, 'crm', text);
    await client.diagnostics(crm, () => unknown() === 1);
    kept = await imported();
    assert.equal(await changed(), 1);
    await client.diagnostics(crm, () => unknown() === 0);
    const hover = await client.ask<Hover>('hover', crm, at(45));
    assert.match(JSON.stringify(hover.contents), /Kerosene, as upstream says/);
    const list = await client.ask<CompletionList>('completion', crm, at(43));
    assert.ok(list.items.some(({ label }) => label === 'rocket_fuel'));
    kept = null;
    assert.equal(await changed(), 0);
    await client.diagnostics(crm, () => unknown() === 1);
    assert.deepEqual(client.errors, []);
  });

  test('what was kept by somebody else is logged and not used', async () => {
    kept = { version: 1, agents: [{ id: 'x' }] };
    let refused = 0;
    client.connection.onNotification('linuxHa/importedAgentsRefused', () => {
      refused++;
    });
    await client.start({}, { imports: true });
    await client.open(crm, 'crm', text);
    await client.diagnostics(crm, () => unknown() === 1);
    assert.match(client.errors.join(), /imported agents/);
    assert.equal(refused, 1);
  });

  test('other clients are not asked', async () => {
    await client.start();
    assert.equal(await changed(), 0);
    assert.equal(asked, 0);
  });

  test('metadata that cannot be read are answered with words', async () => {
    await client.start({}, { locale: 'ja' });
    assert.equal((await read(metadata, { id: 'ocf:acme:rocket' })).id, 'ocf:acme:rocket');
    assert.match((await read('<html/>')).problem ?? '', /resource-agent/);
    assert.match((await read('<!DOCTYPE r [<!ENTITY a "b">]><r/>')).problem ?? '', /実体/);
    for (const whose of [{ folder: '..', name: 'x' }, { id: '-o' }, { id: 'lsb:x' }])
      assert.match((await read(metadata, whose)).problem ?? '', /特定できない/);
    assert.deepEqual(client.errors, []);
  });
});
