import * as vscode from 'vscode';
import { findings, ok, openFixture, openText, replace, same, until, untilFound, untilGone } from '../support';

const quotes = 'crm/typographic-quote';
const option = 'drbd/unknown-option';

/** Applies the first quick fix for the first finding of a rule. */
async function fix(document: vscode.TextDocument, code: string): Promise<void> {
  const [finding] = await untilFound(document, code);
  ok(finding, `no ${code}`);
  const action = await until(`a fix for ${code}`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      finding.range,
      vscode.CodeActionKind.QuickFix.value,
      20, // so many are resolved: an edit may come only then
    );
    return actions.find(({ edit }) => edit);
  });
  ok(action.edit && (await vscode.workspace.applyEdit(action.edit)), 'the fix was not taken');
}

suite('findings', () => {
  test('typographic quotes: found, and gone once they are typed anew', async () => {
    const document = await openText('crm', 'primitive web ocf:heartbeat:apache params httpd=“/usr/sbin/apache2”\n');
    const found = await untilFound(document, quotes);
    ok(
      found.every(({ range }) => range.start.line === 0),
      'found on another line',
    );
    await replace(document, '“/usr/sbin/apache2”', '"/usr/sbin/apache2"');
    await untilGone(document, quotes);
  });

  test('typographic quotes in a file: fixes leave none', async () => {
    const document = await openFixture('newsletter.crm');
    await untilFound(document, quotes);
    // One fix may replace one quote or the pair: after each there are fewer, until there are none.
    for (let left = findings(document, quotes).length; left > 0; left = findings(document, quotes).length) {
      await fix(document, quotes);
      await until('fewer quotes', () => findings(document, quotes).length < left);
    }
    ok(!/[“”„″]/.test(document.getText()), document.getText());
  });

  test('an option that DRBD does not know: found, and gone once it is right', async () => {
    const document = await openText('drbd', 'resource r0 {\n  net {\n    protocoll C;\n  }\n}\n');
    const [found] = await untilFound(document, option);
    same(found?.range.start.line, 2, 'line');
    await replace(document, 'protocoll', 'protocol');
    await untilGone(document, option);
  });

  test('a code leads to its page', async () => {
    const document = await openText('drbd', 'resource r0 {\n  net {\n    protocoll C;\n  }\n}\n');
    const [found] = await untilFound(document, option);
    ok(typeof found?.code === 'object', 'the code is no link');
    same(found.code.target.toString(true), `linux-ha:/rules/${option}.md`, 'address');
    const page = await vscode.workspace.openTextDocument(found.code.target);
    same(page.lineAt(0).text, `# ${option}`, 'heading');
    // Not awaited: where the preview's frame comes late, so does the end of the command; the tab is there before.
    void vscode.commands.executeCommand('vscode.open', found.code.target);
    await until('the page is shown as a preview', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.viewType === 'vscode.markdown.preview.editor';
    });
  });

  test('an option that is nearly right: the fix makes it right', async () => {
    const document = await openText('drbd', 'resource r0 {\n  net {\n    protocoll C;\n  }\n}\n');
    await fix(document, option);
    await untilGone(document, option);
    ok(/ protocol C;/.test(document.getText()), document.getText());
  });

  test('a good file has no findings of error level', async () => {
    const bad = await openText('crm', 'primitive d ocf:heartbeat:Dummy params fake=“1”\n');
    const good = await openFixture('cluster.crm');
    await untilFound(bad, quotes);
    const errors = vscode.languages
      .getDiagnostics(good.uri)
      .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    same(
      errors.map(({ message }) => message),
      [],
      'errors',
    );
  });

  for (const { language, code, line, wrong, right } of [
    {
      language: 'crm',
      code: quotes,
      line: 'primitive d{n} ocf:heartbeat:Dummy params fake={x}\n',
      wrong: '“1”',
      right: '"1"',
    },
    {
      language: 'drbd',
      code: option,
      line: 'resource r{n} { net { {x} C; } }\n',
      wrong: 'protocoll',
      right: 'protocol',
    },
  ]) {
    test(`${language}: twenty quick edits end with what the text then says`, async () => {
      const document = await openText(language, '');
      for (let n = 0; n < 20; n++) {
        const edit = new vscode.WorkspaceEdit();
        const text = line.replace('{n}', String(n)).replace('{x}', n % 4 === 3 ? wrong : right);
        edit.insert(document.uri, new vscode.Position(n, 0), text);
        ok(await vscode.workspace.applyEdit(edit), 'an edit was not taken');
      }
      const lines = () =>
        [...new Set(findings(document, code).map(({ range }) => range.start.line))].sort((a, b) => a - b);
      const expected = document
        .getText()
        .split(/\r?\n/)
        .flatMap((text, number) => (text.includes(wrong) ? [number] : []));
      same(expected.length, 5, 'wrong lines');
      await until('findings on the wrong lines', () => JSON.stringify(lines()) === JSON.stringify(expected));
    });
  }
});
