import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import { version } from '../version';
import { startServer } from './server';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** Gives the event loop a turn; a message to oneself is not held back as a timer is. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

startServer(createConnection(ProposedFeatures.all, new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  defer: (task) => {
    waiting.push(task);
    channel.port2.postMessage(null);
  },
  loadFacts: async () => (await import('../../languages/data')).languageData,
  version,
});
