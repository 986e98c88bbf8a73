import { detectLanguage } from '../../languages/detect';
import type { Host } from './host';
import { listFilesRequest, readFileRequest } from './protocol';

/** Names that our files have; a `.conf` or `.res` elsewhere counts only once it is open. */
export const ourFiles = '**/{*.crm,*.pcmk,drbd.conf,global_common.conf,drbd.d/*.res,drbd.d/*.conf}';

/** Most files that are read besides the open ones, and the longest that is. */
const mostFiles = 1000;
const longestFile = 2_000_000;

/**
 * The files of the workspace that are not open: read one after the other, between requests, by name only, through
 * the client if it reads for us (which obeys its excludes), else those beside the open files.
 */
export class WorkspaceFiles {
  private readonly known = new Set<string>();

  constructor(
    private readonly host: Host,
    private readonly onChange: () => void,
  ) {}

  /** Reads what the workspace holds. */
  async index(): Promise<void> {
    if (!this.host.settings.workspaceFiles) return;
    const uris = this.host.options.files ? await this.ask() : [];
    await this.read(uris);
    for (const uri of this.host.documents.uris()) await this.opened(uri);
  }

  /** A document was opened: without a client that reads for us, the files beside it are looked at. */
  async opened(uri: string): Promise<void> {
    const { files } = this.host.environment;
    if (this.host.options.files || !files || !this.host.settings.workspaceFiles) return;
    await this.read((await files.beside(uri)).filter((found) => !this.known.has(found)));
  }

  /** A file is there, new or changed. */
  async changed(uri: string): Promise<void> {
    if (this.known.has(uri) || !this.host.documents.get(uri)) await this.read([uri]);
  }

  gone(uri: string): void {
    this.known.delete(uri);
    if (!this.host.documents.get(uri) && this.host.service.workspace.close(uri)) this.onChange();
  }

  private async ask(): Promise<readonly string[]> {
    try {
      return await this.host.connection.sendRequest(listFilesRequest, { pattern: ourFiles, maximum: mostFiles });
    } catch (error) {
      this.host.logError('listing the workspace files', error);
      return [];
    }
  }

  private async read(uris: readonly string[]): Promise<void> {
    let found = false;
    for (const uri of uris) {
      if (this.known.size >= mostFiles) break;
      this.known.add(uri);
      const text = this.host.documents.get(uri) ? undefined : await this.readOne(uri);
      await this.host.scheduler.turn();
      if (text === undefined || text.length > longestFile) continue;
      const language = detectLanguage(uri, text)?.language;
      if (language === undefined || this.host.documents.get(uri)) continue;
      this.host.guard('index', undefined, () => this.host.service.workspace.discover(uri, language, text));
      found = true;
    }
    if (found) this.onChange();
  }

  private async readOne(uri: string): Promise<string | undefined> {
    try {
      if (this.host.options.files)
        return (await this.host.connection.sendRequest(readFileRequest, { uri })) ?? undefined;
      return await this.host.environment.files?.read(uri);
    } catch {
      return undefined; // gone, or not ours to read: then it is not known
    }
  }
}
