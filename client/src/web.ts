import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateWith, type Client } from './activate';
import { clientId, clientName } from './client-common';
import { GuardedClient } from './guarded-client';
import { registerWithoutProcesses } from './without-processes';

export const activate = (context: vscode.ExtensionContext): Api => {
  registerWithoutProcesses(context);
  return activateWith(context, async () => createWebClient(context));
};

/** The client that runs the server in a worker. A restarted one gets a new worker. */
function createWebClient(context: vscode.ExtensionContext): Client {
  let end = (): void => {};
  const connect = async () => {
    end();
    const folder = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server').toString(true);
    const worker = new Worker(`${folder}/browser.js`);
    worker.postMessage({ folder }); // where it finds its other files
    const reader = new WorkerReader(worker);
    const endThis = (): void => {
      worker.terminate();
      reader.close();
    };
    end = endThis;
    let isHeard = false;
    worker.addEventListener('message', () => {
      isHeard = true;
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // it is logged, and no concern of the whole window
      if (!isHeard) endThis(); // its files could not be loaded: it will never answer
    });
    return { reader, writer: new BrowserMessageWriter(worker) };
  };
  return new GuardedClient(context, {
    create: (options) => new QuietClient(clientId, clientName, connect, options),
    kill: () => end(),
    isDebugged: false,
  });
}

/** A worker that is ended tells nobody. */
class WorkerReader extends BrowserMessageReader {
  close(): void {
    this.fireClose();
  }
}

/** What goes wrong stands in the log; what the user has to know of it, `GuardedClient` says. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}
