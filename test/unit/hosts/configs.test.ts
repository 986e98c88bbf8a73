import { LspClient } from '../../support/lsp-client';

const file = 'file:///clusters/tokyo/a.crm';
const text = 'primitive p ocf:heartbeat:Dummy params bogus=1\n';
const rule = 'crm/unknown-parameter';

/** A client whose workspace has these files; what is in `files` may change. */
async function clientWith(files: Record<string, string>, settings?: unknown): Promise<LspClient> {
  const client = new LspClient();
  client.connection.onRequest('linuxHa/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  client.connection.onRequest('linuxHa/listFiles', () => []);
  client.connection.onRequest('linuxHa/listFolder', () => []);
  await client.start({}, { files: true, settings });
  await client.open(file, 'crm', text);
  return client;
}

const severity = (client: LspClient, wanted: number | undefined) =>
  client.diagnostics(file, ({ diagnostics }) => diagnostics.find(({ code }) => code === rule)?.severity === wanted);

const config = (level: string) => JSON.stringify({ rules: { [rule]: level } });

suite('.linux-ha.json in the editor', () => {
  test('the nearest one counts, over the settings; without one the settings do', async () => {
    const settings = { rules: { [rule]: 'hint' } };
    const files: Record<string, string> = {};
    const client = await clientWith(files, settings);
    await severity(client, 4);
    await client.stop();

    files['file:///clusters/.linux-ha.json'] = config('error');
    const second = await clientWith(files, settings);
    await severity(second, 1);
    await second.stop();

    files['file:///clusters/tokyo/.linux-ha.json'] = config('off');
    const third = await clientWith(files, settings);
    await severity(third, undefined);
    await third.stop();
  });

  test('a change of it shows at once, and one with a mistake says nothing', async () => {
    const uri = 'file:///clusters/.linux-ha.json';
    const files: Record<string, string> = { [uri]: config('error') };
    const client = await clientWith(files);
    const changed = () =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await severity(client, 1);
    files[uri] = config('information');
    await changed();
    await severity(client, 3);
    files[uri] = '{ "rules": [] }';
    await changed();
    await severity(client, 2);
    delete files[uri];
    await changed();
    await severity(client, 2);
    await client.stop();
  });

  test('targets come from it', async () => {
    const files = { 'file:///.linux-ha.json': JSON.stringify({ target: { drbd: '8.4' } }) };
    const client = await clientWith(files);
    const drbd = 'file:///clusters/r0.res';
    await client.open(drbd, 'drbd', 'resource r0 {\n  options { quorum majority; }\n}\n');
    await client.diagnostics(drbd, ({ diagnostics }) =>
      diagnostics.some(
        ({ code, severity }) => severity === 1 && String(code).startsWith('drbd/') && code !== 'drbd/missing-host',
      ),
    );
    await client.stop();
  });
});
