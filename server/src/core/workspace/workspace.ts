import { getOrAdd } from '../../base/maps';
import type { LanguageModule } from '../language';
import type { Rule, RuleSettings } from '../lint/rule';
import { lintUnit } from '../lint/runner';
import { declaredKey, type Entry, nearbyKey, presenceKey } from '../model/entries';
import { includeNamespace, includeTree } from './includes';
import { nearbyFiles } from './nearby';
import { Recent } from './recent';
import { SourceFile } from './source-file';
import type { Found, Unit } from './unit';

/** An entry, its unit and its file. */
export interface Sighting extends Found {
  readonly file: SourceFile;
}

export interface WorkspaceOptions {
  readonly languages: readonly LanguageModule[];
  /** How much text of all files stays read, in UTF-16 code units; the rest is read again when it is needed. */
  readonly kept?: number;
  /** Hears of exceptions in rules; the default throws, as tests want. */
  readonly onRuleError?: (rule: Rule, error: unknown) => void;
}

/** All files we know of: those open in the editor, and those found beside them. Knows no disk and no protocol. */
export class Workspace {
  private readonly files = new Map<string, SourceFile>();
  private readonly recent: Recent<Unit>;
  /** Addresses of the files that are open in the editor; what stands there counts, not the disk. */
  private readonly opened = new Set<string>();
  private settingsOf: (uri: string) => RuleSettings = () => ({ target: {} });
  private trees: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** Answers of `nearby` since files last came or went. */
  private near = new Map<SourceFile, readonly SourceFile[]>();

  constructor(private readonly options: WorkspaceOptions) {
    this.recent = new Recent(options.kept);
  }

  /** The language of an id, its own or one that other editors use. */
  language(id: string): LanguageModule | undefined {
    return this.options.languages.find((language) => language.id === id || language.aliases?.includes(id));
  }

  file(uri: string): SourceFile | undefined {
    return this.files.get(uri);
  }

  all(): Iterable<SourceFile> {
    return this.files.values();
  }

  isOpen(uri: string): boolean {
    return this.opened.has(uri);
  }

  /** The editor opened a file. Undefined if it is in none of our languages. */
  open(uri: string, languageId: string, text: string): SourceFile | undefined {
    const language = this.language(languageId);
    if (!language) {
      this.close(uri);
      return undefined;
    }
    this.opened.add(uri);
    return this.put(new SourceFile(uri, language, text, this.recent));
  }

  /** A file was found beside the open ones. An open file stays as the editor has it. */
  discover(uri: string, languageId: string, text: string): void {
    const language = this.language(languageId);
    if (language && !this.opened.has(uri)) this.put(new SourceFile(uri, language, text, this.recent));
  }

  /** The editor closed a file, or it is gone. Returns whether we knew it. */
  close(uri: string): boolean {
    this.opened.delete(uri);
    const file = this.files.get(uri);
    if (!file) return false;
    this.tellNearby(file);
    const before = this.nearReaders();
    this.files.delete(uri);
    file.leave();
    this.near.clear();
    this.nearChanged(before, file);
    this.scopesChanged();
    return true;
  }

  /** The editor changed an open file: the text between two offsets of it. */
  edit(uri: string, start: number, end: number, newText: string): void {
    const file = this.files.get(uri);
    if (!file) return;
    const changed = file.edit(start, end, newText);
    if ([...changed].some((key) => key.startsWith(`${includeNamespace}\0`))) this.scopesChanged();
    for (const other of this.related(file)) other.invalidateReaders(changed);
    const asked = [...changed].map(nearbyKey);
    for (const other of this.nearby(file)) other.invalidateReaders(asked);
  }

  /** What the user has set for a file that rules and answers may depend on. */
  ruleSettings(uri: string): RuleSettings {
    return this.settingsOf(uri);
  }

  /** `settings`: for all files, or for the file at an address. */
  configure(settings: RuleSettings | ((uri: string) => RuleSettings)): void {
    this.settingsOf = typeof settings === 'function' ? settings : () => settings;
    this.settingsChanged();
  }

  /** What `configure` was given says something else now. */
  settingsChanged(): void {
    for (const file of this.files.values()) file.invalidateAll();
  }

  /** New facts are there: every model is worked out again. */
  factsChanged(): void {
    for (const file of this.files.values()) file.reanalyse();
  }

  /** Works out the findings of one unit that has none. */
  lint(file: SourceFile, unit: Unit): void {
    lintUnit(file, unit, {
      settings: this.ruleSettings(file.uri),
      related: (own) => this.related(own),
      nearby: (own) => this.nearby(own),
      onRuleError: this.options.onRuleError ?? rethrow,
    });
  }

  /** The other files that make one configuration with this one: its include tree. */
  related(file: SourceFile): SourceFile[] {
    this.trees ??= includeTree(this.files.values());
    return [...(this.trees.get(file.uri) ?? [])]
      .flatMap((uri) => this.files.get(uri) ?? [])
      .filter((other) => other !== file);
  }

  /** The files of other languages that are likely to be about the same cluster. */
  nearby(file: SourceFile): readonly SourceFile[] {
    return getOrAdd(this.near, file, () => nearbyFiles(file, this.files.values()));
  }

  /** All entries of a name in all files, those of `first` in front. */
  sightings(namespace: string, name: string, first?: SourceFile): Sighting[] {
    return this.from(first).flatMap((file) =>
      file.names.lookup(namespace, name).map((placed) => ({ ...placed, file, uri: file.uri })),
    );
  }

  /** The declarations of a name in all files, those of `first` in front. */
  declarations(namespace: string, name: string, first?: SourceFile): Sighting[] {
    return this.from(first).flatMap((file) =>
      file.names.declarations(namespace, name).map((placed) => ({ ...placed, file, uri: file.uri })),
    );
  }

  /** All names that are declared in a namespace, in any file, with their first declaration. */
  *declared(namespace: string, first?: SourceFile): Generator<{ readonly name: string; readonly entry: Entry }> {
    const seen = new Set<string>();
    for (const file of this.from(first)) {
      for (const name of file.names.declared(namespace)) {
        if (seen.has(name)) continue;
        seen.add(name);
        const entry = file.names.firstDeclaration(namespace, name)?.entry;
        if (entry) yield { name, entry };
      }
    }
  }

  private from(first: SourceFile | undefined): SourceFile[] {
    const others = [...this.files.values()].filter((file) => file !== first);
    return first ? [first, ...others] : others;
  }

  private put(file: SourceFile): SourceFile {
    const before = this.files.get(file.uri);
    if (before) this.tellNearby(before);
    const near = this.nearReaders();
    this.files.set(file.uri, file);
    before?.leave();
    this.near.clear();
    this.nearChanged(near, file, before);
    this.tellNearby(file);
    this.scopesChanged();
    return file;
  }

  /** What is near each file whose findings depend on names, as far as it was asked. */
  private nearReaders(): ReadonlyMap<SourceFile, readonly SourceFile[]> {
    return new Map([...this.near].filter(([file]) => file.isRead));
  }

  /** A file came or went: others may be near now, or no more, than before. Its own names are told by `tellNearby`. */
  private nearChanged(
    before: ReadonlyMap<SourceFile, readonly SourceFile[]>,
    ...come: (SourceFile | undefined)[]
  ): void {
    for (const [file, others] of before) {
      if (this.files.get(file.uri) !== file) continue;
      const left = (list: readonly SourceFile[]) =>
        new Set(list.filter((other) => !come.includes(other)).map(({ uri }) => uri));
      if (!sameSet(left(others), left(this.nearby(file)))) file.invalidateAll();
    }
  }

  /** A file comes or goes: what others near by found out with its names is stale. */
  private tellNearby(file: SourceFile): void {
    const others = this.nearby(file).filter(({ isRead }) => isRead);
    if (others.length === 0) return;
    const asked = [
      ...[...file.names.keys()].flatMap((key) => [nearbyKey(key), nearbyKey(presenceKey(key))]),
      ...[...file.names.declaredNamespaces()].map((namespace) => nearbyKey(declaredKey(namespace))),
    ];
    for (const other of others) other.invalidateReaders(asked);
  }

  private scopesChanged(): void {
    const before = this.trees;
    this.trees = includeTree(this.files.values());
    for (const [uri, tree] of this.trees) {
      if (!sameSet(tree, before?.get(uri))) this.files.get(uri)?.invalidateAll();
    }
    for (const uri of before?.keys() ?? []) if (!this.trees.has(uri)) this.files.get(uri)?.invalidateAll();
  }
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string> | undefined): boolean {
  return a.size === (b?.size ?? 0) && [...a].every((value) => b?.has(value));
}

function rethrow(_rule: Rule, error: unknown): never {
  throw error;
}
