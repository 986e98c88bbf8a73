import type { Text } from '../../base/text';
import {
  type FilePattern,
  filesOfPattern,
  includeMatcher,
  includeTarget,
  patternsIn,
} from '../../core/workspace/includes';
import { detectLanguage, detectNames } from '../../languages/detect';
import { longestFile } from '../files';
import type { Host } from './host';
import { LateProgress } from './late-progress';
import { listFilesRequest, listFolderRequest } from './protocol';

/** Names that our files have; a `.conf` or `.res` elsewhere counts only once it is open. */
export const ourFiles =
  '**/{*.crm,*.pcmk,drbd.conf,global_common.conf,drbd.d/*.res,drbd.d/*.conf,corosync.conf,cib.xml,*[.-]cib.xml}';

const reading: Text = {
  en: 'Linux-HA: reading the files of the workspace',
  ja: 'Linux-HA: ワークスペースのファイルを読み込み中',
};

/** Most files that are read besides the open ones. */
const mostFiles = 1000;

/** How many files are asked for at once: the answers take their time one after the other, not the reading. */
const readAtOnce = 16;

/**
 * The files that are not open: those of the workspace by their names, through the client if it reads for us (which
 * obeys its excludes), else those beside the open files; and those that a known file includes, or is included by,
 * wherever they are. Read one after the other, between requests. Nothing else is ever read.
 */
export class WorkspaceFiles {
  private readonly known = new Set<string>();
  /** Languages of files that another one names, whatever they are called. */
  private readonly languages = new Map<string, string>();
  /** Patterns that have been looked for. */
  private readonly followed = new Set<string>();
  /** Documents whose main file has been looked for. */
  private readonly rooted = new Set<string>();
  private last: Promise<void> = Promise.resolve();
  /** Whether other files than the open ones were wanted when we last looked. */
  private isWanted = true;

  constructor(
    private readonly host: Host,
    private readonly onChange: () => void,
  ) {}

  /** Reads what the workspace holds. */
  index(): Promise<void> {
    this.isWanted = this.host.settings.workspaceFiles;
    return this.next(() => this.readAll());
  }

  /** A document was opened: what includes it is looked for, and what it includes. */
  opened(uri: string): Promise<void> {
    return this.next(() => this.readRound(uri));
  }

  /** A document was edited: it may name further files now. */
  edited(uri: string): Promise<void> {
    return this.next(() => this.follow([uri]));
  }

  /** A file is there, new or changed. */
  changed(uri: string): Promise<void> {
    return this.next(async () => {
      if (this.known.has(uri) || !this.host.documents.get(uri)) await this.read([uri]);
    });
  }

  /** Work is done one piece after the other, so that nothing is looked for twice. */
  private next(work: () => Promise<void>): Promise<void> {
    this.last = this.last
      .then(async () => {
        if (this.host.settings.workspaceFiles) await work();
      })
      .catch((error: unknown) => this.host.logError('reading files', error));
    return this.last;
  }

  private async readAll(): Promise<void> {
    const uris = this.host.options.files ? await this.ask() : [];
    await this.read(uris);
    this.host.logDetail(`${this.known.size} files of the workspace were read`);
    for (const uri of this.host.documents.uris()) await this.readRound(uri);
  }

  private async readRound(uri: string): Promise<void> {
    const { files } = this.host.environment;
    if (!this.host.options.files && files)
      await this.read((await files.beside(uri)).filter((found) => !this.known.has(found)));
    await this.findRoot(uri);
    await this.follow([uri]);
  }

  /** The setting that wants other files read may say something else now. */
  settingsChanged(): void {
    const { workspaceFiles } = this.host.settings;
    if (workspaceFiles === this.isWanted) return;
    this.isWanted = workspaceFiles;
    if (workspaceFiles) void this.index();
    else this.forget();
  }

  /** Nothing was read but what is open. */
  private forget(): void {
    for (const { uri } of [...this.host.service.workspace.all()])
      if (!this.host.documents.get(uri)) this.host.service.workspace.close(uri);
    for (const kept of [this.known, this.languages, this.followed, this.rooted]) kept.clear();
  }

  gone(uri: string): void {
    this.known.delete(uri);
    if (!this.host.documents.get(uri) && this.host.service.workspace.close(uri)) this.onChange();
  }

  /** Reads the file whose include tree a file belongs to, if it has one. */
  private async findRoot(uri: string): Promise<void> {
    const { workspace } = this.host.service;
    const file = workspace.file(uri);
    if (!file?.language.roots || this.rooted.has(uri) || workspace.related(file).length > 0) return;
    this.rooted.add(uri);
    for (const root of file.language.roots(uri)) {
      if (this.known.has(root) || this.host.documents.get(root)) continue;
      const text = await this.host.readFile(root);
      if (text === undefined) continue;
      workspace.discover(root, file.language.id, text);
      const now = workspace.file(uri);
      if (now && workspace.related(now).some((other) => other.uri === root)) {
        this.remember(root, file.language.id);
        await this.follow([root]);
        this.onChange();
        return;
      }
      workspace.close(root);
    }
  }

  /** Reads the files that these name, and what those name in turn. */
  private async follow(uris: readonly string[]): Promise<void> {
    const { workspace } = this.host.service;
    for (const uri of uris) {
      const file = workspace.file(uri);
      for (const named of file ? patternsIn(file) : []) {
        const key = `${named.uri}\0${named.pattern}`;
        if (this.followed.has(key)) continue;
        this.followed.add(key);
        const found = await this.filesOf(named);
        for (const other of found) if (file) this.languages.set(other, file.language.id);
        await this.read(found);
      }
    }
  }

  private async filesOf(named: FilePattern): Promise<readonly string[]> {
    const matches = includeMatcher(named.uri, named.pattern);
    const known = [...this.host.service.workspace.all()].map(({ uri }) => uri).filter(matches);
    // Addresses are spelled in several ways, so a single file is asked for only if none that we know is it.
    if ('file' in includeTarget(named) && known.length > 0) return [];
    const found = await filesOfPattern(named, (folder, what) => this.list(folder, what));
    return found.filter((uri) => !known.includes(uri));
  }

  private remember(uri: string, language: string): void {
    this.known.add(uri);
    this.languages.set(uri, language);
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
    const found: string[] = [];
    const progress = new LateProgress(this.host, reading);
    for (let at = 0; at < uris.length && this.known.size < mostFiles; at += readAtOnce) {
      const some = uris.slice(at, at + Math.min(readAtOnce, mostFiles - this.known.size));
      for (const uri of some) this.known.add(uri);
      const texts = await Promise.all(
        some.map((uri) => (this.host.documents.get(uri) ? undefined : this.host.readFile(uri))),
      );
      for (const [index, uri] of some.entries()) {
        await this.host.scheduler.turn();
        if (this.take(uri, texts[index])) found.push(uri);
        progress.step(at + index + 1, uris.length);
      }
    }
    progress.end();
    if (found.length === 0) return;
    this.onChange();
    await this.follow(found);
  }

  /** A text that was read. Whether it is one of ours, and not open by now. */
  private take(uri: string, text: string | undefined): boolean {
    if (text === undefined || text.length > longestFile) return false;
    const language = this.languages.get(uri) ?? detectNames(uri) ?? detectLanguage(uri, text)?.language;
    if (language === undefined || this.host.documents.get(uri)) return false;
    this.host.guard('index', undefined, () => this.host.service.workspace.discover(uri, language, text));
    return true;
  }

  private async list(uri: string, what: 'files' | 'folders'): Promise<readonly string[]> {
    try {
      if (this.host.options.files) return await this.host.connection.sendRequest(listFolderRequest, { uri, what });
      return (await this.host.environment.files?.list(uri, what)) ?? [];
    } catch {
      return []; // a client of its own that does not list folders
    }
  }
}
