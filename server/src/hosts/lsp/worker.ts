import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../version';
import { startServer } from './server';

/** Starts the server in a web worker; it answers all messages from now on. */
export function startInWorker(scope: DedicatedWorkerGlobalScope): void {
  /** Gives the event loop a turn; a message to oneself is not held back as a timer is. */
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();

  const [reader, writer] = [new BrowserMessageReader(scope), new BrowserMessageWriter(scope)];
  startServer(createConnection(ProposedFeatures.all, reader, writer), {
    defer: (task) => {
      waiting.push(task);
      channel.port2.postMessage(null);
    },
    loadFacts: async () => (await import('../../languages/data')).languageData,
    version,
  });
}
