import type { WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { readSettings, type Settings, settingsSection } from '../../settings';
import type { Host } from './host';

/** Keeps settings and folders as the client has them; gives what loads them at the start. */
export function registerSettings(
  host: Host,
  { onChange, onNewFolders }: { readonly onChange: () => void; readonly onNewFolders: () => Promise<void> },
): () => Promise<void> {
  const { connection } = host;
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await load(host, settings);
    onChange();
  });
  const foldersChanged = async ({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> => {
    const gone = new Set(removed.map(({ uri }) => uri));
    host.folders = [...host.folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => uri)];
    await load(host);
    onChange();
    if (added.length > 0) await onNewFolders();
  };
  return async () => {
    if (host.client.workspace?.workspaceFolders) connection.workspace.onDidChangeWorkspaceFolders(foldersChanged);
    await load(host);
  };
}

/** Takes the settings that were sent; a client that answers questions about them is asked, for each folder if there are several. */
async function load(host: Host, sent?: unknown): Promise<void> {
  const canBeAsked = host.client.workspace?.configuration === true;
  const asked = canBeAsked ? await host.connection.workspace.getConfiguration(settingsSection) : undefined;
  const pushed =
    typeof sent === 'object' && sent !== null ? (sent as Record<string, unknown>)[settingsSection] : undefined;
  host.settings = readSettings(asked ?? pushed ?? host.options.settings);
  host.folderSettings = canBeAsked && host.folders.length > 1 ? await ofFolders(host) : new Map();
  host.service.workspace.settingsChanged();
}

async function ofFolders({ connection, folders }: Host): Promise<ReadonlyMap<string, Settings>> {
  const items = folders.map((scopeUri) => ({ scopeUri, section: settingsSection }));
  const answers: unknown[] = await connection.workspace.getConfiguration(items);
  return new Map(
    folders.map((folder, index) => [folder.endsWith('/') ? folder : `${folder}/`, readSettings(answers[index])]),
  );
}
