import * as vscode from 'vscode';
import type { ImportStore, ImportSummary } from './import-store';
import { spoken } from './status';

export const importCommand = 'linuxHa.importAgents';

/** The item in the language status of crm files that says whose resource agents are known: ours, or imported ones. */
export class ImportStatus implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('linuxHa.agents', { language: 'crm' });
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly store: ImportStore) {
    this.item.name = vscode.l10n.t('Linux-HA: resource agents');
    this.subscriptions = [
      store.onDidChange(() => this.show()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.show()),
    ];
    this.show();
  }

  get text(): string {
    return this.item.text;
  }

  get detail(): string | undefined {
    return this.item.detail;
  }

  dispose(): void {
    for (const subscription of [this.item, ...this.subscriptions]) subscription.dispose();
  }

  private show(): void {
    const { summary } = this.store;
    this.item.text = summary
      ? vscode.l10n.t('{0} imported resource agents', summary.count)
      : vscode.l10n.t('Bundled resource agents');
    this.item.detail = summary ? `${shortName(summary)}, ${dateText(summary.date)}` : '';
    this.item.accessibilityInformation = spoken(this.item);
    this.item.command = vscode.workspace.isTrusted
      ? { command: importCommand, title: vscode.l10n.t('Import') }
      : undefined;
  }
}

/** The list of status items is narrow: of a folder only its own name. */
const shortName = ({ name }: ImportSummary): string => name.split(/[\\/]/).findLast((part) => part !== '') ?? name;

/** A source of agents, for people. */
export function sourceText({ kind, name }: Pick<ImportSummary, 'kind' | 'name'>): string {
  switch (kind) {
    case 'folder':
      return vscode.l10n.t('from the folder {0}', name);
    case 'node':
      return vscode.l10n.t('from the node {0}', name);
    default:
      return vscode.l10n.t('from this machine ({0})', name);
  }
}

function dateText(date: string): string {
  const time = new Date(date);
  try {
    return time.toLocaleDateString(vscode.env.language, { dateStyle: 'medium' });
  } catch {
    return date;
  }
}
