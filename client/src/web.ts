import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith, type Client } from './activate';
import { answerFileRequests, clientId, clientName, clientOptions, inspect, offerMore } from './client-common';

export const activate = (context: vscode.ExtensionContext): Api =>
  activateWith(context, async () => createWebClient(context));

/** The client that runs the server in a worker. A restarted one gets a new worker. */
function createWebClient(context: vscode.ExtensionContext): Client {
  let worker: Worker | undefined;
  let client: LanguageClient | undefined;
  const create = (): LanguageClient => {
    const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server').toString(true);
    worker = new Worker(`${folder}/browser.js`);
    worker.postMessage({ folder }); // where it finds its other files
    const created = new LanguageClient(clientId, clientName, worker, clientOptions());
    answerFileRequests(created);
    return created;
  };
  const stop = async (): Promise<void> => {
    await client?.dispose();
    worker?.terminate();
    client = undefined;
  };
  const start = async (): Promise<void> => {
    client = create();
    await client.start();
  };
  offerMore(context, () => client);
  return {
    start,
    stop,
    restart: async () => {
      await stop();
      await start();
    },
    inspect: async (what) => {
      if (client) await inspect(client, what);
    },
    rulePage: async (code) => (await client?.sendRequest<string | null>('linuxHa/rulePage', { code })) ?? null,
    showLog: () => client?.outputChannel.show(true),
    // Nothing is imported in a browser: it can run no programs.
    readMetadata: async () => ({ problem: '' }),
    importedAgentsChanged: async () => 0,
  };
}
