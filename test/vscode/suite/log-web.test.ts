import * as vscode from 'vscode';
import { ok, openText, until } from '../support';

const secret = 's3cret_name_of_mine';

// In the web host only: VS Code's server writes no logs where its native modules are not built.
suite('the log', () => {
  test('tells of the server with levels, and nothing of what stands in files', async () => {
    await openText('crm', `primitive ${secret} ocf:heartbeat:Dummy params fake=“1”\n`);
    await vscode.commands.executeCommand('linuxHa.showLog');
    const log = await until('the log', () =>
      vscode.workspace.textDocuments.find(
        ({ uri, getText }) => uri.scheme === 'output' && /Language server/.test(getText()),
      ),
    );
    ok(/\[info\] Language server \d/.test(log.getText()), log.getText());
    ok(!log.getText().includes(secret), log.getText());
  });
});
