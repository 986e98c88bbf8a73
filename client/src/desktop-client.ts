import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Client } from './activate';
import { answerFileRequests, clientId, clientName, clientOptions, inspect } from './client-common';

/** The client that runs the server as a Node process of its own. */
export function createDesktopClient(context: vscode.ExtensionContext): Client {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6099'] } };
  const client = new LanguageClient(clientId, clientName, { run, debug }, clientOptions());
  answerFileRequests(client);
  return {
    start: () => client.start(),
    stop: () => client.dispose(),
    restart: () => client.restart(),
    inspect: (what) => inspect(client, what),
    showLog: () => client.outputChannel.show(true),
  };
}
