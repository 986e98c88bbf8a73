import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient';
import type { Client, Testing } from './activate';
import { answerFileRequests, clientName, clientOptions, offerMore } from './client-common';
import { isOurs } from './detection';
import { FileStatusItems } from './file-status';
import { inspect } from './inspect';
import { RestartPolicy } from './restart-policy';
import { ServerStatus } from './server-status';
import { Watchdog } from './watchdog';

/** What differs between a process and a worker. */
export interface ServerHost {
  /** Makes the library's client, which starts a server each time that it is started. Called once. */
  create(options: LanguageClientOptions): BaseLanguageClient;
  /** Ends the server at once, whatever it does. */
  kill(): void;
  /** Somebody may have stopped it in a debugger. */
  readonly isDebugged: boolean;
  /** The server's process, if it has one. */
  readonly pid?: number | undefined;
}

const ping = 'linuxHa/ping';

/** A server that has not started by then never will, in milliseconds. */
const longestStart = 60_000;

/**
 * The language client, and what keeps a server running behind it: one that ends by itself is started again, one that
 * hangs is ended first. The user hears of it once.
 */
export class GuardedClient implements Client {
  private readonly output = vscode.window.createOutputChannel(clientName, { log: true });
  private readonly status = new ServerStatus();
  private readonly files: FileStatusItems;
  private readonly client: BaseLanguageClient;
  private readonly policy = new RestartPolicy();
  private readonly watchdog = new Watchdog(
    () => this.client.sendRequest(ping),
    () => this.hung(),
    moreTicks,
  );
  /** What the user was told, in the order of it. */
  private readonly told: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Why the server ended by itself, until it runs again. */
  private trouble: 'ended' | 'hung' | undefined;
  private starting: Promise<void> | undefined;
  private waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];
  private isDisposed = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly host: ServerHost,
    options: { readonly imports?: true; readonly prepare?: (client: BaseLanguageClient) => void } = {},
  ) {
    this.client = host.create({
      ...clientOptions({ imports: options.imports === true, testing: this.isTest }),
      outputChannel: this.output,
      revealOutputChannelOn: RevealOutputChannelOn.Never, // what the user has to know we say ourselves
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          this.ended();
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The server ended.' };
        },
      },
      middleware: {
        sendRequest: (type, param, token, next) => {
          const answer = next(type, param, token);
          const isPing = (typeof type === 'string' ? type : type.method) === ping;
          return isPing || this.host.isDebugged ? answer : this.watchdog.watch(answer);
        },
      },
    });
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.runs();
    });
    answerFileRequests(this.client);
    offerMore(context, () => this.client);
    options.prepare?.(this.client);
    this.files = new FileStatusItems(
      this.client,
      (facts) => this.status.showFacts(facts),
      context.extension.packageJSON,
    );
    context.subscriptions.push(this.output, this.status, this.files);
  }

  async start(): Promise<void> {
    if (this.client.state === State.Running) return;
    const running = new Promise<void>((resolve, reject) => this.waiting.push({ resolve, reject }));
    if (this.timer === undefined) void this.launch();
    await running;
  }

  async stop(): Promise<void> {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.watchdog.dispose();
    await this.halt();
  }

  async restart(): Promise<void> {
    this.policy.forget();
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.starting;
    await this.halt();
    await this.start();
  }

  inspect(what: 'tree' | 'slot'): Promise<void> {
    return inspect(this.client, what);
  }

  setTarget: Client['setTarget'] = (upstream, version) => this.files.setTarget(upstream, version);

  setScope: Client['setScope'] = (scope) => this.files.setScope(scope);

  showLog(): void {
    this.output.show(true);
  }

  rulePage(code: string): Promise<string | null> {
    return this.client.sendRequest('linuxHa/rulePage', { code });
  }

  readMetadata: Client['readMetadata'] = (owner, xml) =>
    this.client.sendRequest('linuxHa/readMetadata', { owner, xml });

  importedAgentsChanged(): Promise<number> {
    return this.client.sendRequest('linuxHa/importedAgentsChanged');
  }

  /** What tests look at and do. */
  get testing(): Testing | undefined {
    if (!this.isTest) return undefined;
    return {
      told: this.told,
      items: () => [...this.files.items, this.status.item],
      pid: () => this.host.pid,
      kill: () => this.host.kill(),
      hang: async () => {
        this.watchdog.setPatience({ overdue: 300, tick: 100, ticks: 10 });
        await this.client.sendNotification('linuxHa/hang');
        await this.client.sendRequest('linuxHa/status', { uri: '' }).catch(() => {});
        this.watchdog.setPatience();
      },
    };
  }

  private get isTest(): boolean {
    return this.context.extensionMode === vscode.ExtensionMode.Test;
  }

  private async halt(): Promise<void> {
    try {
      await this.client.stop();
    } catch {
      // It does not answer: it is ended all the same.
    } finally {
      this.host.kill();
    }
  }

  /** Starts the client; one that cannot be started is as one that ended. */
  private launch(): Promise<void> {
    this.starting ??= (async () => {
      this.status.showState('starting');
      const late = this.host.isDebugged ? undefined : setTimeout(() => this.hung(), longestStart);
      try {
        await this.client.start();
      } catch {
        if (this.timer === undefined) this.ended(); // else it ended meanwhile, and we know
      } finally {
        clearTimeout(late);
      }
      this.starting = undefined;
    })();
    return this.starting;
  }

  private runs(): void {
    this.status.showState('running');
    for (const { resolve } of this.waiting.splice(0)) resolve();
    if (this.trouble && this.told.length === 0)
      this.tell(
        vscode.window.showWarningMessage,
        this.trouble === 'hung'
          ? vscode.l10n.t('The Linux-HA language server did not answer any more. It was started again.')
          : vscode.l10n.t('The Linux-HA language server ended unexpectedly. It was started again.'),
      );
    this.trouble = undefined;
  }

  private hung(): void {
    this.output.error('The server does not answer; it is ended.');
    this.trouble = 'hung';
    this.host.kill();
  }

  /** The server ended, and nobody wanted it to. */
  private ended(): void {
    if (this.isDisposed) return;
    this.trouble ??= 'ended';
    const wait = this.policy.ended(Date.now());
    if (wait === undefined) {
      this.status.showState('stopped');
      const text = vscode.l10n.t('The Linux-HA language server keeps ending. It is not started again by itself.');
      for (const { reject } of this.waiting.splice(0)) reject(new Error(text));
      this.tell(vscode.window.showErrorMessage, text);
      return;
    }
    this.output.warn(`The server is started again in ${wait} ms.`);
    this.status.showState('starting');
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.launch();
    }, wait);
  }

  private tell(show: (text: string, ...items: string[]) => Thenable<string | undefined>, text: string): void {
    this.told.push(text);
    const log = vscode.l10n.t('Show Log');
    void show(text, log).then((picked) => picked === log && this.showLog());
  }
}

/** A slow machine needs a second at most for a thousand lines. */
const moreTicks = (): number =>
  vscode.workspace.textDocuments.filter(isOurs).reduce((sum, { lineCount }) => sum + lineCount, 0) / 1000;
