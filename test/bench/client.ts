import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import {
  CancellationTokenSource,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { BenchText, Place } from './texts';

/** A language server under measurement, as its client sees it. */
export class BenchClient {
  readonly connection: MessageConnection;
  private readonly child: ChildProcess;
  private version = 1;
  private typed = false;
  private files: ReadonlyMap<string, string> = new Map();

  /** `script`: what Node runs, with `--stdio`. */
  constructor(script: string, flags: readonly string[] = []) {
    this.child = spawn(process.execPath, [...flags, script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.child;
    if (!stdin || !stdout) throw new Error('no pipes');
    this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onRequest((method, params) => this.asked(method, params));
    this.connection.listen();
  }

  /** What the server asks of its client: settings, and the files that the editor reads for it. */
  private asked(method: string, params: unknown): unknown {
    if (method === 'workspace/configuration') return [null];
    if (method === 'linuxHa/listFiles') return [...this.files.keys()];
    if (method === 'linuxHa/readFile') return this.files.get((params as { uri: string }).uri) ?? null;
    return method === 'linuxHa/listFolder' ? [] : null;
  }

  /** Resolves when the server has answered `initialize`. `files`: a workspace for it to read, by addresses. */
  async initialize(files: ReadonlyMap<string, string> = new Map()): Promise<void> {
    this.files = files;
    await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      initializationOptions: { files: true },
      capabilities: {
        textDocument: {
          diagnostic: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          semanticTokens: { requests: { full: { delta: true } }, tokenTypes: [], tokenModifiers: [], formats: [] },
        },
        workspace: { configuration: true },
      },
    });
    await this.connection.sendNotification('initialized', {});
  }

  /** Resolves with what the server says once it has loaded its facts; at once for one that says nothing of the kind. */
  factsLoaded(): Promise<void> {
    return new Promise((resolve) => this.connection.onNotification('linuxHa/factsLoaded', () => resolve()));
  }

  open({ uri, language, text }: BenchText): Promise<void> {
    this.version = 1;
    this.typed = false;
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: language, version: 1, text },
    });
  }

  close({ uri }: BenchText): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Types a character at the text's place for it, or takes it away again. */
  key({ uri, typing }: BenchText): Promise<void> {
    const end = this.typed ? { ...typing, character: typing.character + 1 } : typing;
    const text = this.typed ? '' : 'x';
    this.typed = !this.typed;
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++this.version },
      contentChanges: [{ range: { start: typing, end }, text }],
    });
  }

  /** A request about a document, at one of its places. */
  ask(method: string, { uri }: BenchText, position?: Place, more: object = {}): Promise<unknown> {
    return this.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri },
      ...(position && { position }),
      ...more,
    });
  }

  /** A request that is cancelled in the same breath: whether the server let it be. */
  async cancelled(method: string, { uri }: BenchText, position: Place): Promise<boolean> {
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position, context: { includeDeclaration: true } };
    const answer = this.connection.sendRequest(`textDocument/${method}`, params, source.token);
    source.cancel();
    return answer.then(
      () => false,
      (error: { code?: number }) => error.code === -32_800,
    );
  }

  /** CPU time of all threads so far, in ms; undefined where the system does not tell. */
  cpu(): number | undefined {
    try {
      const tasks = `/proc/${this.child.pid}/task`;
      const times = readdirSync(tasks).map((task) =>
        Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
      );
      return times.reduce((sum, time) => sum + time, 0) / 1e6;
    } catch {
      return undefined;
    }
  }

  /** Memory in use now and at most so far, in MB; undefined where the system does not tell. */
  memory(): { readonly now: number; readonly peak: number } | undefined {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
      return { now: of('VmRSS'), peak: of('VmHWM') };
    } catch {
      return undefined;
    }
  }

  stop(): void {
    this.connection.dispose();
    this.child.kill('SIGKILL');
  }
}
