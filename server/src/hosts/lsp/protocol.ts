import { NotificationType, NotificationType0, RequestType, RequestType0 } from 'vscode-languageserver';

/** What our own client tells the server at start. Other clients send nothing of it, and everything works without. */
export interface InitializationOptions {
  /** The editor's display language. */
  readonly locale?: string;
  /** The client answers `listFiles` and `readFile`. */
  readonly files?: boolean;
  /** The client keeps imported agents: it answers `importedAgents`. */
  readonly imports?: boolean;
  /** The client has the command `showPlacesCommand`. */
  readonly showPlaces?: boolean;
  /** What stands in front of a code of findings in the address that it links to; the client shows the page. */
  readonly rulePages?: string;
  /** The client is under test: it may ask for what no user may, see `hangNotification`. */
  readonly testing?: boolean;
  /** The settings, for clients that cannot be asked. */
  readonly settings?: unknown;
}

/** A command of the client: lists places (`uri`, `position`, `locations`). */
export const showPlacesCommand = 'linuxHa.showPlaces';

/** Server to client: the addresses of our files in the workspace, excludes obeyed, at most `maximum`. */
export const listFilesRequest = new RequestType<
  { readonly pattern: string; readonly maximum: number },
  readonly string[],
  void
>('linuxHa/listFiles');

/** Server to client: the addresses of the files, or of the folders, in a folder; empty if it cannot be read. */
export const listFolderRequest = new RequestType<
  { readonly uri: string; readonly what: 'files' | 'folders' },
  readonly string[],
  void
>('linuxHa/listFolder');

/** Server to client: the text of a file, or null if it cannot be read. */
export const readFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('linuxHa/readFile');

/** Client to server: the syntax tree of the statement at an offset, and what is expected there, as text. */
export const inspectRequest = new RequestType<
  {
    readonly uri: string;
    readonly position: { readonly line: number; readonly character: number };
    readonly what: 'tree' | 'slot';
  },
  string,
  void
>('linuxHa/inspect');

/** Client to server: the page (Markdown) about a code of findings, in the user's language; null if there is none. */
export const rulePageRequest = new RequestType<{ readonly code: string }, string | null, void>('linuxHa/rulePage');

/** Client to server: pasted text as it belongs into a document, with a title for it; null if it does already. */
export const cleanPastedRequest = new RequestType<
  { readonly uri: string; readonly text: string },
  { readonly title: string; readonly text: string } | null,
  void
>('linuxHa/cleanPasted');

/** Server to client: the agents that the user imported, as they were kept; null if there are none. */
export const importedAgentsRequest = new RequestType0<unknown, void>('linuxHa/importedAgents');

/** Server to client: the imported agents are not as this version writes them; the bundled ones are used. */
export const importedAgentsRefusedNotification = new NotificationType0('linuxHa/importedAgentsRefused');

/** Client to server: there are other imported agents now. Answered, once they are in use, with how many. */
export const importedAgentsChangedRequest = new RequestType0<number, void>('linuxHa/importedAgentsChanged');

/** Whose metadata a text is: an agent's that was asked by its id, or those in a file. */
export type Owner = { readonly id: string } | { readonly folder: string; readonly name: string };

/** An agent as it is to be kept, or in the user's language why its metadata cannot be read. */
export type MetadataAnswer = { readonly id: string; readonly agent: unknown } | { readonly problem: string };

/** Client to server: metadata read. */
export const readMetadataRequest = new RequestType<
  { readonly owner: Owner; readonly xml: string },
  MetadataAnswer,
  void
>('linuxHa/readMetadata');

/** Server to client, once: the facts are loaded. Tests wait for it. */
export const factsLoadedNotification = new NotificationType0('linuxHa/factsLoaded');

/** Something that answers about a file rest on, and where it is said. */
export interface StatusEntry {
  /** The setting's key, such as `crm.scope`. */
  readonly setting: string;
  readonly value: string;
  readonly from: 'comment' | 'config' | 'setting' | 'words' | 'nothing';
  /** The comment, or the configuration file, that says it. */
  readonly place?: { readonly uri: string; readonly line: number };
}

/** What a client shows of a file. */
export interface FileStatus {
  readonly uri: string;
  readonly language: string;
  readonly entries: readonly StatusEntry[];
  readonly facts: 'loading' | 'loaded' | 'failed';
}

/** Client to server: the status of the file that the user looks at; null if it is none of ours. */
export const statusRequest = new RequestType<{ readonly uri: string }, FileStatus | null, void>('linuxHa/status');

/** Server to client: what `statusRequest` would answer now for the file that it was last asked about. */
export const statusChangedNotification = new NotificationType<FileStatus>('linuxHa/statusChanged');

/** Client to server: whether it still answers. Asked only while another answer is long overdue. */
export const pingRequest = new RequestType0<null, void>('linuxHa/ping');

/** Client to server, in tests only: never answer again. */
export const hangNotification = new NotificationType0('linuxHa/hang');
