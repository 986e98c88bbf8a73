import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ourLanguages } from './detection';
import { provideInspected } from './inspect';
import { offerCleanPaste } from './paste';
import { rulePages } from './rule-pages';
import { offerPlaces } from './show-places';

export const clientId = 'linuxHa';
export const clientName = 'Linux-HA';

/**
 * What both clients tell the library: which documents, that we list and read files for the server, and whether we keep
 * imported agents.
 */
export const clientOptions = (more: {
  readonly imports: boolean;
  readonly testing: boolean;
}): LanguageClientOptions => ({
  documentSelector: ourLanguages.map((language) => ({ language })),
  initializationOptions: { files: true, showPlaces: true, ...more, rulePages, locale: vscode.env.language },
  diagnosticCollectionName: clientId,
  markdown: { isTrusted: false, supportHtml: false },
});

/** The longest file that the server is given to read. */
const longestFile = 2_000_000;

/** Answers the server's questions about files; VS Code knows the disk, the excludes and virtual file systems. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest('linuxHa/listFiles', async ({ pattern, maximum }: { pattern: string; maximum: number }, token) => {
    const found = await vscode.workspace.findFiles(pattern, undefined, maximum, token);
    return found.map((uri) => client.code2ProtocolConverter.asUri(uri));
  });
  client.onRequest('linuxHa/listFolder', async ({ uri, what }: { uri: string; what?: 'files' | 'folders' }) => {
    const wanted = what === 'folders' ? vscode.FileType.Directory : vscode.FileType.File;
    const folder = client.protocol2CodeConverter.asUri(uri);
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries
        .filter(([, type]) => (type & wanted) !== 0)
        .map(([name]) => client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, name)));
    } catch {
      return []; // no such folder, or not ours to read
    }
  });
  client.onRequest('linuxHa/readFile', async ({ uri }: { uri: string }) => {
    const file = client.protocol2CodeConverter.asUri(uri);
    try {
      // A configuration may name a device or a pipe, and reading that would never end.
      const { type, size } = await vscode.workspace.fs.stat(file);
      if ((type & vscode.FileType.File) === 0 || size > longestFile) return null;
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      return null; // gone or unreadable: the server treats it as unknown
    }
  });
}

/** Offers clean text where something is pasted, and lists of places, as long as the extension is there. */
export function offerMore(context: vscode.ExtensionContext, client: () => BaseLanguageClient | undefined): void {
  const offered = offerCleanPaste(client);
  if (offered) context.subscriptions.push(offered);
  offerPlaces(context, client);
  context.subscriptions.push(provideInspected());
}
