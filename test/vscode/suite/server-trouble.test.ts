import * as vscode from 'vscode';
import { extensionId, findings, ok, openText, same, until, untilFound } from '../support';

interface Testing {
  readonly told: readonly string[];
  items(): readonly vscode.LanguageStatusItem[];
  kill(): void;
  hang(): Promise<void>;
}

const wrong = 'primitive d ocf:heartbeat:Dummy params fake=“1”\n';
const code = 'crm/typographic-quote';

const testing = (): Promise<Testing> => {
  const extension = vscode.extensions.getExtension<{ testing(): Testing | undefined }>(extensionId);
  return until('the server runs', () => extension?.isActive && extension.exports.testing());
};

suite('a server in trouble', () => {
  test('one that ends is started again: findings return, later edits are seen, the user is told once', async () => {
    const document = await openText('crm', wrong);
    await untilFound(document, code);
    const { kill, told } = await testing();
    for (const line of ['two', 'three']) {
      kill();
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), wrong.replace('d ', `${line} `));
      ok(await vscode.workspace.applyEdit(edit), 'the edit was not taken');
      const lines = () => new Set(findings(document, code).map(({ range }) => range.start.line)).size;
      await until('findings on all lines', () => lines() === document.lineCount - 1);
    }
    same(told.length, 1, 'messages');
  });

  test('one that hangs is ended and started again', async () => {
    const document = await openText('crm', wrong);
    await untilFound(document, code);
    const { hang, told } = await testing();
    await hang();
    const text = 'primitive e ocf:heartbeat:Dummy params fake=1 other=“2”\n';
    await replaceLine(document, text);
    const at = text.indexOf('“');
    await until('findings of the new text', () => findings(document, code)[0]?.range.start.character === at);
    same(told.length, 1, 'messages');
  });

  test('one that ends while it starts is started once more; the user’s restart forgets what was', async () => {
    await vscode.commands.executeCommand('linuxHa.restartServer');
    const document = await openText('crm', wrong);
    const { kill, told } = await testing();
    const end = Date.now() + 700; // the first ends at once, the next 100 ms later, while it starts
    while (Date.now() < end) {
      kill();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await untilFound(document, code);
    await vscode.commands.executeCommand('linuxHa.restartServer');
    await untilFound(document, code);
    same(told.length, 1, 'messages');
  });

  test('the status says that it runs, and its button leads to the log', async () => {
    await openText('crm', wrong);
    const { items } = await testing();
    const item = await until('the item', () => items().find(({ id }) => id.endsWith('linuxHa.server')));
    await until('running', () => !item.busy && item.severity === vscode.LanguageStatusSeverity.Information);
    same(item.command?.command, 'linuxHa.showLog', 'command');
  });
});

async function replaceLine(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not taken');
}
