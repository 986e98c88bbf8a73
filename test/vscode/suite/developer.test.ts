import * as vscode from 'vscode';
import { behind, extensionId, ok, openText, same, until } from '../support';

const secret = 's3cret_name_of_mine';
const text = `primitive ${secret} ocf:heartbeat:Dummy params fake=“1”\n# a comment\n`;

const shownWith = (scheme: string, part: string): Promise<vscode.TextDocument> =>
  until(`a document of ${scheme} with ${part}`, () =>
    vscode.workspace.textDocuments.find((one) => one.uri.scheme === scheme && one.getText().includes(part)),
  );

suite('for those who look closer', () => {
  test('the syntax tree and the slot are shown beside, in documents that nobody has to save', async () => {
    const document = await openText('crm', text);
    const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    const cursor = behind(document, 'params ');
    editor.selection = new vscode.Selection(cursor, cursor);
    await vscode.commands.executeCommand('linuxHa.showSyntaxTree');
    const tree = await shownWith('linux-ha-inspect', secret);
    ok(!tree.isDirty && !tree.isUntitled, 'the tree is to be saved');
    await vscode.commands.executeCommand('linuxHa.showSlot');
    const slot = await shownWith('linux-ha-inspect', '"offers"');
    same(slot.languageId, 'json', 'language of the slot');
    same(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString(), 'active editor');
    same(vscode.window.tabGroups.all.length, 2, 'columns');
    const comment = behind(document, '# a comm');
    editor.selection = new vscode.Selection(comment, comment);
    await vscode.commands.executeCommand('linuxHa.showSlot');
    await shownWith('linux-ha-inspect', 'nothing to show');
    await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  });

  test('every command of the manifest is there', async () => {
    const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON ?? {};
    const commands = await vscode.commands.getCommands(true);
    same(
      contributes.commands
        .map(({ command }: { command: string }) => command)
        .filter((id: string) => !commands.includes(id)),
      [],
      'missing',
    );
  });
});
