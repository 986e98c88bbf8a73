import * as vscode from 'vscode';
import { behind, ok, openFixture, openText, same, until } from '../support';

/** Asks one of VS Code's own commands until it has an answer that counts. */
const ask = <T>(
  command: string,
  accept: (answer: T) => boolean,
  document: vscode.TextDocument,
  ...more: unknown[]
): Promise<T> =>
  until(`vscode.${command}`, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(`vscode.${command}`, document.uri, ...more);
    return answer !== undefined && answer !== null && accept(answer) ? (answer as T & object) : undefined;
  }) as Promise<T>;

const isFull = (list: readonly unknown[]): boolean => list.length > 0;

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const wholeOf = (document: vscode.TextDocument): vscode.Range =>
  new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));

suite('moving about', () => {
  test('a node is found in both languages, and renamed in both', async () => {
    await openFixture('drbd.d/r0.res');
    const document = await openFixture('cluster.crm');
    const position = behind(document, 'node 1: al');
    const found = await ask<vscode.Location[]>(
      'executeReferenceProvider',
      (places) => places.some(({ uri }) => nameOf(uri) === 'r0.res'),
      document,
      position,
    );
    ok(found.filter(({ uri }) => nameOf(uri) === 'cluster.crm').length >= 3, `only ${found.length} places`);
    const edit = await ask<vscode.WorkspaceEdit>(
      'executeDocumentRenameProvider',
      ({ size }) => size >= 2,
      document,
      position,
      'gamma',
    );
    same(
      edit
        .entries()
        .map(([uri]) => nameOf(uri))
        // A document that another test opened may have the node, too.
        .filter((name) => name !== 'mine.conf')
        .sort(),
      ['cluster.crm', 'r0.res'],
      'renamed in',
    );
  });

  test('a taken name is refused', async () => {
    const document = await openText('crm', 'primitive a Dummy\nprimitive b Dummy\n');
    await ask<{ range: vscode.Range }>('prepareRename', () => true, document, behind(document, 'primitive a'));
    let refused = false;
    try {
      await vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        behind(document, 'primitive a'),
        'b',
      );
    } catch {
      refused = true;
    }
    ok(refused, 'b was taken twice');
  });

  test('highlights tell where a name is declared and where it is used', async () => {
    const document = await openText('crm', 'primitive a Dummy\ngroup g a\n');
    const found = await ask<vscode.DocumentHighlight[]>(
      'executeDocumentHighlights',
      ({ length }) => length === 2,
      document,
      behind(document, 'group g a'),
    );
    same(
      found.map(({ kind }) => kind),
      [vscode.DocumentHighlightKind.Write, vscode.DocumentHighlightKind.Read],
      'kinds',
    );
  });

  test('headings hold what follows them; statements, sections and comments fold', async () => {
    const document = await openText(
      'crm',
      '# a\n# b\n### One ###\nprimitive a Dummy \\\n  params state=/x \\\n    fake=1\n### Two ###\ngroup g a\n',
    );
    const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider', isFull, document);
    same(
      symbols.map(({ name, children }) => [name, children.map((child) => child.name)]),
      [
        ['One', ['a']],
        ['Two', ['g']],
      ],
      'symbols',
    );
    const folds = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider', isFull, document);
    const lines = folds.map(({ start, end }) => `${start}-${end}`);
    for (const fold of ['0-2', '2-5', '3-5', '4-5', '6-7']) ok(lines.includes(fold), `no fold ${fold} in ${lines}`);
  });

  test('selections grow from a value to the file', async () => {
    const document = await openText('drbd', 'resource r0 {\n  net { protocol C; }\n}\n');
    const [found] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', isFull, document, [
      behind(document, 'protocol '),
    ]);
    const texts: string[] = [];
    for (let range = found; range; range = range.parent) texts.push(document.getText(range.range));
    for (const text of ['C', 'protocol C;', 'net { protocol C; }']) ok(texts.includes(text), `no ${text}`);
  });

  test('symbols of the workspace', async () => {
    await openFixture('cluster.crm');
    await until('vip and r0', async () => {
      const found = await Promise.all(
        ['vip', 'r0'].map((query) =>
          vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query),
        ),
      );
      return found[0]?.some(({ name }) => name === 'vip') && found[1]?.some(({ name }) => name === 'r0');
    });
  });

  test('an include leads to its file, and to nothing else', async () => {
    const document = await openFixture('drbd.conf');
    const [link] = await ask<vscode.DocumentLink[]>('executeLinkProvider', isFull, document);
    same(link?.target && nameOf(link.target), 'r0.res', 'target');
    ok(link?.target?.scheme !== 'command', 'a link runs a command');
  });

  test('hints show what is not written, and can be switched off', async () => {
    const document = await openText('crm', 'primitive f ocf:heartbeat:Filesystem op start interval=0\n');
    const hints = await ask<vscode.InlayHint[]>('executeInlayHintProvider', isFull, document, wholeOf(document));
    ok(String(hints[0]?.label).includes('60s'), `hint ${hints[0]?.label}`);
    const drbd = await openText('drbd', 'resource r0 {\n  net { timeout 60; }\n}\n');
    await ask<vscode.InlayHint[]>('executeInlayHintProvider', isFull, drbd, wholeOf(drbd));
    const settings = vscode.workspace.getConfiguration('linuxHa');
    await settings.update('inlayHints.timeouts', false, vscode.ConfigurationTarget.Global);
    try {
      await ask<vscode.InlayHint[]>(
        'executeInlayHintProvider',
        ({ length }) => length === 0,
        document,
        wholeOf(document),
      );
    } finally {
      await settings.update('inlayHints.timeouts', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('lenses are there for those who want them, and list the places', async () => {
    const document = await openText('crm', 'primitive a Dummy\nlocation l a 1: n\n');
    const settings = vscode.workspace.getConfiguration('linuxHa');
    await settings.update('codeLens.constraints', true, vscode.ConfigurationTarget.Global);
    try {
      const [lens] = await ask<vscode.CodeLens[]>('executeCodeLensProvider', isFull, document, 5);
      ok(lens?.command, 'no command');
      await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
    } finally {
      await settings.update('codeLens.constraints', undefined, vscode.ConfigurationTarget.Global);
      await vscode.commands.executeCommand('closeReferenceSearch');
    }
  });

  test('what starts before and after', async () => {
    const document = await openText('crm', 'primitive a Dummy\nprimitive b Dummy\norder o a b\n');
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      'prepareCallHierarchy',
      isFull,
      document,
      behind(document, 'primitive b'),
    );
    ok(item, 'no item');
    const before = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    same(
      before.map(({ from }) => from.name),
      ['a'],
      'before b',
    );
  });

  test('a name that stands twice in a statement is typed once', async () => {
    const document = await openText('crm', 'order o a:promote a:start\n');
    const { line, character } = behind(document, 'order o a');
    // VS Code has no public command for this one; positions are its own, from 1.
    const found = await until('linked places', async () =>
      vscode.commands.executeCommand<{ ranges: unknown[] } | undefined>('_executeLinkedEditingProvider', document.uri, {
        lineNumber: line + 1,
        column: character + 1,
      }),
    );
    same(found.ranges.length, 2, 'places');
  });
});
