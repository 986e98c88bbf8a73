import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The scheme of what is shown: not a file, so nobody asks to save it. */
const scheme = 'linux-ha-inspect';

const contents = new Map<string, string>();
const changed = new vscode.EventEmitter<vscode.Uri>();

/** Makes the documents readable that `inspect` shows. */
export const provideInspected = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => contents.get(path) ?? '',
  });

/** Shows beside the editor what the server understood of the place of the cursor. */
export async function inspect(client: BaseLanguageClient, what: 'tree' | 'slot'): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri);
  const position = client.code2ProtocolConverter.asPosition(editor.selection.active);
  const content = await client.sendRequest<string>('linuxHa/inspect', { uri, position, what });
  const shown = vscode.Uri.from({ scheme, path: what === 'slot' ? '/slot.json' : '/tree.txt' });
  contents.set(shown.path, content || vscode.l10n.t('There is nothing to show at the cursor.'));
  changed.fire(shown);
  const document = await vscode.workspace.openTextDocument(shown);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}
