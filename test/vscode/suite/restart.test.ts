import * as vscode from 'vscode';
import { openText, untilFound } from '../support';

suite('restart', () => {
  test('after a restart new files are read', async () => {
    await vscode.commands.executeCommand('linuxHa.restartServer');
    const document = await openText('crm', 'primitive d ocf:heartbeat:Dummy params fake=“1”\n');
    await untilFound(document, 'crm/typographic-quote');
  });
});
