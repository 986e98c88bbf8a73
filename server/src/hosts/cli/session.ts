import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Rule } from '../../core/lint/rule';
import { LanguageService } from '../../core/service';
import { filesOfPattern, patternsIn } from '../../core/workspace/includes';
import { detectLanguage } from '../../languages/detect';
import { createLanguages, type Languages } from '../../languages/index';
import { longestFile } from '../files';
import { nodeFiles } from '../node-files';
import { readText } from './read-file';

/** Most files that are read besides the given ones. */
const mostFurther = 1000;

/** The languages with their facts. */
export async function loadLanguages(): Promise<Languages> {
  const languages = createLanguages();
  // A bundle of its own beside this one: what needs no facts does not wait for them.
  languages.useFacts((await import('../../languages/data')).languageData);
  return languages;
}

export interface SessionOptions {
  readonly languages: Languages;
  readonly target: Readonly<Record<string, string>>;
  readonly reader?: string;
  readonly scope?: string;
  readonly onRuleError: (rule: Rule, error: unknown) => void;
}

/** Opens files for judging, with those that belong to the same configuration. */
export class Session {
  /** Holds all files: they may be about one cluster, and what one of them reads the next one finds. */
  private readonly common: LanguageService;
  private readonly asked = new Set<string>();
  /** Folders that have been looked into, by language. */
  private readonly folders = new Set<string>();
  private further = 0;

  constructor(private readonly options: SessionOptions) {
    this.common = this.newService();
  }

  /** A file with its text, in a service that knows the files round it. */
  async open(path: string, language: string, text: string): Promise<{ service: LanguageService; uri: string }> {
    const uri = pathToFileURL(path).href;
    this.common.workspace.open(uri, language, text);
    await this.readBeside(path, uri, language);
    await this.findRoot(uri);
    await this.follow([uri]);
    return { service: this.common, uri };
  }

  /** A file by itself. */
  openAlone(path: string, language: string, text: string): { service: LanguageService; uri: string } {
    const uri = pathToFileURL(path).href;
    const service = this.newService();
    service.workspace.open(uri, language, text);
    return { service, uri };
  }

  private newService(): LanguageService {
    const service = new LanguageService({
      languages: this.options.languages.modules,
      onRuleError: this.options.onRuleError,
    });
    const { target, reader, scope } = this.options;
    service.workspace.configure({
      target,
      ...(reader !== undefined && { reader }),
      ...(scope !== undefined && { scope }),
    });
    return service;
  }

  /**
   * Reads what a cluster keeps beside a file in other languages, as the server does for editors that do not read for it.
   * Of its own language only what is included counts.
   */
  private async readBeside(path: string, uri: string, language: string): Promise<void> {
    const key = `${language} ${dirname(path)}`;
    if (this.folders.has(key)) return;
    this.folders.add(key);
    for (const other of await nodeFiles.beside(uri))
      if (detectLanguage(other, '')?.language !== language) await this.discover(sameSpelling(other));
  }

  /** Reads the file whose include tree a file belongs to, if it has one. */
  private async findRoot(uri: string): Promise<void> {
    const { workspace } = this.common;
    const file = workspace.file(uri);
    if (!file || workspace.related(file).length > 0) return;
    for (const root of file.language.roots?.(uri) ?? []) {
      const address = sameSpelling(root);
      if (address === uri || workspace.file(address)) continue;
      if (!(await this.discover(address, file.language.id))) continue;
      const now = workspace.file(uri);
      if (now && workspace.related(now).some((other) => other.uri === address)) {
        await this.follow([address]);
        return;
      }
      workspace.close(address);
    }
  }

  /** Reads the files that these name, and what those name in turn. */
  private async follow(uris: readonly string[]): Promise<void> {
    const { workspace } = this.common;
    const waiting = [...uris];
    for (let uri = waiting.shift(); uri !== undefined; uri = waiting.shift()) {
      const file = workspace.file(uri);
      for (const named of file ? patternsIn(file) : []) {
        const key = `${named.uri}\0${named.pattern}`;
        if (this.asked.has(key)) continue;
        this.asked.add(key);
        for (const other of await filesOfPattern(named, nodeFiles.list)) {
          const address = sameSpelling(other);
          if (workspace.file(address) || !file) continue;
          if (await this.discover(address, file.language.id)) waiting.push(address);
        }
      }
    }
  }

  /** `language`: where the file that names it says so; else it has to say itself. */
  private async discover(uri: string, language?: string): Promise<boolean> {
    if (this.further >= mostFurther || this.common.workspace.file(uri)) return false;
    try {
      const path = fileURLToPath(uri);
      const about = await stat(path);
      // A name in a configuration may mean anything: a pipe might never end.
      if (!about.isFile() || about.size > longestFile) return false;
      const { text } = await readText(path, path);
      const id = language ?? detectLanguage(path.replaceAll('\\', '/'), text.slice(0, 8000))?.language;
      if (id === undefined || id === 'none') return false;
      this.further++;
      this.common.workspace.discover(uri, id, text);
      return true;
    } catch {
      return false; // gone, or not ours to read: then it is not known
    }
  }
}

/** An address as Node spells it, so that one file has one address. */
function sameSpelling(uri: string): string {
  try {
    return pathToFileURL(fileURLToPath(uri)).href;
  } catch {
    return uri; // names that no file can have
  }
}

/** The folder of a file whose configuration counts. */
export const folderOf = (path: string | undefined): string => (path === undefined ? process.cwd() : dirname(path));
