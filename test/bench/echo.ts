import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The floor: a server of the same library that keeps the text and says nothing about it.
if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
  },
}));
const text = ({ textDocument: { uri } }: { readonly textDocument: { readonly uri: string } }) =>
  documents.get(uri)?.getText();
/** Takes the text as every real answer has to, and gives none. */
const nothing = <T>(answer: T) => {
  return (params: { readonly textDocument: { readonly uri: string } }): T => {
    text(params);
    return answer;
  };
};
connection.languages.diagnostics.on(nothing({ kind: 'full' as const, items: [] }));
connection.onCompletion(nothing([]));
connection.onHover(nothing(null));
connection.onReferences(nothing([]));
connection.onDocumentSymbol(nothing([]));
connection.onDocumentFormatting(nothing([]));
connection.languages.semanticTokens.on(nothing({ data: [] }));
connection.languages.semanticTokens.onDelta(nothing({ edits: [] }));
connection.onWorkspaceSymbol(() => []);
documents.listen(connection);
connection.listen();
