import {
  agentIdOf,
  type ImportedAgents,
  isAgentId,
  metadataProblemText,
  readMetadata,
  toImportedAgents,
} from '../../../languages/index';
import type { Host } from '../host';
import {
  importedAgentsChangedRequest,
  importedAgentsRefusedNotification,
  importedAgentsRequest,
  type MetadataAnswer,
  type Owner,
  readMetadataRequest,
} from '../protocol';

/** The agents that the user imported, where the client keeps such; what cannot be read counts as none. */
export async function importedAgents(host: Host): Promise<ImportedAgents | undefined> {
  if (!host.options.imports) return undefined;
  try {
    const kept = await host.connection.sendRequest(importedAgentsRequest);
    const imported = toImportedAgents(kept);
    if (kept !== null && !imported) {
      host.logError('imported agents', 'they are not as this version writes them');
      void host.connection.sendNotification(importedAgentsRefusedNotification);
    }
    return imported;
  } catch (error) {
    host.logError('imported agents', error);
    return undefined;
  }
}

/** Reads metadata for a client that imports some, and `reload`s the facts when it has; that says how many there are. */
export function registerImportedAgents(host: Host, reload: () => Promise<number>): void {
  host.connection.onRequest(readMetadataRequest, ({ owner, xml }) =>
    host.guard<MetadataAnswer>('metadata', { problem: '' }, () => {
      const id = idOf(owner);
      const agent = id === undefined ? ({ problem: 'no-agent' } as const) : readMetadata(id, xml);
      return 'problem' in agent ? { problem: metadataProblemText(agent, host.locale) } : { id: agent.id, agent };
    }),
  );
  host.connection.onRequest(importedAgentsChangedRequest, async () => {
    const count = await reload();
    if (host.client.workspace?.semanticTokens?.refreshSupport) host.connection.languages.semanticTokens.refresh();
    return count;
  });
}

function idOf(owner: Owner): string | undefined {
  if ('folder' in owner) return agentIdOf(owner.folder, owner.name);
  return isAgentId(owner.id) ? owner.id : undefined;
}
