import * as vscode from 'vscode';
import type { Client } from './activate';
import { ImportStatus, importCommand } from './import-status';
import type { ImportStore } from './import-store';

/**
 * The commands that bring in the user's own agents, and the status that tells of them. Nothing happens but by a
 * command, and only in a workspace that the user trusts; the code that runs programs is loaded when it is needed.
 */
export function registerImport(
  context: vscode.ExtensionContext,
  store: ImportStore,
  started: () => Promise<Client>,
): ImportStatus {
  const status = new ImportStatus(store);
  context.subscriptions.push(
    store,
    status,
    vscode.commands.registerCommand(importCommand, async (given?: unknown) => {
      if (!vscode.workspace.isTrusted) {
        void vscode.window.showWarningMessage(
          vscode.l10n.t('Resource agents can only be imported in a workspace that you trust.'),
        );
        return undefined;
      }
      const { importAgents } = await import('./import-command');
      return importAgents(store, await started(), given);
    }),
    vscode.commands.registerCommand('linuxHa.useBundledAgents', async () => {
      await store.clear();
      await (await started()).importedAgentsChanged();
    }),
  );
  return status;
}
