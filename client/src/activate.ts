import * as vscode from 'vscode';
import type { NewCluster } from '../../server/src/languages/new-cluster';
import { isOurs, LanguageDetection } from './detection';
import type { MetadataAnswer, Owner } from './import-flow';
import { reportIssue } from './report-issue';
import { rulePagesScheme } from './rule-pages';
import { LanguageStatus, selectLanguage, selectLanguageCommand } from './status';

/** The language client, as far as the rest of the extension uses it. */
export interface Client {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  inspect(what: 'tree' | 'slot'): Promise<void>;
  showLog(): void;
  /** Sets a target version, or whether crm files are whole clusters; asks for what is not given. */
  setTarget(upstream?: string, version?: string): Promise<void>;
  setScope(scope?: string): Promise<void>;
  /** The page about a rule, as Markdown; null if there is no such rule. */
  rulePage(code: string): Promise<string | null>;
  /** Has the server read an agent's metadata. */
  readMetadata(owner: Owner, xml: string): Promise<MetadataAnswer>;
  /** Tells the server that other agents were imported; resolves, once they are in use, with how many. */
  importedAgentsChanged(): Promise<number>;
  /** Only under test. */
  readonly testing?: Testing | undefined;
}

/** What tests see and do of what has no door in VS Code's own interface. */
export interface Testing {
  /** What the user was told of the server. */
  readonly told: readonly string[];
  /** The items of the language status. */
  items(): readonly vscode.LanguageStatusItem[];
  /** The server's process; undefined where it is a worker, or does not run. */
  pid(): number | undefined;
  /** Ends the server as a crash does. */
  kill(): void;
  /** Makes the server hang; resolves when that was noticed. */
  hang(): Promise<void>;
}

/** What the extension gives to those who ask for it: tests wait for `ready`. */
export interface Api {
  /** Resolves when the server runs; never while no file of ours was open. */
  readonly ready: Promise<void>;
  /** What the status says of resource agents; absent where none can be imported. */
  readonly agents?: { readonly text: string; readonly detail: string | undefined };
  /** Only under test, and once the server runs. */
  readonly testing: () => Testing | undefined;
}

/**
 * Starts the extension. It watches which documents are ours; the server, and the code that talks to it, are only
 * loaded when the first of them is there. `more` adds what not every host has.
 */
export function activateWith(
  context: vscode.ExtensionContext,
  loadClient: () => Promise<Client>,
  more?: (started: () => Promise<Client>) => Partial<Api>,
): Api {
  const detection = new LanguageDetection(context.workspaceState);
  const status = new LanguageStatus(detection);
  let client: Promise<Client> | undefined;
  let testing: Testing | undefined;
  let markReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const loaded = (): Promise<Client> => {
    client ??= loadClient().then((made) => {
      context.subscriptions.push({ dispose: () => void made.stop() });
      return made;
    });
    return client;
  };
  const started = async (): Promise<Client> => {
    const made = await loaded();
    await made.start();
    testing = made.testing;
    markReady();
    return made;
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    await detection.apply(document);
    // That the server cannot be started is said by the client.
    if (isOurs(document)) await started().catch(() => {});
  };
  const showActive = () => status.show(vscode.window.activeTextEditor?.document);

  context.subscriptions.push(
    status,
    vscode.workspace.registerTextDocumentContentProvider(rulePagesScheme, {
      provideTextDocumentContent: async ({ path }) => (await started()).rulePage(path.replace(/^\/rules\/|\.md$/g, '')),
    }),
    vscode.workspace.onDidOpenTextDocument((document) => void look(document).then(showActive)),
    vscode.window.onDidChangeActiveTextEditor(showActive),
    vscode.commands.registerCommand(selectLanguageCommand, () => selectLanguage(detection).then(showActive)),
    vscode.commands.registerCommand('linuxHa.newCluster', async (given?: NewCluster, into?: vscode.Uri) =>
      (await import('./new-cluster')).createCluster(given, into),
    ),
    vscode.commands.registerCommand('linuxHa.openSample', async () => (await import('./new-cluster')).openSample()),
    vscode.commands.registerCommand('linuxHa.reportIssue', () => reportIssue(context.extension)),
    vscode.commands.registerCommand('linuxHa.restartServer', async () => (await loaded()).restart()),
    vscode.commands.registerCommand('linuxHa.showLog', async () => (await loaded()).showLog()),
    vscode.commands.registerCommand('linuxHa.setTarget', async (upstream?: string, version?: string) =>
      (await started()).setTarget(upstream, version),
    ),
    vscode.commands.registerCommand('linuxHa.setScope', async (scope?: string) => (await started()).setScope(scope)),
    vscode.commands.registerCommand('linuxHa.showSyntaxTree', async () => (await started()).inspect('tree')),
    vscode.commands.registerCommand('linuxHa.showSlot', async () => (await started()).inspect('slot')),
  );
  for (const document of vscode.workspace.textDocuments) void look(document).then(showActive);
  return { ready, testing: () => testing, ...more?.(started) };
}
