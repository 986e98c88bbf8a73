import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ourLanguages } from './detection';

/** What an editor has that can offer other text for what was pasted (1.97 and newer); our types are older. */
interface PasteApi {
  readonly registerDocumentPasteEditProvider?: (
    selector: vscode.DocumentSelector,
    provider: PasteProvider,
    metadata: { readonly providedPasteEditKinds: readonly unknown[]; readonly pasteMimeTypes: readonly string[] },
  ) => vscode.Disposable;
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<readonly unknown[] | undefined>;
}

/** The classes that go with it. */
interface PasteClasses {
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: unknown) => { yieldTo?: readonly unknown[] };
  readonly DocumentDropOrPasteEditKind?: {
    readonly Text: { append(...parts: string[]): unknown };
  };
}

/** Offers pasted text without prompts and typographic quotes, beside the text as it is. */
export function offerCleanPaste(current: () => BaseLanguageClient | undefined): vscode.Disposable | undefined {
  const { registerDocumentPasteEditProvider: register } = vscode.languages as PasteApi;
  const { DocumentPasteEdit: Edit, DocumentDropOrPasteEditKind: kinds } = vscode as PasteClasses;
  if (!register || !Edit || !kinds?.Text) return undefined;
  const kind = kinds.Text.append('linuxHa', 'clean');
  const provider: PasteProvider = {
    async provideDocumentPasteEdits(document, _ranges, transfer, _context, token) {
      const text = await transfer.get('text/plain')?.asString();
      const client = current();
      if (!client || !text || text.length > longest) return undefined;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      const clean = await client.sendRequest<Clean | null>('linuxHa/cleanPasted', { uri, text }, token);
      if (!clean) return undefined;
      const edit = new Edit(clean.text, clean.title, kind);
      edit.yieldTo = [kinds.Text]; // the text as it is comes first; ours is one choice away
      return [edit];
    },
  };
  try {
    const selector = ourLanguages.map((language) => ({ language }));
    return register(selector, provider, { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] });
  } catch {
    return undefined; // older editors have the function, but only for trials
  }
}

interface Clean {
  readonly title: string;
  readonly text: string;
}

/** Longer text is no statement out of a page. */
const longest = 500_000;
