import {
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { type Locale, toLocale } from '../../base/text';
import type { Severities } from '../../core/features/findings';
import type { FormatStyle } from '../../core/features/format-style';
import { LanguageService } from '../../core/service';
import type { Languages } from '../../languages/index';
import { readSettings, type Settings } from '../../settings';
import type { Files } from '../files';
import { Documents, type OpenDocument } from './documents';
import { errorText } from './error-text';
import { type InitializationOptions, readFileRequest } from './protocol';
import { type Defer, Scheduler } from './scheduler';

/** What differs between a Node process and a browser worker. */
export interface Environment {
  readonly defer: Defer;
  /** Loads the facts' bundle. */
  readonly loadFacts: () => Promise<Parameters<Languages['useFacts']>[0]>;
  /** Reads files where the client does not do it for us; absent in a worker. */
  readonly files?: Files;
  readonly version: string;
  /** Work is shown that takes longer than this, in milliseconds; tests have no time. */
  readonly longWork?: number;
}

/** What all request handlers share. */
export class Host {
  readonly service: LanguageService;
  readonly documents: Documents;
  readonly scheduler: Scheduler;
  settings: Settings = readSettings(undefined);
  /** The settings of single folders of the workspace, where there are several; by address, with a slash at the end. */
  folderSettings: ReadonlyMap<string, Settings> = new Map();
  /** How rules report in a file, by rule id. */
  severities: (uri: string) => Severities = (uri) => this.settingsFor(uri).rules;
  /** What formatting a file is to do beyond what the editor says. */
  layout: (uri: string) => NonNullable<FormatStyle['choices']> = (uri) => this.settingsFor(uri).format;
  client: ClientCapabilities = {};
  options: InitializationOptions = {};
  /** The folders of the workspace, for clients that cannot be asked. */
  folders: readonly string[] = [];
  /** Resolves once the facts are loaded, or could not be. Answers that live on them wait for it. */
  facts: Promise<void> = Promise.resolve();
  /** Goes up when findings may have changed without an edit: facts, settings, other files. */
  generation = 0;

  constructor(
    readonly connection: Connection,
    languages: Languages,
    readonly environment: Environment,
  ) {
    this.service = new LanguageService({
      languages: languages.modules,
      onRuleError: (rule, error) => this.logError(`rule ${rule.id}`, error),
    });
    this.documents = new Documents(this.service.workspace);
    this.scheduler = new Scheduler(environment.defer);
  }

  /** The language that we answer in. */
  get locale(): Locale {
    return this.settings.language === 'auto' ? toLocale(this.options.locale) : this.settings.language;
  }

  /** The editor's settings for a file: those of the innermost folder of the workspace that it is in. */
  settingsFor(uri: string): Settings {
    let innermost = '';
    for (const folder of this.folderSettings.keys())
      if (folder.length > innermost.length && uri.startsWith(folder)) innermost = folder;
    return this.folderSettings.get(innermost) ?? this.settings;
  }

  /** The text of a file that is not open; undefined if it is gone, or not ours to read. */
  async readFile(uri: string): Promise<string | undefined> {
    try {
      if (this.options.files) return (await this.connection.sendRequest(readFileRequest, { uri })) ?? undefined;
      return await this.environment.files?.read(uri);
    } catch {
      return undefined;
    }
  }

  /** What pages about codes begin with; undefined where the client shows none, or knows no links of codes. */
  get rulePages(): string | undefined {
    return this.client.textDocument?.publishDiagnostics?.codeDescriptionSupport ? this.options.rulePages : undefined;
  }

  /**
   * Wraps a request about a document: an unknown document is answered with `none`, a cancelled request as cancelled;
   * an exception is ours, so it is logged and answered with `none`.
   */
  answer<P extends { textDocument: { uri: string } }, R>(
    none: R,
    handler: (open: OpenDocument, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
    return async (params, token) => {
      await this.scheduler.turn(); // lets a cancellation that is already on its way arrive
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      const open = this.documents.get(params.textDocument.uri);
      return open ? this.guard('request', none, () => handler(open, params)) : none;
    };
  }

  /** Like `answer`, for questions that nobody asks again: it waits until the facts are loaded. */
  answerWithFacts<P extends { textDocument: { uri: string } }, R>(
    none: R,
    handler: (open: OpenDocument, params: P) => R,
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
    const answer = this.answer(none, handler);
    return async (params, token) => {
      await this.facts;
      return answer(params, token);
    };
  }

  /** Runs `work`; an exception in it is logged, and `otherwise` returned. */
  guard<R>(what: string, otherwise: R, work: () => R): R {
    try {
      return work();
    } catch (error) {
      this.logError(what, error);
      return otherwise;
    }
  }

  logError(what: string, error: unknown): void {
    this.connection.console.error(`${what}: ${errorText(error)}`);
  }

  /** What helps to find out what went wrong; only our own client has a level for it. */
  logDetail(text: string): void {
    if (this.options.files) this.connection.console.debug(text);
  }

  readonly positionsOf = (uri: string) => this.documents.positions(uri);
}
