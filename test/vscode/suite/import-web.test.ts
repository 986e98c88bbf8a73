import * as vscode from 'vscode';
import { extensionId, ok, openFixture, until } from '../support';

suite('import of resource agents', () => {
  test('is not there in a browser, which can run no programs', async () => {
    await openFixture('cluster.crm');
    const extension = vscode.extensions.getExtension<{ ready: Promise<void>; agents?: unknown }>(extensionId);
    await until('active', () => extension?.isActive);
    await extension?.exports.ready;
    ok(extension?.exports.agents === undefined, 'there is a status of resource agents');
    const commands = await vscode.commands.getCommands(true);
    ok(!commands.includes('linuxHa.importAgents'), 'the command is there');
  });
});
