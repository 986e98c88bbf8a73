import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Client } from './activate';
import { clientId, clientName } from './client-common';
import { GuardedClient } from './guarded-client';
import type { ImportStore } from './import-store';

/** The client that runs the server as a Node process of its own. */
export function createDesktopClient(
  context: vscode.ExtensionContext,
  imports: Pick<ImportStore, 'read' | 'refused'>,
): Client {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6099'] } };
  let client: QuietClient | undefined;
  const host = {
    create: (options: ConstructorParameters<typeof LanguageClient>[3]) => {
      client = new QuietClient(clientId, clientName, { run, debug }, options);
      return client;
    },
    kill: () => void client?.serverProcess?.kill('SIGKILL'),
    get isDebugged() {
      return client?.isInDebugMode === true;
    },
    get pid() {
      return client?.serverProcess?.pid;
    },
  };
  return new GuardedClient(context, host, {
    imports: true,
    prepare: (made) => {
      made.onRequest('linuxHa/importedAgents', () => imports.read());
      made.onNotification('linuxHa/importedAgentsRefused', () => imports.refused());
    },
  });
}

/** What goes wrong stands in the log; what the user has to know of it, `GuardedClient` says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
