import * as vscode from 'vscode';
import { isOurs, type LanguageDetection, ourLanguages } from './detection';

export const selectLanguageCommand = 'linuxHa.selectLanguage';

/** The item in the language status (the `{}` of the status bar) that says what a file was taken for, and why. */
export class LanguageStatus implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;

  constructor(private readonly detection: LanguageDetection) {
    this.item = vscode.languages.createLanguageStatusItem('linuxHa.language', [...ourLanguages]);
    this.item.name = 'Linux-HA';
    this.item.command = { command: selectLanguageCommand, title: vscode.l10n.t('Change') };
    this.show(vscode.window.activeTextEditor?.document);
  }

  show(document: vscode.TextDocument | undefined): void {
    if (!document) return;
    const decision = this.detection.decide(document);
    // A file that the user took away from us keeps the item, so that one click brings it back.
    const selector: vscode.DocumentFilter[] = ourLanguages.map((language) => ({ language }));
    if (!isOurs(document) && decision?.by === 'choice')
      selector.push({ pattern: document.uri.fsPath, scheme: document.uri.scheme });
    this.item.selector = selector;
    this.item.text = isOurs(document) ? languageName(document.languageId) : vscode.l10n.t('Not a Linux-HA file');
    this.item.detail = reasonText(decision?.by);
    this.item.accessibilityInformation = spoken(this.item);
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** What a screen reader says of an item: all of it, in one go. */
export const spoken = ({ name, text, detail }: vscode.LanguageStatusItem): vscode.AccessibilityInformation => ({
  label: [name, text, detail].filter(Boolean).join(', '),
});

const languageName = (id: string): string => (id === 'crm' ? 'Pacemaker crm' : 'DRBD');

function reasonText(by: string | undefined): string {
  switch (by) {
    case 'modeline':
      return vscode.l10n.t('said by a comment in the file');
    case 'name':
      return vscode.l10n.t('known by the file name');
    case 'content':
      return vscode.l10n.t('known by what stands in the file');
    case 'choice':
      return vscode.l10n.t('chosen by you');
    default:
      return '';
  }
}

/** Asks what the active file is and keeps the answer. */
export async function selectLanguage(detection: LanguageDetection): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const picks = [
    ...ourLanguages.map((id) => ({ label: languageName(id), id, description: id === document.languageId ? '✓' : '' })),
    { label: vscode.l10n.t('Neither: leave this file alone'), id: 'none', description: '' },
  ];
  const picked = await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Language of this file') });
  if (picked) await detection.choose(document, picked.id);
}
