import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Client } from './activate';
import { answerFileRequests, clientId, clientName, clientOptions, inspect, offerMore } from './client-common';
import type { ImportStore } from './import-store';

/** The client that runs the server as a Node process of its own. */
export function createDesktopClient(
  context: vscode.ExtensionContext,
  imports: Pick<ImportStore, 'read' | 'refused'>,
): Client {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6099'] } };
  const client = new LanguageClient(clientId, clientName, { run, debug }, clientOptions(true));
  answerFileRequests(client);
  offerMore(context, () => client);
  client.onRequest('linuxHa/importedAgents', () => imports.read());
  client.onNotification('linuxHa/importedAgentsRefused', () => imports.refused());
  return {
    start: () => client.start(),
    stop: () => client.dispose(),
    restart: () => client.restart(),
    inspect: (what) => inspect(client, what),
    rulePage: (code) => client.sendRequest('linuxHa/rulePage', { code }),
    showLog: () => client.outputChannel.show(true),
    readMetadata: (owner, xml) => client.sendRequest('linuxHa/readMetadata', { owner, xml }),
    importedAgentsChanged: () => client.sendRequest('linuxHa/importedAgentsChanged'),
  };
}
