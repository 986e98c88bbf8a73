import assert from 'node:assert/strict';
import type { FileStatus } from '../../../server/src/hosts/lsp/protocol';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///clusters/tokyo/a.crm';
const drbd = 'file:///clusters/tokyo/drbd.d/r0.res';
const config = 'file:///clusters/.linux-ha.json';

/** A client whose workspace has these files. */
async function clientWith(files: Record<string, string> = {}, settings?: unknown): Promise<LspClient> {
  const client = new LspClient();
  client.connection.onRequest('linuxHa/readFile', ({ uri }: { uri: string }) => files[uri] ?? null);
  client.connection.onRequest('linuxHa/listFiles', () => []);
  client.connection.onRequest('linuxHa/listFolder', () => []);
  await client.start({}, { files: true, settings });
  return client;
}

const ask = (client: LspClient, uri: string): Promise<FileStatus | null> =>
  client.connection.sendRequest('linuxHa/status', { uri });

/** The entries as short words, a setting a line. */
const short = (status: FileStatus | null): string[] =>
  (status?.entries ?? []).map(({ setting, value, from, place }) =>
    [setting, value, from, ...(place ? [`${place.uri.replace(/.*\//, '')}:${place.line}`] : [])].join(' '),
  );

/** Waits for word of a change. */
const nextChange = (client: LspClient): Promise<FileStatus> =>
  new Promise((resolve) => client.connection.onNotification('linuxHa/statusChanged', resolve));

suite('status of a file', () => {
  test('a crm file: versions of nothing in particular, and what its words say of its scope', async () => {
    const client = await clientWith();
    await client.open(crm, 'crm', 'primitive p ocf:heartbeat:Dummy\n');
    const status = await ask(client, crm);
    assert.deepEqual(short(status), [
      'target.pacemaker auto nothing',
      'target.crmsh auto nothing',
      'crm.scope fragment words',
    ]);
    assert.equal(status?.facts, 'loaded');
    assert.equal(status?.language, 'crm');
    await client.stop();
  });

  test('a comment says the scope, and where it stands', async () => {
    const client = await clientWith({}, { crm: { scope: 'whole' } });
    await client.open(crm, 'crm', 'node a\n# linux-ha: crm scope fragment\n');
    assert.equal(short(await ask(client, crm)).at(-1), 'crm.scope fragment comment a.crm:1');
    await client.stop();
  });

  test('the settings say it, and .linux-ha.json over them', async () => {
    const settings = { crm: { scope: 'whole' }, target: { pacemaker: '2.1.5', crmsh: '4.4' } };
    const files: Record<string, string> = { [config]: JSON.stringify({ target: { crmsh: '5.0' } }) };
    const client = await clientWith(files, settings);
    await client.open(crm, 'crm', 'primitive p ocf:heartbeat:Dummy\n');
    await ask(client, crm);
    for (let tries = 0; tries < 50 && !short(await ask(client, crm))[1]?.includes('config'); tries++);
    assert.deepEqual(short(await ask(client, crm)), [
      'target.pacemaker 2.1.5 setting',
      'target.crmsh 5.0 config .linux-ha.json:0',
      'crm.scope whole setting',
    ]);
    await client.stop();
  });

  test('DRBD: the generation, by nothing, words, a comment', async () => {
    const client = await clientWith();
    await client.open(drbd, 'drbd', 'resource r0 { }\n');
    assert.deepEqual(short(await ask(client, drbd)), ['target.drbd 9 nothing']);
    await client.open(drbd, 'drbd', 'resource r0 {\n  syncer { rate 10M; }\n}\n');
    assert.deepEqual(short(await ask(client, drbd)), ['target.drbd 8.4 words']);
    await client.open(drbd, 'drbd', 'resource r0 { }\n# linux-ha: drbd 8.4\n');
    assert.deepEqual(short(await ask(client, drbd)), ['target.drbd 8.4 comment r0.res:1']);
    await client.stop();
  });

  test('a change is told of the file that was asked about last, once', async () => {
    const client = await clientWith();
    await client.open(crm, 'crm', 'primitive p ocf:heartbeat:Dummy\n');
    await ask(client, crm);
    const told = nextChange(client);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await client.change(crm, [{ range, text: '\n' }]);
    await client.change(crm, [{ range, text: 'node a' }]);
    const status = await told;
    assert.equal(status.uri, crm);
    assert.equal(short(status).at(-1), 'crm.scope whole words');
    await client.stop();
  });

  test('facts that cannot be loaded are said', async () => {
    const client = new LspClient({ loadFacts: () => Promise.reject(new Error('gone')) });
    await client.start();
    await client.open(crm, 'crm', 'primitive p ocf:heartbeat:Dummy\n');
    assert.equal((await ask(client, crm))?.facts, 'failed');
    assert.match(client.errors.join(), /facts could not be loaded/);
    await client.stop();
  });

  test('what is none of ours has none; a ping is answered; a hang cannot be asked for', async () => {
    const client = await clientWith();
    assert.equal(await ask(client, 'file:///none'), null);
    await client.connection.sendNotification('linuxHa/hang');
    assert.equal(await client.connection.sendRequest('linuxHa/ping'), null);
    await client.stop();
  });
});
