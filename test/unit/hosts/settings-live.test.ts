import assert from 'node:assert/strict';
import { settingGroups, settings } from '../../../server/src/settings';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///ws/a.crm';
const drbd = 'file:///ws/r0.res';
const layout = { options: { tabSize: 4, insertSpaces: true } };
const range = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };
const at = (line: number, character: number) => ({ position: { line, character } });

/** What shows a setting: a text, the values before and after, and a question whose answer has to differ. */
interface Shown {
  readonly text: string;
  readonly values: readonly [unknown, unknown];
  readonly ask: (client: LspClient, uri: string) => Promise<unknown>;
}

const codes = async (client: LspClient, uri: string): Promise<unknown> => {
  const report = await client.ask<{ items: readonly { code: string; severity: number; message: string }[] }>(
    'diagnostic',
    uri,
  );
  return report.items.map(({ code, severity, message }) => [code, severity, message]);
};
const formatted = (client: LspClient, uri: string) => client.ask('formatting', uri, layout);
const hints = (client: LspClient, uri: string) => client.ask('inlayHint', uri, { range });
const lenses = (client: LspClient, uri: string) => client.ask('codeLens', uri);
const hover = (client: LspClient, uri: string) => client.ask('hover', uri, at(0, 4));

const dummy = 'primitive p ocf:heartbeat:Dummy op monitor interval=10\n';
const sections = 'resource r0 {\n  net\n  {\n    timeout 60;\n    ping-int 10;\n  }\n';
const hosts =
  '  on a { address 10.0.0.1:7789; device /dev/drbd0; disk /dev/sda; }\n  on b { address 10.0.0.2:7789; device /dev/drbd0; disk /dev/sda; }\n}\n';

const shown: Readonly<Record<string, Shown>> = {
  'target.pacemaker': {
    text: 'primitive p ocf:heartbeat:Dummy\nms m p\n',
    values: ['auto', '3.0.0'],
    ask: codes,
  },
  'target.crmsh': { text: 'bundle b podman image=x\n', values: ['auto', '4.4.1'], ask: codes },
  'target.drbd': { text: 'resource r0 {\n  options { quorum majority; }\n}\n', values: ['9', '8.4'], ask: codes },
  'crm.reader': { text: `${dummy}commit\n`, values: ['interpreter', 'load'], ask: codes },
  'crm.scope': {
    text: 'node a\nprimitive vip IPaddr2 params ip=192.0.2.1\n',
    values: ['whole', 'fragment'],
    ask: codes,
  },
  rules: {
    text: 'primitive p ocf:heartbeat:Dummy params bogus=1\n',
    values: [{}, { 'crm/unknown-parameter': 'error' }],
    ask: codes,
  },
  'format.crm.statements': { text: dummy, values: ['sections', 'compact'], ask: formatted },
  'format.drbd.braces': { text: sections + hosts, values: ['same-line', 'own-line'], ask: formatted },
  'format.drbd.values': { text: sections + hosts, values: ['keep', 'align'], ask: formatted },
  'inlayHints.timeouts': { text: dummy, values: [true, false], ask: hints },
  'inlayHints.units': { text: sections + hosts, values: [true, false], ask: hints },
  'inlayHints.nodeIds': { text: sections + hosts, values: [true, false], ask: hints },
  'inlayHints.implicitIds': { text: dummy, values: [false, true], ask: hints },
  'codeLens.constraints': { text: `${dummy}location l p 100: a\n`, values: [false, true], ask: lenses },
  'codeLens.usedBy': { text: `${dummy}group g p\n`, values: [false, true], ask: lenses },
  language: { text: dummy, values: ['en', 'ja'], ask: hover },
  workspaceFiles: {
    text: dummy,
    values: [true, false],
    ask: (client) => client.connection.sendRequest('workspace/symbol', { query: 'elsewhere' }),
  },
};

/** What an editor sends for one setting. */
const sent = (key: string, value: unknown): unknown => {
  const [first = '', ...rest] = key.split('.');
  return rest.length === 0 ? { [first]: value } : { [first]: sent(rest.join('.'), value) };
};

/** Asks until the answer is, or is not, this one: other files are read by and by. */
async function untilAnswer(ask: () => Promise<unknown>, accept: (answer: string) => boolean): Promise<string> {
  let answer = '';
  for (let tries = 0; tries < 200; tries++) {
    answer = JSON.stringify(await ask());
    if (accept(answer)) return answer;
  }
  throw new Error(`the answer stays ${answer}`);
}

suite('settings take effect at once', () => {
  test('each of them is looked at, and stands in one group', () => {
    const keys = settings.map(({ key }) => key);
    assert.deepEqual(Object.keys(shown).sort(), [...keys].sort());
    const groups = settingGroups.flatMap((group) => group.keys);
    const homes = (key: string) =>
      groups.filter((start) => key === start || (start.endsWith('.') && key.startsWith(start)));
    assert.deepEqual(
      keys.filter((key) => homes(key).length !== 1),
      [],
    );
  });

  for (const [key, { text, values, ask }] of Object.entries(shown))
    test(key, async () => {
      const client = new LspClient();
      client.connection.onRequest('linuxHa/listFiles', () => ['file:///ws/other.crm']);
      client.connection.onRequest('linuxHa/listFolder', () => []);
      client.connection.onRequest('linuxHa/readFile', ({ uri }: { uri: string }) =>
        uri.endsWith('other.crm') ? 'primitive elsewhere ocf:heartbeat:Dummy\n' : null,
      );
      const [before, after] = values.map((value) => sent(key, value));
      await client.start(
        { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
        { files: true, settings: before },
      );
      const language = text.startsWith('resource') ? 'drbd' : 'crm';
      const uri = language === 'drbd' ? drbd : crm;
      await client.open(uri, language, text);
      const question = () => ask(client, uri);
      const change = (to: unknown) =>
        client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { linuxHa: to } });
      const first = await untilAnswer(question, (answer) => key !== 'workspaceFiles' || answer !== '[]');
      await change(after);
      await untilAnswer(question, (answer) => answer !== first);
      await change(before);
      await untilAnswer(question, (answer) => answer === first);
      assert.deepEqual(client.errors, []);
      await client.stop();
    });
});

suite('settings of folders', () => {
  test('of several folders each has its own; folders come and go', async () => {
    const client = new LspClient();
    const levels: Record<string, string> = { 'file:///one': 'error', 'file:///two': 'hint' };
    client.connection.onRequest('workspace/configuration', ({ items }: { items: readonly { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => ({ rules: { 'crm/unknown-parameter': levels[scopeUri ?? ''] ?? 'information' } })),
    );
    const folders = Object.keys(levels).map((uri) => ({ uri, name: uri }));
    const capabilities = {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { diagnostic: {} },
    };
    await client.start(capabilities, {}, folders);
    const severity = async (uri: string): Promise<unknown> => {
      const report = await client.ask<{ items: readonly { code: string; severity: number }[] }>('diagnostic', uri);
      return report.items.find(({ code }) => code === 'crm/unknown-parameter')?.severity;
    };
    for (const folder of ['one', 'two', 'three'])
      await client.open(`file:///${folder}/a.crm`, 'crm', 'primitive p ocf:heartbeat:Dummy params bogus=1\n');
    assert.deepEqual(
      await Promise.all(['one', 'two', 'three'].map((name) => severity(`file:///${name}/a.crm`))),
      [1, 4, 3],
    );
    levels['file:///three'] = 'warning';
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///three', name: 'three' }], removed: [folders[1]] },
    });
    await untilAnswer(
      () => severity('file:///three/a.crm'),
      (answer) => answer === '2',
    );
    assert.equal(await severity('file:///two/a.crm'), 3);
    await client.stop();
  });
});
