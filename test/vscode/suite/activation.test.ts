import * as vscode from 'vscode';
import { extensionId, ok, openFixture, until } from '../support';

suite('activation', () => {
  test('a file of ours starts the extension', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    ok(extension, 'the extension is not installed');
    await openFixture('cluster.crm');
    await until('active', () => extension.isActive);
  });

  test('the commands are there', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['selectLanguage', 'restartServer', 'showLog'])
      ok(commands.includes(`linuxHa.${name}`), `no command linuxHa.${name}`);
  });
});
