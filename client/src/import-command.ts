import * as vscode from 'vscode';
import type { Client } from './activate';
import { type Collected, firstProblem, ImportError, quoted, type Read, type Report, readAll } from './import-flow';
import { folderAgents } from './import-folder';
import { machineAgents, machineName } from './import-machine';
import { run } from './import-run';
import { isHost, nodeAgents } from './import-ssh';
import { sourceText } from './import-status';
import type { ImportStore } from './import-store';

/** Where agents shall come from. */
type Wanted =
  | { readonly kind: 'folder'; readonly name: string; readonly folder: vscode.Uri }
  | { readonly kind: 'machine' | 'node'; readonly name: string };

/**
 * Imports agents from where the user says, and puts them to use. `given`: a folder, for those who call the command with
 * one. Gives the number of agents; undefined if nothing was changed, of which the user was told, or wanted it so.
 */
export async function importAgents(store: ImportStore, client: Client, given: unknown): Promise<number | undefined> {
  const wanted = given instanceof vscode.Uri ? folderSource(given) : await askSource(store);
  if (wanted === 'bundled') {
    await vscode.commands.executeCommand('linuxHa.useBundledAgents');
    return undefined;
  }
  if (!wanted) return undefined;
  try {
    const { read, silent } = await withProgress(wanted, client);
    if (read.agents.length === 0) throw new ImportError('no-agents', problemsText(read));
    if (!(await store.write({ kind: wanted.kind, name: wanted.name }, read.agents))) throw new ImportError('too-much');
    const count = await client.importedAgentsChanged();
    tell(wanted, count, [...read.problems.map(({ where }) => where), ...silent]);
    return count;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (error.reason !== 'cancelled') void vscode.window.showErrorMessage(errorText(error));
    return undefined;
  }
}

async function withProgress(wanted: Wanted, client: Client): Promise<{ read: Read; silent: readonly string[] }> {
  const title = vscode.l10n.t('Importing resource agents {0}', quoted(sourceText(wanted)));
  const options = { location: vscode.ProgressLocation.Notification, cancellable: true, title };
  return vscode.window.withProgress(options, async (progress, token) => {
    const cancel = new AbortController();
    token.onCancellationRequested(() => cancel.abort());
    const report: Report = (done, total, what) =>
      progress.report({ message: total === undefined ? String(done) : `${done} / ${total}  ${quoted(what)}` });
    const { texts, silent } = await collect(wanted, { signal: cancel.signal, report });
    const read = await readAll(texts, (text) => client.readMetadata(text.owner, text.xml), {
      signal: cancel.signal,
      report,
    });
    // A folder is a person's work and is taken whole or not at all; an agent on a machine may well be broken.
    if (wanted.kind === 'folder' && read.problems.length > 0) throw new ImportError('unreadable', problemsText(read));
    return { read, silent };
  });
}

function collect(wanted: Wanted, options: { signal: AbortSignal; report: Report }): Promise<Collected> {
  switch (wanted.kind) {
    case 'folder':
      return folderAgents(wanted.folder, { ...options, askProvider });
    case 'machine':
      return machineAgents({ ...options, run });
    default:
      return nodeAgents(wanted.name, { ...options, run });
  }
}

/** The first file and what is wrong with it, and how many more there are. */
function problemsText(read: Read): string {
  const more = read.problems.length - 1;
  return more > 0 ? `${firstProblem(read)} ${vscode.l10n.t('(and {0} more)', more)}` : firstProblem(read);
}

async function askSource(store: ImportStore): Promise<Wanted | 'bundled' | undefined> {
  const picks = [
    {
      from: 'machine' as const,
      label: vscode.l10n.t('From this machine'),
      detail: vscode.l10n.t('Runs crm_resource, or the installed agents themselves, to print their metadata.'),
    },
    {
      from: 'folder' as const,
      label: vscode.l10n.t('From a folder of XML files'),
      detail: vscode.l10n.t('A folder a provider (heartbeat, pacemaker, …, stonith), a file an agent.'),
    },
    {
      from: 'node' as const,
      label: vscode.l10n.t('From a cluster node, over ssh'),
      detail: vscode.l10n.t('Runs your own ssh, without questions: keys, agent and configuration as always.'),
    },
    ...(store.summary
      ? [{ from: 'bundled' as const, label: vscode.l10n.t('Use the bundled resource agents again'), detail: '' }]
      : []),
  ];
  const title = vscode.l10n.t('Import resource agent metadata');
  const picked = await vscode.window.showQuickPick(picks, { title });
  switch (picked?.from) {
    case 'machine':
      return { kind: 'machine', name: machineName() };
    case 'folder':
      return askFolder();
    case 'node':
      return askNode(store);
    default:
      return picked?.from;
  }
}

async function askFolder(): Promise<Wanted | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Import'),
    })) ?? [];
  return folder && folderSource(folder);
}

const folderSource = (folder: vscode.Uri): Wanted => ({
  kind: 'folder',
  name: folder.scheme === 'file' ? folder.fsPath : folder.path,
  folder,
});

async function askNode({ summary }: ImportStore): Promise<Wanted | undefined> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Import from a cluster node, over ssh'),
    prompt: vscode.l10n.t('The node as you would give it to ssh: a name, an address, user@node'),
    ...(summary?.kind === 'node' && { value: summary.name }),
    validateInput: (text) => (isHost(text.trim()) ? undefined : vscode.l10n.t('Not the name or address of a host')),
  });
  return name === undefined || !isHost(name.trim()) ? undefined : { kind: 'node', name: name.trim() };
}

const askProvider = async (proposal: string): Promise<string | undefined> =>
  vscode.window.showInputBox({
    title: vscode.l10n.t('Provider of the agents in this folder'),
    prompt: vscode.l10n.t('The middle part of their names, as in ocf:PROVIDER:agent'),
    value: proposal,
    validateInput: (text) =>
      /^[A-Za-z0-9_][\w.+-]*$/.test(text) ? undefined : vscode.l10n.t('Letters, digits and dashes'),
  });

function tell(wanted: Wanted, count: number, without: readonly string[]): void {
  const done = vscode.l10n.t('{0} resource agents imported {1}.', count, quoted(sourceText(wanted)));
  if (without.length === 0) void vscode.window.showInformationMessage(done);
  else {
    const some = `${quoted(without.slice(0, 5).join(', '))}${without.length > 5 ? ', …' : ''}`;
    const lost = vscode.l10n.t('{0} gave no metadata that could be read: {1}', without.length, some);
    void vscode.window.showInformationMessage(`${done} ${lost}`);
  }
}

function errorText({ reason, detail }: ImportError): string {
  const nothing = vscode.l10n.t('Nothing was imported.');
  return `${reasonText(reason, quoted(detail))} ${nothing}`;
}

function reasonText(reason: ImportError['reason'], detail: string): string {
  switch (reason) {
    case 'no-tools':
      return vscode.l10n.t('There are neither Pacemaker tools nor resource agents on this machine.');
    case 'no-ssh':
      return vscode.l10n.t('There is no program ssh on this machine.');
    case 'ssh-failed':
      return vscode.l10n.t('The node did not answer: {0}', detail);
    case 'timeout':
      return vscode.l10n.t('The node did not come to an end in five minutes.');
    case 'too-much':
      return vscode.l10n.t('That is too much for the metadata of agents. {0}', detail);
    case 'too-many-files':
      return vscode.l10n.t('More than {0} XML files.', detail);
    case 'no-agents':
      return vscode.l10n.t('There are no resource agents. {0}', detail);
    default:
      return vscode.l10n.t('This cannot be read: {0}.', detail);
  }
}
