import * as vscode from 'vscode';

/** Where the agents in use came from, for the status. */
export interface ImportSummary {
  readonly kind: 'folder' | 'machine' | 'node';
  readonly name: string;
  readonly date: string;
  readonly count: number;
}

/** The most that is kept, and the most that is read back. */
const longest = 32_000_000;

/** Keeps the imported agents in the extension's own storage, as one JSON file. */
export class ImportStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** What was read or written last; undefined: the bundled agents. */
  summary: ImportSummary | undefined;
  private readonly file: vscode.Uri;

  constructor(private readonly folder: vscode.Uri) {
    this.file = vscode.Uri.joinPath(folder, 'imported-agents.json');
  }

  /** The whole import for the server, which checks it; null if there is none, or none that can be read. */
  async read(): Promise<unknown> {
    const kept = await this.parsed();
    this.is(summaryOf(kept));
    return kept;
  }

  /** Keeps another import. The file is there whole or not at all. False: it is too much. */
  async write(source: Pick<ImportSummary, 'kind' | 'name'>, agents: readonly unknown[]): Promise<boolean> {
    const kept = { version: 1, source, date: new Date().toISOString(), agents };
    const bytes = new TextEncoder().encode(JSON.stringify(kept));
    if (bytes.length > longest) return false;
    await vscode.workspace.fs.createDirectory(this.folder);
    const draft = vscode.Uri.joinPath(this.folder, `imported-agents.${Date.now()}.tmp`);
    await vscode.workspace.fs.writeFile(draft, bytes);
    await vscode.workspace.fs.rename(draft, this.file, { overwrite: true });
    this.is(summaryOf(kept));
    return true;
  }

  /** Goes back to the bundled agents. */
  async clear(): Promise<void> {
    try {
      await vscode.workspace.fs.delete(this.file);
    } catch {
      // There was none.
    }
    this.is(undefined);
  }

  /** The server could not use what was kept: another version wrote it, or somebody else. */
  refused(): void {
    this.is(undefined);
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async parsed(): Promise<unknown> {
    try {
      const { size } = await vscode.workspace.fs.stat(this.file);
      if (size > longest) return null;
      return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(this.file)));
    } catch {
      return null; // none, or cut off: the bundled agents are used
    }
  }

  private is(summary: ImportSummary | undefined): void {
    this.summary = summary;
    this.changed.fire();
  }
}

/** The head of an import; undefined if it is not as we write it. */
function summaryOf(kept: unknown): ImportSummary | undefined {
  const { version, source, date, agents } = (kept ?? {}) as {
    version?: unknown;
    source?: Partial<ImportSummary>;
    date?: unknown;
    agents?: unknown;
  };
  if (version !== 1 || !source?.kind || typeof source.name !== 'string') return undefined;
  if (typeof date !== 'string' || !Array.isArray(agents)) return undefined;
  return { kind: source.kind, name: source.name, date, count: agents.length };
}
