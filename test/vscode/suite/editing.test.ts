import * as vscode from 'vscode';
import { ok, openText, same, until } from '../support';

type Edits = readonly vscode.TextEdit[] | undefined;

const options = { tabSize: 2, insertSpaces: true };

async function apply(document: vscode.TextDocument, edits: Edits): Promise<string> {
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits ?? []) edit.replace(document.uri, range, newText);
  ok(await vscode.workspace.applyEdit(edit), 'the edits were not taken');
  return document.getText();
}

/** Formats a text as soon as the server answers. */
async function formatted(language: string, text: string): Promise<string> {
  const document = await openText(language, text);
  const edits = await until('edits', async () => {
    const found = await vscode.commands.executeCommand<Edits>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    return found !== undefined && found.length > 0 && found;
  });
  return apply(document, edits);
}

/** The title and the text after each change that is offered for the whole of a text. */
async function offered(language: string, text: string, title: string): Promise<string> {
  const document = await openText(language, text);
  const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length));
  const action = await until(title, async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      all,
      'refactor',
    );
    return found.find((one) => one.title.startsWith(title));
  });
  ok(action.edit && (await vscode.workspace.applyEdit(action.edit)), 'the edit was not taken');
  return document.getText();
}

/** Types a character at the end of a line, as a key does, and waits for the text that comes of it. */
async function typed(language: string, text: string, at: string, key: string, wanted: string): Promise<void> {
  const document = await openText(language, text);
  await until('formatting', async () => {
    // On-type formatting comes when the server is there; a document that it lays out says so.
    const found = await vscode.commands.executeCommand<Edits>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      options,
    );
    return found !== undefined;
  });
  const editor = vscode.window.activeTextEditor;
  ok(editor?.document === document, 'another editor is in front');
  const place = document.positionAt(text.indexOf(at));
  editor.selection = new vscode.Selection(place, place);
  await vscode.commands.executeCommand('type', { text: key });
  await until(
    `${JSON.stringify(wanted)} (is ${JSON.stringify(document.getText())})`,
    () => document.getText() === wanted,
  );
}

suite('formatting', () => {
  test('crm: one section a line', async () => {
    const text = await formatted('crm', 'primitive a   Dummy params x=1\n');
    same(text, 'primitive a Dummy \\\n  params x=1\n', 'text');
  });
  test('DRBD: by its braces', async () => {
    same(await formatted('drbd', 'resource r0 {\nnet{\n}\n}\n'), 'resource r0 {\n  net {\n  }\n}\n', 'text');
  });
});

suite('formatting of a selection', () => {
  for (const [language, text, wanted] of [
    ['crm', 'primitive a   Dummy\nprimitive b   Dummy\n', 'primitive a   Dummy\nprimitive b Dummy\n'],
    [
      'drbd',
      'resource r0 {\nprotocol C;\n}\nresource r1 {\nprotocol C;\n}\n',
      'resource r0 {\nprotocol C;\n}\nresource r1 {\n  protocol C;\n}\n',
    ],
  ] as const)
    test(`${language}: the rest stays`, async () => {
      const document = await openText(language, text);
      const half = document.positionAt(text.length / 2);
      const edits = await until('edits', async () => {
        const found = await vscode.commands.executeCommand<Edits>(
          'vscode.executeFormatRangeProvider',
          document.uri,
          new vscode.Range(half, document.positionAt(text.length - 1)),
          options,
        );
        return found !== undefined && found.length > 0 && found;
      });
      same(await apply(document, edits), wanted, 'text');
    });
});

suite('snippets', () => {
  for (const [language, name, wanted] of [
    ['crm', 'Virtual IP address', 'primitive vip ocf:heartbeat:IPaddr2'],
    ['drbd', 'Volume section', 'volume 0 {'],
    ['corosync', 'Cluster of two nodes', 'totem {'],
  ] as const)
    test(`${language}: ${name}`, async () => {
      const document = await openText(language, '');
      await until('the snippet', async () => {
        await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
        return document.getText().startsWith(wanted);
      });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
});

suite('while typing', () => {
  test('Enter continues a crm statement', () =>
    typed('crm', 'primitive a Dummy params x=1\n', 'params', '\n', 'primitive a Dummy \\\n\tparams x=1\n'));
  test('a semicolon lays its DRBD statement out', () =>
    typed('drbd', 'resource r0 {\nprotocol C \n}\n', '\n}', ';', 'resource r0 {\n  protocol C;\n}\n'));
});

suite('changes that are offered', () => {
  // Their names and numbers would be taken in the texts of other tests.
  teardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  test('crm: two primitives as a group', async () => {
    // Names that no other open text has in a container.
    const text = 'primitive lone1 Dummy\nprimitive lone2 Dummy\n';
    same(await offered('crm', text, 'Group'), `${text}group g_lone1 lone1 lone2\n`, 'text');
  });
  test('DRBD: one more volume', async () => {
    const [before, after] = [0, 1].map((i) => `  volume ${i} { device minor ${i}; disk /dev/vg/a${i}; }\n`);
    const text = `resource r9 {\n${before}  on a { address 10.0.0.1:7788; }\n}\n`;
    const changed = (await offered('drbd', text, 'Add volume 1')).replace(
      /minor \d+(?=; disk \/dev\/vg\/a1)/,
      'minor 1',
    );
    same(changed, `resource r9 {\n${before}${after}  on a { address 10.0.0.1:7788; }\n}\n`, 'text');
  });
});

suite('pasting', () => {
  // The offer at the moment of pasting needs a paste of the browser's own, which no command makes.
  test('what was pasted as it is has a quick fix', async () => {
    const document = await openText('crm', '[root@n ~]# crm configure node n\n');
    await until('the fix', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, 0, 5),
        'quickfix',
      );
      return found.some(({ title }) => title.startsWith('Remove prompts'));
    });
  });
});
