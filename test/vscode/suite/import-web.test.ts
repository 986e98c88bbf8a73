import * as vscode from 'vscode';
import { extensionId, ok, openFixture, until } from '../support';

suite('import of resource agents', () => {
  test('is not there in a browser, which can run no programs', async () => {
    await openFixture('cluster.crm');
    const extension = vscode.extensions.getExtension<{ ready: Promise<void>; agents?: unknown }>(extensionId);
    await until('active', () => extension?.isActive);
    await extension?.exports.ready;
    ok(extension?.exports.agents === undefined, 'there is a status of resource agents');
    // The palette leaves it out; where it is called all the same it says why, and does nothing.
    await vscode.commands.executeCommand('linuxHa.importAgents');
    await vscode.commands.executeCommand('linuxHa.useBundledAgents');
  });
});
