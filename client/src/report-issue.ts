import * as vscode from 'vscode';

/**
 * Opens VS Code's own form for issues with the versions that matter: nothing of any file goes into it, and it is sent by
 * nobody but the user. Where there is no such form, as in some web hosts, the versions are opened as a document.
 */
export async function reportIssue(extension: vscode.Extension<unknown>): Promise<void> {
  const body = versions(extension);
  try {
    await vscode.commands.executeCommand('workbench.action.openIssueReporter', {
      extensionId: extension.id,
      issueBody: body,
    });
  } catch {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: body });
    await vscode.window.showTextDocument(document);
  }
}

/** Versions and settings as Markdown, to be sent by the user. */
export function versions({ packageJSON }: vscode.Extension<unknown>): string {
  const settings = vscode.workspace.getConfiguration('linuxHa');
  const rows: [string, string][] = [
    ['Linux-HA', String(packageJSON.version)],
    ['VS Code', `${vscode.version} (${vscode.env.appHost})`],
    ['Platform', typeof process === 'undefined' ? 'web' : `${process.platform} ${process.arch}`],
    ['Remote', vscode.env.remoteName ?? '-'],
    ['Language', vscode.env.language],
    ['Trusted', String(vscode.workspace.isTrusted)],
    ...['target.pacemaker', 'target.crmsh', 'target.drbd', 'crm.reader'].map((key): [string, string] => [
      `linuxHa.${key}`,
      String(settings.get(key) ?? '-'),
    ]),
  ];
  const table = ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
  return `${vscode.l10n.t('What happened, and what did you expect?')}\n\n\n${vscode.l10n.t('Which lines show it? (Nothing of your files has been added here.)')}\n\n\n${table}\n`;
}
