import type * as vscode from 'vscode';
import { type Api, activateWith } from './activate';
import { registerImport } from './import-register';
import { ImportStore } from './import-store';
import { registerTasks } from './task-register';

export function activate(context: vscode.ExtensionContext): Api {
  registerTasks(context);
  const store = new ImportStore(context.globalStorageUri);
  return activateWith(
    context,
    async () => (await import('./desktop-client')).createDesktopClient(context, store),
    (started) => ({ agents: registerImport(context, store, started) }),
  );
}
