import assert from 'node:assert/strict';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  Location,
  SemanticTokens,
  SignatureHelp,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///ws/cluster.crm';
const quoted = 'primitive vip ocf:heartbeat:IPaddr2 params ip=”10.0.0.1″\ngroup g vip\n';
const at = (line: number, character: number) => ({ position: { line, character } });

suite('protocol', () => {
  let client: LspClient;
  setup(() => {
    client = new LspClient();
  });
  teardown(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  test('findings are pushed with the version that they belong to, and follow every change', async () => {
    await client.start();
    await client.open(crm, 'crm', quoted);
    const first = await client.diagnostics(crm, ({ diagnostics }) => diagnostics.length > 0);
    assert.equal(first.version, 1);
    assert.ok(first.diagnostics.every(({ source }) => source === 'linux-ha'));
    assert.ok(first.diagnostics.some(({ code }) => code === 'crm/typographic-quote'));
    const version = await client.change(crm, [
      { range: { start: { line: 0, character: 43 }, end: { line: 0, character: 56 } }, text: 'ip=10.0.0.1' },
    ]);
    const next = await client.diagnostics(crm, (params) => params.version === version);
    assert.deepEqual(
      next.diagnostics.filter(({ code }) => code === 'crm/typographic-quote'),
      [],
    );
  });

  test('findings are pulled where the client can, and an unchanged answer is short', async () => {
    const { capabilities } = await client.start({ textDocument: { diagnostic: {} } });
    assert.ok(capabilities.diagnosticProvider);
    await client.open(crm, 'crm', quoted);
    const full = await client.ask<DocumentDiagnosticReport>('diagnostic', crm);
    assert.ok(full.kind === 'full' && full.items.length > 0);
    const again = await client.ask<DocumentDiagnosticReport>('diagnostic', crm, { previousResultId: full.resultId });
    assert.equal(again.kind, 'unchanged');
    assert.equal(client.published.size, 0);
  });

  test('columns count as negotiated: bytes for a client that knows only UTF-8', async () => {
    const { capabilities } = await client.start({ general: { positionEncodings: ['utf-8'] } });
    assert.equal(capabilities.positionEncoding, 'utf-8');
    await client.open(crm, 'crm', 'primitive d Dummy params a=日本語”\n');
    const { diagnostics } = await client.diagnostics(crm, (params) =>
      params.diagnostics.some(({ code }) => code === 'crm/typographic-quote'),
    );
    const quote = diagnostics.find(({ code }) => code === 'crm/typographic-quote');
    assert.deepEqual(quote?.range.start, { line: 0, character: 36 });
    await client.change(crm, [
      { range: { start: { line: 0, character: 36 }, end: { line: 0, character: 39 } }, text: '' },
    ]);
    await client.diagnostics(crm, (params) => params.diagnostics.every(({ code }) => code !== 'crm/typographic-quote'));
  });

  test('the form of a statement is shown: for constraints by itself, for others when asked', async () => {
    const { capabilities } = await client.start();
    assert.deepEqual(capabilities.signatureHelpProvider?.triggerCharacters, [' ']);
    await client.open(crm, 'crm', 'location l1 d1 \nprimitive p \n');
    const typed = { context: { triggerKind: 2, triggerCharacter: ' ', isRetrigger: false } };
    const help = await client.ask<SignatureHelp>('signatureHelp', crm, { ...at(0, 15), ...typed });
    const [form] = help.signatures;
    const [start, end] = form?.parameters?.[help.activeParameter ?? -1]?.label ?? [];
    assert.equal(form?.label.slice(Number(start), Number(end)), '<score>:');
    assert.equal(await client.ask('signatureHelp', crm, { ...at(1, 12), ...typed }), null);
    assert.ok(
      await client.ask('signatureHelp', crm, { ...at(1, 12), context: { triggerKind: 1, isRetrigger: false } }),
    );
  });

  test('details of completion items come with the documentation where the client can wait', async () => {
    const completionItem = { resolveSupport: { properties: ['documentation', 'detail'] } };
    await client.start({ textDocument: { completion: { completionItem } } });
    await client.open(crm, 'crm', 'primitive f Filesystem params ');
    const { items } = await client.ask<CompletionList>('completion', crm, at(0, 30));
    assert.ok(items.every(({ detail }) => detail === undefined));
    const item = items.find(({ label }) => label === 'run_fsck');
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item);
    assert.ok(resolved.detail && resolved.documentation);
  });

  test('completion, its documentation, hover, symbols, navigation and rename answer', async () => {
    await client.start({ textDocument: { completion: { completionItem: { snippetSupport: true } } } });
    await client.open(crm, 'crm', `${quoted}pri`);
    const list = await client.ask<CompletionList>('completion', crm, at(2, 3));
    const item = list.items.find(({ label }) => label === 'primitive');
    assert.ok(item);
    const resolved: CompletionItem = await client.connection.sendRequest('completionItem/resolve', item);
    assert.ok(resolved.documentation);
    assert.ok(await client.ask<Hover>('hover', crm, at(0, 3)));
    const symbols = await client.ask<DocumentSymbol[]>('documentSymbol', crm);
    assert.deepEqual(
      symbols.slice(0, 2).map(({ name }) => name),
      ['vip', 'g'],
    );
    const definition = await client.ask<Location[]>('definition', crm, at(1, 9));
    assert.deepEqual(
      definition.map(({ range }) => range.start),
      [{ line: 0, character: 10 }],
    );
    assert.equal(
      (await client.ask<Location[]>('references', crm, { ...at(0, 11), context: { includeDeclaration: true } })).length,
      2,
    );
    const edit = await client.ask<WorkspaceEdit>('rename', crm, { ...at(0, 11), newName: 'vip2' });
    assert.equal(edit.changes?.[crm]?.length, 2);
    await assert.rejects(client.ask('rename', crm, { ...at(0, 11), newName: 'g' }));
    assert.ok((await client.ask<SemanticTokens>('semanticTokens/full', crm)).data.length > 0);
    assert.ok((await client.ask<unknown[]>('foldingRange', crm)).length === 0);
  });

  test('a document and a range of it are formatted with what the editor says of blanks', async () => {
    await client.start();
    await client.open(crm, 'crm', 'primitive a Dummy params x=1\ntag  t a\n');
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await client.ask<TextEdit[]>('formatting', crm, { options });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      [' \\\n  ', ' '],
    );
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
    assert.equal((await client.ask<TextEdit[]>('rangeFormatting', crm, { options, range })).length, 1);
  });

  test('the end of a file, a setting, what is typed and what is pasted', async () => {
    await client.start({}, { settings: { format: { crm: { statements: 'compact' } } } });
    await client.open(crm, 'crm', 'tag t \\\n a');
    const options = { tabSize: 2, insertSpaces: true, insertFinalNewline: true, trimTrailingWhitespace: false };
    const edits = await client.ask<TextEdit[]>('formatting', crm, { options });
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      [' ', '\n'],
    );
    await client.open(crm, 'crm', 'primitive a Dummy\n params x=1\n');
    const typed = await client.ask<TextEdit[]>('onTypeFormatting', crm, { ...at(1, 1), ch: '\n', options });
    assert.deepEqual(
      typed.map(({ newText }) => newText),
      [' \\', '  '],
    );
    const pasted = (text: string) => client.connection.sendRequest('linuxHa/cleanPasted', { uri: crm, text });
    assert.equal(((await pasted('tag “t”')) as { text: string }).text, 'tag "t"');
    assert.equal(await pasted('tag t'), null);
  });

  test('changes are offered to who asks, by their kinds', async () => {
    await client.start();
    await client.open(crm, 'crm', 'primitive a Dummy\nprimitive b Dummy\n');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 1 } };
    const offered = async (context: object) =>
      (await client.ask<CodeAction[]>('codeAction', crm, { range, context: { diagnostics: [], ...context } })).filter(
        ({ kind }) => kind?.startsWith('refactor'),
      );
    assert.ok((await offered({})).some(({ title }) => title.startsWith('Group 2')));
    assert.ok((await offered({ only: ['refactor.extract'] })).every(({ kind }) => kind === 'refactor.extract'));
    assert.deepEqual(await offered({ triggerKind: 2 }), []);
    assert.deepEqual(await offered({ only: ['quickfix'] }), []);
  });

  test('repairs come with their finding, all of a kind at once, and as fix-all', async () => {
    await client.start();
    await client.open(crm, 'crm', `${quoted}primitive w Dummy params x=”1″\n`);
    const range = { start: { line: 0, character: 46 }, end: { line: 0, character: 46 } };
    const actions = await client.ask<CodeAction[]>('codeAction', crm, { range, context: { diagnostics: [] } });
    assert.ok(
      actions.some(({ isPreferred, diagnostics }) => isPreferred && diagnostics?.[0]?.code === 'crm/typographic-quote'),
    );
    assert.ok(actions.some(({ title }) => title.includes('crm/typographic-quote')));
    const all = await client.ask<CodeAction[]>('codeAction', crm, {
      range,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      all.map(({ edit }) => edit?.changes?.[crm]?.length),
      [4],
    );
  });

  test('a file is rewritten for another generation, the selection alone, and what is left to people is counted', async () => {
    const uri = 'file:///ws/r.res';
    const capabilities = { workspace: { workspaceEdit: { changeAnnotationSupport: {} } } };
    const { capabilities: ours } = await client.start(capabilities);
    assert.ok(JSON.stringify(ours.codeActionProvider).includes('refactor.rewrite'));
    await client.open(uri, 'drbd', 'common {\n  protocol C;\n}\nresource r {\n  on a { }\n  on b { }\n  on c { }\n}\n');
    const ask = (start: number, end: number, context: object) =>
      client.ask<CodeAction[]>('codeAction', uri, {
        range: { start: { line: start, character: 0 }, end: { line: end, character: 0 } },
        context: { diagnostics: [], ...context },
      });
    const only = ['refactor'];
    const whole = (await ask(0, 0, { only }))[0];
    assert.deepEqual([whole?.title, whole?.kind], ['Modernise to DRBD 9 syntax (1 left to you)', 'refactor.rewrite']);
    assert.match(JSON.stringify(whole?.edit?.changeAnnotations), /Line 4: .*two hosts/);
    const part = (await ask(1, 2, { only }))[0];
    assert.equal(part?.title, 'Modernise to DRBD 9 syntax');
    assert.deepEqual(
      part?.edit?.changes?.[uri]?.map(({ newText }) => newText).join(''),
      '  net {\n    protocol C;\n  }\n',
    );
    assert.deepEqual(await ask(4, 6, { only }), []);
    assert.equal(
      (await ask(0, 0, {})).some(({ kind }) => kind === 'refactor.rewrite'),
      true,
    );
    assert.equal(
      (await ask(0, 0, { triggerKind: 2 })).some(({ kind }) => kind === 'refactor.rewrite'),
      false,
    );
  });

  test('an editor that calls our languages otherwise is understood; the file decides where it says nothing', async () => {
    await client.start();
    for (const [uri, id] of [
      ['file:///ws/x', 'pcmk'],
      ['file:///ws/a.conf', 'conf'],
    ] as const) {
      await client.open(uri, id, 'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1\n');
      assert.equal((await client.ask<DocumentSymbol[]>('documentSymbol', uri)).length, 1, uri);
    }
  });

  test('a cancelled request is answered as cancelled', async () => {
    await client.start();
    await client.open(crm, 'crm', 'primitive d Dummy\n'.repeat(2000));
    const source = new CancellationTokenSource();
    const asked = client.connection.sendRequest<unknown>(
      'textDocument/documentSymbol',
      { textDocument: { uri: crm } },
      source.token,
    );
    source.cancel();
    await assert.rejects(asked, /cancel/i);
  });

  test('unknown documents, other languages and wild positions get calm answers', async () => {
    await client.start();
    assert.equal(await client.ask('hover', 'file:///nowhere', at(0, 0)), null);
    await client.open('file:///ws/a.ini', 'ini', 'x=1');
    assert.deepEqual(await client.ask('documentSymbol', 'file:///ws/a.ini'), []);
    await client.open(crm, 'crm', '');
    assert.equal(await client.ask('hover', crm, at(500, 9)), null);
    await client.change(crm, [
      { range: { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } }, text: 'node n\n' },
    ]);
    await client.change('file:///nowhere', [{ text: 'x' }]);
    assert.equal((await client.ask<DocumentSymbol[]>('documentSymbol', crm)).length, 1);
    await assert.rejects(client.connection.sendRequest('linuxHa/no-such-request'));
  });

  test('files that the client finds are read: names of closed files are known, until the file goes', async () => {
    const other = 'file:///ws/other.crm';
    client.connection.onRequest('linuxHa/listFiles', () => [other]);
    client.connection.onRequest('linuxHa/readFile', () => 'primitive far ocf:heartbeat:Dummy\n');
    await client.start({}, { files: true });
    await client.open(crm, 'crm', 'group g far\n');
    let found: Location[] = [];
    for (let i = 0; i < 100 && found.length === 0; i++)
      found = await client.ask<Location[]>('definition', crm, at(0, 9));
    assert.deepEqual(
      found.map(({ uri }) => uri),
      [other],
    );
    const symbols: { name: string }[] = await client.connection.sendRequest('workspace/symbol', { query: 'fr' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['far'],
    );
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: other, type: 3 }] });
    assert.deepEqual(await client.ask('definition', crm, at(0, 9)), []);
  });

  test('Japanese is spoken where it is asked for', async () => {
    await client.start({}, { locale: 'ja' });
    await client.open(crm, 'crm', quoted);
    const { diagnostics } = await client.diagnostics(crm, (params) => params.diagnostics.length > 0);
    assert.match(String(diagnostics[0]?.message), /[\u3040-\u30ff]/);
  });
});
