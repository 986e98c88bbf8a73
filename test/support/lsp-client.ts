import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../server/src/hosts/lsp/host';
import { startServer } from '../../server/src/hosts/lsp/server';
import { languageData } from '../../server/src/languages/data';

/** A client in this process, joined to a server in this process by two pipes: the whole protocol, no start-up. */
export class LspClient {
  readonly connection: ProtocolConnection;
  /** What was published last, by address. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly errors: string[] = [];
  private version = 0;

  /** `longWork`: what takes so many milliseconds is shown as long work; `loadFacts`: other facts than the bundled. */
  constructor({ loadFacts = async () => languageData, longWork }: Partial<Environment> = {}) {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), {
      defer: (task) => setImmediate(task),
      loadFacts,
      version: 'test',
      ...(longWork !== undefined && { longWork }),
    });
    this.connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
    });
    this.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
      if (type === 1) this.errors.push(message);
    });
    this.connection.listen();
  }

  /** Starts up; resolves once the facts are loaded. */
  async start(
    capabilities: ClientCapabilities = {},
    options: unknown = {},
    workspaceFolders?: readonly { readonly uri: string; readonly name: string }[],
  ): Promise<InitializeResult> {
    const loaded = new Promise<void>((resolve) =>
      this.connection.onNotification('linuxHa/factsLoaded', () => resolve()),
    );
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities,
      initializationOptions: options,
      ...(workspaceFolders && { workspaceFolders }),
    });
    await this.connection.sendNotification('initialized', {});
    await loaded;
    return result;
  }

  async open(uri: string, languageId: string, text: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: ++this.version, text },
    });
  }

  async change(uri: string, contentChanges: readonly unknown[]): Promise<number> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges,
    });
    return this.version;
  }

  /** A request about a document. */
  ask<R>(method: string, uri: string, params: object = {}): Promise<R> {
    return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
  }

  /** Resolves with what is published for a document once `accept` takes it. */
  async diagnostics(
    uri: string,
    accept: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (let i = 0; i < 2000; i++) {
      const known = this.published.get(uri);
      if (known && accept(known)) return known;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error(`no such diagnostics; last: ${JSON.stringify(this.published.get(uri))}`);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    this.connection.end();
    this.connection.dispose();
  }
}
