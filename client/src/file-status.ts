import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { isOurs, ourLanguages } from './detection';
import { type FileStatus, type StatusEntry, upstreamName } from './file-premises';
import { askForScope, askForTarget, openPlace, write } from './file-status-flow';
import { spoken } from './status';

const scopeSetting = 'crm.scope';

/** The items in the language status that say which versions a file is taken for, and whether it is a whole cluster. */
export class FileStatusItems implements vscode.Disposable {
  private readonly target = vscode.languages.createLanguageStatusItem('linuxHa.target', [...ourLanguages]);
  private readonly scope = vscode.languages.createLanguageStatusItem('linuxHa.scope', 'crm');
  private readonly subscriptions: vscode.Disposable[];

  /** `onFacts` hears how the server's facts do; `manifest`: the extension's. */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly onFacts: (facts: FileStatus['facts']) => void,
    private readonly manifest: unknown,
  ) {
    this.target.name = vscode.l10n.t('Linux-HA: target versions');
    this.scope.name = vscode.l10n.t('Linux-HA: whole cluster or fragment');
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => void this.ask()),
      client.onDidChangeState(({ newState }) => newState === State.Running && void this.ask()),
      client.onNotification('linuxHa/statusChanged', (status: FileStatus) => this.show(status)),
    ];
  }

  get items(): readonly vscode.LanguageStatusItem[] {
    return [this.target, this.scope];
  }

  /** Sets the version of an upstream, asking for what is not given; opens the place that says it, if there is one. */
  async setTarget(upstream: string | undefined, version: string | undefined): Promise<void> {
    const entries = (await this.current())?.entries.filter(({ setting }) => setting.startsWith('target.')) ?? [];
    if (upstream !== undefined && version !== undefined) await write(`target.${upstream}`, version);
    else await askForTarget(this.client, entries, this.manifest);
  }

  /** Sets whether crm files are whole clusters, likewise. */
  async setScope(scope: string | undefined): Promise<void> {
    const entry = (await this.current())?.entries.find(({ setting }) => setting === scopeSetting);
    if (scope !== undefined) await write(scopeSetting, scope);
    else if (entry?.place) await openPlace(this.client, entry.place);
    else await askForScope(entry?.from === 'setting' ? entry.value : 'auto');
  }

  dispose(): void {
    for (const subscription of [this.target, this.scope, ...this.subscriptions]) subscription.dispose();
  }

  private async current(): Promise<FileStatus | undefined> {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isOurs(document) || this.client.state !== State.Running) return undefined;
    const uri = this.client.code2ProtocolConverter.asUri(document.uri);
    try {
      return (await this.client.sendRequest<FileStatus | null>('linuxHa/status', { uri })) ?? undefined;
    } catch {
      return undefined; // the server ended meanwhile; it is asked again when it runs
    }
  }

  private async ask(): Promise<void> {
    const status = await this.current();
    if (status) this.show(status);
  }

  private show({ uri, entries, facts }: FileStatus): void {
    this.onFacts(facts);
    const active = vscode.window.activeTextEditor?.document.uri;
    if (!active || this.client.code2ProtocolConverter.asUri(active) !== uri) return;
    const targets = entries.filter(({ setting }) => setting.startsWith('target.'));
    const scope = entries.find(({ setting }) => setting === scopeSetting);
    fill(this.target, targetText(targets), targets, uri, 'linuxHa.setTarget');
    if (scope) fill(this.scope, scopeText(scope.value), [scope], uri, 'linuxHa.setScope');
  }
}

function fill(
  item: vscode.LanguageStatusItem,
  text: string,
  entries: readonly StatusEntry[],
  uri: string,
  command: string,
): void {
  const inForce = entries.filter(({ value }) => value !== 'auto');
  const reasons = [...new Set(inForce.map((entry) => reasonText(entry, uri)))];
  item.text = text;
  item.detail = reasons.join(', ');
  item.accessibilityInformation = spoken(item);
  // Where a comment or a file says it, that is what has to be changed.
  const said = entries.every(({ place }) => place) && entries.length > 0;
  item.command = { command, title: said ? vscode.l10n.t('Open') : vscode.l10n.t('Change') };
}

function targetText(entries: readonly StatusEntry[]): string {
  const set = entries.filter(({ value }) => value !== 'auto');
  if (set.length > 0) return set.map((entry) => `${upstreamName(entry)} ${entry.value}`).join(', ');
  return vscode.l10n.t('{0}: any version', entries.map(upstreamName).join(', '));
}

const scopeText = (value: string): string =>
  value === 'whole' ? vscode.l10n.t('A whole cluster') : vscode.l10n.t('A fragment of a cluster');

function reasonText({ from, place }: StatusEntry, uri: string): string {
  switch (from) {
    case 'comment':
      return place && place.uri !== uri
        ? vscode.l10n.t('said by a comment in {0}', nameOf(place.uri))
        : vscode.l10n.t('said by a comment in the file');
    case 'config':
      return vscode.l10n.t('set in {0}', nameOf(place?.uri ?? ''));
    case 'setting':
      return vscode.l10n.t('set in the settings');
    case 'words':
      return vscode.l10n.t('known by what stands in the file');
    default:
      return vscode.l10n.t('nothing says it');
  }
}

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
