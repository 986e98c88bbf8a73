import { NotificationType0, RequestType } from 'vscode-languageserver';

/** What our own client tells the server at start. Other clients send nothing of it, and everything works without. */
export interface InitializationOptions {
  /** The editor's display language. */
  readonly locale?: string;
  /** The client answers `listFiles` and `readFile`. */
  readonly files?: boolean;
  /** The settings, for clients that cannot be asked. */
  readonly settings?: unknown;
}

/** Server to client: the addresses of our files in the workspace, excludes obeyed, at most `maximum`. */
export const listFilesRequest = new RequestType<
  { readonly pattern: string; readonly maximum: number },
  readonly string[],
  void
>('linuxHa/listFiles');

/** Server to client: the addresses of the files in a folder; empty if it cannot be read. */
export const listFolderRequest = new RequestType<{ readonly uri: string }, readonly string[], void>(
  'linuxHa/listFolder',
);

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

/** Server to client, once: the facts are loaded. Tests wait for it. */
export const factsLoadedNotification = new NotificationType0('linuxHa/factsLoaded');
