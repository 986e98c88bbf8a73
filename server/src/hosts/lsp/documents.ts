import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../../core/workspace/workspace';
import { detectLanguage } from '../../languages/detect';
import { type Encoding, Positions } from './positions';

/** An open document: the editor's text and version, and how to count in it. */
export interface OpenDocument {
  readonly document: TextDocument;
  readonly positions: Positions;
}

/** The documents that are open in the editor, kept in step with the workspace's files. */
export class Documents {
  encoding: Encoding = 'utf-16';
  private readonly open = new Map<string, OpenDocument>();

  constructor(private readonly workspace: Workspace) {}

  get(uri: string): OpenDocument | undefined {
    return this.open.get(uri);
  }

  uris(): Iterable<string> {
    return this.open.keys();
  }

  didOpen(uri: string, languageId: string, version: number, text: string): void {
    const document = TextDocument.create(uri, languageId, version, text);
    if (this.workspace.open(uri, this.ownLanguage(uri, languageId, text), text))
      this.open.set(uri, { document, positions: new Positions(document, this.encoding) });
    else this.open.delete(uri);
  }

  /** An editor that does not know our languages sends what it has (`conf`): then the file itself decides. */
  private ownLanguage(uri: string, languageId: string, text: string): string {
    return this.workspace.language(languageId)?.id ?? detectLanguage(uri, text.slice(0, 8000))?.language ?? languageId;
  }

  /** Changes come one after the other, each counted in the text that the ones before left. */
  didChange(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const known = this.open.get(uri);
    if (!known) return;
    const { document, positions } = known;
    for (const change of changes) {
      const whole = { start: 0, end: this.workspace.file(uri)?.length ?? 0 };
      const span = 'range' in change ? positions.span(change.range) : whole;
      const replaced = span.end < span.start ? { start: span.end, end: span.start } : span;
      this.workspace.edit(uri, replaced.start, replaced.end, change.text);
      const range = { start: document.positionAt(replaced.start), end: document.positionAt(replaced.end) };
      TextDocument.update(document, [{ range, text: change.text }], version);
    }
    if (changes.length === 0) TextDocument.update(document, [], version);
  }

  didClose(uri: string): void {
    this.open.delete(uri);
    this.workspace.close(uri);
  }

  /** How to count in a file, open or not; undefined if we do not know it. */
  positions(uri: string): Positions | undefined {
    const known = this.open.get(uri);
    if (known) return known.positions;
    const file = this.workspace.file(uri);
    return file && new Positions(TextDocument.create(uri, file.language.id, 0, file.text()), this.encoding);
  }
}
