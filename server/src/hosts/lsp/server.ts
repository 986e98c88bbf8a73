import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { highlightModifiers, highlightTypes } from '../../core/language';
import { createLanguages, type ImportedAgents, type LanguageData } from '../../languages/index';
import { readSettings, settingsSection } from '../../settings';
import { configName } from '../config-file';
import { Configs } from './configs';
import { Diagnostics } from './diagnostics';
import { registerAlive } from './handlers/alive';
import { registerCallHierarchy } from './handlers/call-hierarchy';
import { offeredKinds, registerCodeActions } from './handlers/code-action';
import { registerCompletion } from './handlers/completion';
import { mergedChoices, registerFormat, typedCharacters } from './handlers/format';
import { refreshShown, registerHints } from './handlers/hints';
import { registerHover } from './handlers/hover';
import { importedAgents, registerImportedAgents } from './handlers/imported-agents';
import { registerInspect } from './handlers/inspect';
import { registerLinkedEditing } from './handlers/linked-editing';
import { registerLinks } from './handlers/links';
import { registerNavigation } from './handlers/navigation';
import { registerPasted } from './handlers/pasted';
import { registerRename } from './handlers/rename';
import { registerRulePages } from './handlers/rule-page';
import { registerSemanticTokens } from './handlers/semantic-tokens';
import { registerSignature } from './handlers/signature';
import { Status } from './handlers/status';
import { registerStructure } from './handlers/structure';
import { registerWorkspaceSymbols } from './handlers/workspace-symbol';
import { type Environment, Host } from './host';
import { registerSettings } from './load-settings';
import { chooseEncoding } from './positions';
import { factsLoadedNotification, type InitializationOptions } from './protocol';
import { ourFiles, WorkspaceFiles } from './workspace-files';

/** What answers requests about documents. */
const features: readonly ((host: Host) => void)[] = [
  registerHover,
  registerCompletion,
  registerSignature,
  registerNavigation,
  registerRename,
  registerStructure,
  registerCallHierarchy,
  registerLinkedEditing,
  registerLinks,
  registerHints,
  registerSemanticTokens,
  registerCodeActions,
  registerWorkspaceSymbols,
  registerFormat,
  registerPasted,
  registerInspect,
  registerRulePages,
  registerAlive,
];

/** Wires a connection to the engine and starts to listen. */
export function startServer(connection: Connection, environment: Environment): void {
  const languages = createLanguages();
  const host = new Host(connection, languages, environment);
  const diagnostics = new Diagnostics(host);
  const everythingChanged = (): void => {
    diagnostics.everythingChanged();
    refreshShown(host);
    status.changed();
  };
  const files = new WorkspaceFiles(host, everythingChanged);
  const configs = new Configs(host, () => {
    host.service.workspace.settingsChanged();
    everythingChanged();
  });
  const status = new Status(host, configs);
  host.service.workspace.configure((uri) => configs.settingsFor(uri));
  host.layout = (uri) => mergedChoices(host.settingsFor(uri).format, configs.for(uri)?.format);
  host.severities = (uri) => ({ ...host.settingsFor(uri).rules, ...configs.for(uri)?.rules });

  const loadSettings = registerSettings(host, {
    onChange: () => {
      files.settingsChanged();
      everythingChanged();
    },
    onNewFolders: () => files.index(),
  });
  connection.onInitialize((params) => initialize(host, params));
  connection.onInitialized(async () => {
    host.facts = loadFacts();
    await subscribe(host);
    await loadSettings();
    await host.facts;
    everythingChanged();
    void connection.sendNotification(factsLoadedNotification);
    await files.index();
  });
  let imported: ImportedAgents | undefined;
  const useFacts = (data: LanguageData): void => {
    languages.useFacts(data, imported);
    host.service.workspace.factsChanged();
  };
  async function loadFacts(): Promise<void> {
    try {
      const data = await environment.loadFacts();
      // At once, before the next message: a document that comes with it is read with the facts, and not twice.
      if (status.facts !== 'loaded') useFacts(data);
      const before = imported;
      imported = await importedAgents(host);
      if (imported || before) useFacts(data);
      status.facts = 'loaded';
      host.logDetail(`the facts are loaded; ${imported?.agents.length ?? 0} agents were imported`);
    } catch (error) {
      status.facts = 'failed';
      host.logError('The facts could not be loaded', error);
    }
  }

  registerImportedAgents(host, async () => {
    host.facts = host.facts.then(loadFacts);
    await host.facts;
    everythingChanged();
    return imported?.agents.length ?? 0;
  });
  connection.onShutdown(() => host.scheduler.stop());
  registerDocuments(host, diagnostics, files, configs, status);
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    for (const { uri, type } of changes) {
      if (configs.isConfig(uri)) await configs.changed(uri);
      else if (type === FileChangeType.Deleted) files.gone(uri);
      else await files.changed(uri);
    }
  });
  diagnostics.register();
  status.register();
  for (const register of features) register(host);
  connection.listen();
}

function initialize(host: Host, params: InitializeParams): InitializeResult {
  host.client = params.capabilities;
  host.options = {
    ...(params.locale !== undefined && { locale: params.locale }),
    ...(params.initializationOptions as InitializationOptions),
  };
  host.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
  host.settings = readSettings(host.options.settings);
  host.documents.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
  return {
    serverInfo: { name: 'linux-ha-language-server', version: host.environment.version },
    capabilities: {
      positionEncoding: host.documents.encoding,
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      // No blank: a list that opens by itself would take the Enter that was meant for a new line.
      completionProvider: { triggerCharacters: ['=', ':', '@'], resolveProvider: true },
      signatureHelpProvider: { triggerCharacters: [' '], retriggerCharacters: ['=', ':'] },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
      linkedEditingRangeProvider: true,
      callHierarchyProvider: true,
      documentLinkProvider: {},
      codeLensProvider: {},
      inlayHintProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: typedCharacters,
      codeActionProvider: { codeActionKinds: offeredKinds },
      semanticTokensProvider: {
        legend: { tokenTypes: [...highlightTypes], tokenModifiers: [...highlightModifiers] },
        full: { delta: true },
        range: true,
      },
      ...(params.capabilities.textDocument?.diagnostic && {
        diagnosticProvider: { identifier: 'linux-ha', interFileDependencies: true, workspaceDiagnostics: false },
      }),
    },
  };
}

function registerDocuments(
  host: Host,
  diagnostics: Diagnostics,
  files: WorkspaceFiles,
  configs: Configs,
  status: Status,
): void {
  const { connection, documents } = host;
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    host.guard('open', undefined, () => documents.didOpen(uri, languageId, version, text));
    diagnostics.documentChanged(uri);
    void configs.opened(uri);
    void files.opened(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    host.guard('change', undefined, () => documents.didChange(uri, version, contentChanges));
    diagnostics.documentChanged(uri);
    void files.edited(uri);
    status.changed();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    documents.didClose(uri);
    configs.closed(uri);
    diagnostics.closed(uri);
    void files.changed(uri);
  });
}

async function subscribe({ connection, client, options, environment }: Host): Promise<void> {
  if (options.files) connection.console.info(`Language server ${environment.version}`);
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: ourFiles }, { globPattern: `**/${configName}` }],
    });
  }
}
