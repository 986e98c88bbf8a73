import * as vscode from 'vscode';
import { ourLanguages } from './detection';
import type { FileStatus } from './file-premises';
import { spoken } from './status';

type ServerState = 'starting' | 'running' | 'stopped';

/** The item in the language status that says how the language server does. */
export class ServerStatus implements vscode.Disposable {
  readonly item: vscode.LanguageStatusItem;
  private state: ServerState = 'starting';
  private facts: FileStatus['facts'] = 'loading';

  constructor() {
    this.item = vscode.languages.createLanguageStatusItem('linuxHa.server', [...ourLanguages]);
    this.item.name = vscode.l10n.t('Linux-HA: language server');
    this.show();
  }

  showState(state: ServerState): void {
    this.state = state;
    if (state === 'starting') this.facts = 'loading';
    this.show();
  }

  showFacts(facts: FileStatus['facts']): void {
    this.facts = facts;
    this.show();
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(): void {
    const { item, state, facts } = this;
    const failed = state === 'running' && facts === 'failed';
    item.busy = state === 'starting';
    item.severity =
      state === 'stopped'
        ? vscode.LanguageStatusSeverity.Error
        : failed
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
    item.text = stateText(state);
    item.detail = failed ? vscode.l10n.t('what it knows of agents and options could not be loaded') : '';
    item.accessibilityInformation = spoken(item);
    item.command =
      state === 'stopped'
        ? { command: 'linuxHa.restartServer', title: vscode.l10n.t('Restart') }
        : { command: 'linuxHa.showLog', title: vscode.l10n.t('Show Log') };
  }
}

function stateText(state: ServerState): string {
  switch (state) {
    case 'starting':
      return vscode.l10n.t('The language server is starting');
    case 'stopped':
      return vscode.l10n.t('The language server has stopped');
    default:
      return vscode.l10n.t('The language server is running');
  }
}
