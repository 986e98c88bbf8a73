import assert from 'node:assert/strict';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentLink,
  InlayHint,
  LinkedEditingRanges,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver-protocol';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///etc/cluster.crm';
const at = (line: number, character: number) => ({ position: { line, character } });

suite('the protocol of moving about', () => {
  let client: LspClient;
  setup(() => {
    client = new LspClient();
  });
  teardown(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  test('semantic tokens: after a key only what changed is sent', async () => {
    await client.start();
    await client.open(crm, 'crm', 'primitive vip IPaddr2 params ip=1\ngroup g vip\n');
    const first = await client.ask<SemanticTokens>('semanticTokens/full', crm);
    const start = { line: 1, character: 11 };
    await client.change(crm, [{ range: { start, end: start }, text: ' web' }]);
    const { edits = [], resultId } = await client.ask<Partial<SemanticTokensDelta>>('semanticTokens/full/delta', crm, {
      previousResultId: first.resultId,
    });
    assert.equal(edits.length, 1);
    assert.ok((edits[0]?.data?.length ?? 0) <= 5);
    const data = [...first.data];
    for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const whole = await client.ask<SemanticTokens>('semanticTokens/full', crm);
    assert.deepEqual(data, whole.data);
    const stale = await client.ask<SemanticTokens>('semanticTokens/full/delta', crm, { previousResultId: resultId });
    assert.deepEqual(stale.data, whole.data);
  });

  test('hints and lenses follow the settings', async () => {
    await client.start({}, { settings: { codeLens: { constraints: true } }, showPlaces: true });
    await client.open(crm, 'crm', 'primitive f Filesystem op start interval=0\nlocation l f 1: n\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
    const hints = await client.ask<InlayHint[]>('inlayHint', crm, { range });
    assert.deepEqual(
      hints.map(({ label, position, textEdits }) => [label, position.character, textEdits?.length]),
      [['advised timeout=60s', 42, 1]],
    );
    const [lens] = await client.ask<CodeLens[]>('codeLens', crm);
    assert.equal(lens?.command?.title, '1 constraint');
    assert.deepEqual(lens?.command?.arguments?.[0], crm);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { linuxHa: { inlayHints: { timeouts: false } } },
    });
    assert.deepEqual(await client.ask('inlayHint', crm, { range }), []);
    assert.deepEqual(await client.ask('codeLens', crm), []);
  });

  test('the client is asked to look again when facts and settings change', async () => {
    let asked = 0;
    client.connection.onRequest('workspace/inlayHint/refresh', () => {
      asked++;
      return null;
    });
    await client.start({ workspace: { inlayHint: { refreshSupport: true } } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    for (let i = 0; i < 500 && asked < 2; i++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(asked >= 2, String(asked));
  });

  test('links lead to files of the workspace, and nowhere else', async () => {
    const asked: string[] = [];
    client.connection.onRequest('linuxHa/listFolder', ({ uri, what }: { uri: string; what: string }) => {
      asked.push(uri);
      return what === 'files' && uri === 'file:///ws/etc/httpd' ? [`${uri}/httpd.conf`] : [];
    });
    client.connection.onRequest('linuxHa/listFiles', () => []);
    client.connection.onRequest('linuxHa/readFile', () => null);
    client.connection.onRequest('workspace/workspaceFolders', () => [{ uri: 'file:///ws', name: 'ws' }]);
    await client.start({ workspace: { workspaceFolders: true } }, { files: true });
    const uri = 'file:///ws/cluster.crm';
    const text =
      'primitive w apache params configfile=/etc/httpd/httpd.conf x=/etc/shadow y=/etc/../../x/y z=//host/share/x\n';
    await client.open(uri, 'crm', text);
    const links = await client.ask<DocumentLink[]>('documentLink', uri);
    assert.deepEqual(links, [
      {
        range: { start: { line: 0, character: 37 }, end: { line: 0, character: 58 } },
        target: 'file:///ws/etc/httpd/httpd.conf',
      },
    ]);
    assert.ok(
      asked.every((folder) => folder.startsWith('file:///ws')),
      asked.join(' '),
    );
  });

  test('what starts before and after, and a name that stands twice', async () => {
    await client.start();
    await client.open(
      crm,
      'crm',
      'primitive a Dummy\nprimitive b Dummy\norder o a:start b:start\norder p a:promote a:start\n',
    );
    const [item] = await client.ask<CallHierarchyItem[]>('prepareCallHierarchy', crm, at(0, 10));
    assert.equal(item?.name, 'a');
    const after: CallHierarchyOutgoingCall[] = await client.connection.sendRequest('callHierarchy/outgoingCalls', {
      item,
    });
    assert.deepEqual(
      after.map(({ to, fromRanges }) => [to.name, to.detail, fromRanges[0]?.start.line]),
      [
        ['b', 'o: start → start', 2],
        ['a', 'p: promote → start', 3],
      ],
    );
    const before: CallHierarchyIncomingCall[] = await client.connection.sendRequest('callHierarchy/incomingCalls', {
      item: after[0]?.to,
    });
    assert.deepEqual(
      before.map(({ from }) => from.name),
      ['a'],
    );
    const linked = await client.ask<LinkedEditingRanges>('linkedEditingRange', crm, at(3, 8));
    assert.deepEqual(
      linked.ranges.map(({ start }) => start.character),
      [8, 18],
    );
  });
});
