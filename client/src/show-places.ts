import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

type Places = Parameters<BaseLanguageClient['protocol2CodeConverter']['asReferences']>[0];
type Position = Parameters<BaseLanguageClient['protocol2CodeConverter']['asPosition']>[0];

/** Lists the places that a line above a statement counts. */
export const offerPlaces = (context: vscode.ExtensionContext, client: () => BaseLanguageClient | undefined): void => {
  context.subscriptions.push(
    vscode.commands.registerCommand('linuxHa.showPlaces', async (uri: string, position: Position, places: Places) => {
      const convert = client()?.protocol2CodeConverter;
      if (!convert) return;
      await vscode.commands.executeCommand(
        'editor.action.showReferences',
        convert.asUri(uri),
        convert.asPosition(position),
        await convert.asReferences(places),
      );
    }),
  );
};
