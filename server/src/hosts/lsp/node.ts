import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeFiles } from '../node-files';
import { version } from '../version';
import { startServer } from './server';

// Without arguments of its own the library wants one that names the transport; a bare start means stdio.
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument))) process.argv.push('--stdio');

startServer(createConnection(ProposedFeatures.all), {
  defer: (task) => setImmediate(task),
  // A bundle of its own beside this one, so that the start does not wait for it.
  loadFacts: async () => (await import('../../languages/data')).languageData,
  files: nodeFiles,
  version,
});
