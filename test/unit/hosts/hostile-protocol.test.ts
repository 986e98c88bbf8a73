import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { Random } from '../../fuzz/random';
import { LspClient } from '../../support/lsp-client';
import { runs } from '../../support/seed';

const uri = 'file:///test/a.crm';
const text = 'node 1: alpha\nprimitive vip IPaddr2 params ip=192.0.2.1 cidr_netmask=24\ngroup g vip\n';

/** Every request about a document that the server offers, with what it needs beside a place. */
const requests: Readonly<Record<string, object>> = {
  completion: {},
  hover: {},
  signatureHelp: {},
  definition: {},
  references: { context: { includeDeclaration: true } },
  documentHighlight: {},
  prepareRename: {},
  rename: { newName: 'other' },
  linkedEditingRange: {},
  prepareCallHierarchy: {},
  documentLink: {},
  codeLens: {},
  documentSymbol: {},
  foldingRange: {},
  diagnostic: {},
  formatting: { options: { tabSize: 2, insertSpaces: true } },
  rangeFormatting: { options: { tabSize: 2, insertSpaces: true } },
  onTypeFormatting: { ch: '\n', options: { tabSize: 2, insertSpaces: true } },
  codeAction: { context: { diagnostics: [] } },
  inlayHint: {},
  'semanticTokens/full': {},
  'semanticTokens/range': {},
  'semanticTokens/full/delta': { previousResultId: 'no such' },
};

const numbers = [0, 1, 2, 3, 7, 40, 10_000, 2_147_483_647, 4_294_967_295];

/** What no client may send, and some did. */
const nonsense: readonly unknown[] = [null, -1, 1.5, 'x', '', [], {}, true, { line: -5, character: -5 }, { line: 'a' }];

const isSound = async (client: LspClient): Promise<void> => {
  const answer = await client.ask<{ contents: { value: string } } | null>('hover', uri, {
    position: { line: 1, character: 18 },
  });
  assert.match(answer?.contents.value ?? '', /IPaddr2/);
};

suite('a hostile client', () => {
  test('places outside, unknown documents and cancelled requests get an answer, and nothing is thrown', async () => {
    const client = new LspClient();
    await client.start({ textDocument: { diagnostic: {} } });
    await client.open(uri, 'crm', text);
    const random = new Random(5);
    const place = () => ({ line: random.pick(numbers), character: random.pick(numbers) });
    const asked = Array.from({ length: runs(1500) }, () => {
      const method = random.pick(Object.keys(requests));
      const address = random.weigh([4, uri], [1, 'file:///nobody/knows.crm'], [1, 'untitled:x'], [1, 'no address']);
      const params = { textDocument: { uri: address }, position: place(), ...requests[method] };
      const positions = method === 'selectionRange' ? { positions: [place()] } : {};
      const range = { start: place(), end: place() };
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(
        `textDocument/${method}`,
        { ...params, ...positions, range },
        source.token,
      );
      if (random.once(4)) source.cancel();
      return answer.then(
        () => 'answered',
        (error: { code: number }) => error.code,
      );
    });
    // Cancelled, or said in words: a rename to a place that has no name.
    const ends = new Set(await Promise.all(asked));
    for (const end of ends) assert.ok(['answered', -32_800, -32_803, -32_602].includes(end as never), String(end));
    assert.deepEqual(client.errors, []);
    await isSound(client);
    await client.stop();
  }).timeout(60_000);

  test('parameters of wrong kinds end their own request only', async () => {
    const client = new LspClient();
    await client.start({ textDocument: { diagnostic: {} } });
    await client.open(uri, 'crm', text);
    const random = new Random(6);
    for (let i = 0; i < runs(600); i++) {
      const method = random.pick(Object.keys(requests));
      const params = {
        textDocument: random.pick([{ uri }, { uri: random.pick(nonsense) }, random.pick(nonsense)]),
        position: random.pick(nonsense),
        range: random.pick(nonsense),
        options: random.pick(nonsense),
        context: random.pick(nonsense),
        newName: random.pick(nonsense),
      };
      await client.connection.sendRequest(`textDocument/${method}`, random.once(10) ? null : params).catch(() => null);
    }
    await isSound(client);
    await client.stop();
  }).timeout(60_000);

  test('changes of documents that are not open, closed twice or changed out of order do no harm', async () => {
    const client = new LspClient();
    await client.start({ textDocument: { diagnostic: {} } });
    const send = (method: string, params: unknown) =>
      client.connection.sendNotification(`textDocument/${method}`, params);
    await send('didChange', { textDocument: { uri, version: 9 }, contentChanges: [{ text: 'x' }] });
    await send('didClose', { textDocument: { uri } });
    await client.open(uri, 'crm', text);
    await client.open(uri, 'crm', text);
    const range = { start: { line: 900, character: 0 }, end: { line: 1, character: 999 } };
    await send('didChange', { textDocument: { uri, version: -3 }, contentChanges: [{ range, text: '' }] });
    await send('didChange', { textDocument: { uri, version: 3 }, contentChanges: [{ text }] });
    await send('didSave', { textDocument: { uri } });
    await isSound(client);
    await send('didClose', { textDocument: { uri } });
    await send('didClose', { textDocument: { uri } });
    await client.open(uri, 'crm', text);
    await isSound(client);
    await client.stop();
  });

  const server = join(__dirname, '../../../dist/server/node.js');
  for (const [what, bodies] of Object.entries({
    'bodies that are no JSON, or no message': [
      '{',
      'null',
      '[]',
      '[[1]]',
      '{}',
      '"x"',
      '{"jsonrpc":"2.0","method":7,"id":1}',
    ],
    'requests before the start': ['{"jsonrpc":"2.0","id":7,"method":"textDocument/hover","params":{}}'],
    'a request that nobody knows': ['{"jsonrpc":"2.0","id":7,"method":"no/such","params":{}}'],
    'a million letters in a name': [`{"jsonrpc":"2.0","id":7,"method":"${'x'.repeat(1_000_000)}","params":null}`],
  }))
    test(`${what}: the server lives`, async () => {
      assert.ok(existsSync(server), 'run npm run build first');
      const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
      try {
        for (const body of bodies) write(child, body);
        write(
          child,
          JSON.stringify({
            jsonrpc: '2.0',
            id: 99,
            method: 'initialize',
            params: { processId: null, rootUri: null, capabilities: {} },
          }),
        );
        assert.match(await said(child, /"id":99/), /linux-ha-language-server/);
      } finally {
        child.kill();
      }
    });
});

const write = ({ stdin }: ChildProcess, body: string): unknown =>
  stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);

/** What a process has printed by the time that it has printed this; rejects once it has ended without. */
function said(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let all = '';
    child.stdout?.on('data', (part: Buffer) => {
      all += part.toString();
      if (wanted.test(all)) resolve(all);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${all.slice(-300)}`)));
  });
}
