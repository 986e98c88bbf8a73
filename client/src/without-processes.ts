import * as vscode from 'vscode';
import { spoken } from './status';

/**
 * What a window in a browser has instead of what runs programs: the commands are not offered there, and say why when
 * they are called all the same; the status says which resource agents are known.
 */
export function registerWithoutProcesses(context: vscode.ExtensionContext): void {
  const item = vscode.languages.createLanguageStatusItem('linuxHa.agents', { language: 'crm' });
  item.name = vscode.l10n.t('Linux-HA: resource agents');
  item.text = vscode.l10n.t('Bundled resource agents');
  item.detail = vscode.l10n.t('others can be imported on the desktop');
  item.accessibilityInformation = spoken(item);
  const why = (): void =>
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Resource agents cannot be imported in a browser, because that takes programs to run.'),
    );
  context.subscriptions.push(
    item,
    ...['linuxHa.importAgents', 'linuxHa.useBundledAgents'].map((id) => vscode.commands.registerCommand(id, why)),
  );
}
