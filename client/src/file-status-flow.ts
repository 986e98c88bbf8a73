import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type StatusEntry, upstreamName } from './file-premises';

/** Shows a comment or a file that says something. */
export async function openPlace(
  client: BaseLanguageClient,
  { uri, line }: NonNullable<StatusEntry['place']>,
): Promise<void> {
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(uri), { selection });
}

/** Sets one of our settings for the workspace, without one for the user; `auto` leaves nothing behind where it can. */
export async function write(setting: string, value: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('linuxHa');
  const hasWorkspace = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  const others = configuration.inspect(setting);
  const isNeeded = value !== 'auto' || (hasWorkspace && others?.globalValue !== undefined);
  const where = hasWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update(setting, isNeeded ? value : undefined, where);
}

/** Asks whether crm files of the workspace are whole clusters. */
export async function askForScope(current: string): Promise<void> {
  const picks = [
    {
      value: 'auto',
      label: vscode.l10n.t('As the file says'),
      detail: vscode.l10n.t('Whole if it names nodes or sets properties'),
    },
    { value: 'whole', label: vscode.l10n.t('A whole cluster'), detail: vscode.l10n.t('What is missing is said') },
    {
      value: 'fragment',
      label: vscode.l10n.t('A fragment of a cluster'),
      detail: vscode.l10n.t('Nothing is missing from it'),
    },
  ];
  const title = vscode.l10n.t('What crm files of this workspace describe');
  const picked = await vscode.window.showQuickPick(picks.map(marked(current)), { title });
  if (picked) await write('crm.scope', picked.value);
}

/** Asks for the version of one of these upstreams. What a comment or a file says is opened instead. */
export async function askForTarget(
  client: BaseLanguageClient,
  entries: readonly StatusEntry[],
  manifest: unknown,
): Promise<void> {
  const entry = await whichUpstream(entries);
  if (!entry) return;
  if (entry.place) await openPlace(client, entry.place);
  else {
    const version = await askForVersion(entry, manifest);
    if (version !== undefined) await write(entry.setting, version);
  }
}

async function whichUpstream(entries: readonly StatusEntry[]): Promise<StatusEntry | undefined> {
  if (entries.length < 2) return entries[0];
  const picks = entries.map((entry) => ({ entry, label: upstreamName(entry), description: entry.value }));
  const title = vscode.l10n.t('Target versions of this workspace');
  return (await vscode.window.showQuickPick(picks, { title }))?.entry;
}

async function askForVersion(entry: StatusEntry, manifest: unknown): Promise<string | undefined> {
  const fits = versionsOf(manifest, entry.setting);
  return vscode.window.showInputBox({
    title: vscode.l10n.t('The version of {0} that the files are for', upstreamName(entry)),
    prompt: vscode.l10n.t('A version such as {0}, or auto', entry.setting === 'target.drbd' ? '8.4' : '2.1'),
    value: entry.from === 'setting' ? entry.value : 'auto',
    validateInput: (text) => (fits.test(text) ? undefined : vscode.l10n.t('Numbers with dots between, or auto')),
  });
}

/** What a setting may say, as the manifest has it. */
function versionsOf(manifest: unknown, setting: string): RegExp {
  const { contributes } = manifest as {
    contributes: { configuration: readonly { properties: Record<string, { pattern?: string }> }[] };
  };
  const found = contributes.configuration.map(({ properties }) => properties[`linuxHa.${setting}`]?.pattern);
  return new RegExp(found.find((pattern) => pattern !== undefined) ?? '');
}

const marked =
  (current: string) =>
  <T extends { readonly value: string }>(pick: T) => ({ ...pick, description: pick.value === current ? '✓' : '' });
