import {
  type CancellationToken,
  type DocumentLink,
  type DocumentLinkParams,
  ResponseError,
} from 'vscode-languageserver';
import type { Link } from '../../../core/features/shown';
import type { Host } from '../host';
import { listFolderRequest } from '../protocol';

/** Most paths of one document that are looked for. */
const mostPaths = 100;
/** How long what a folder holds is taken for known. */
const milliseconds = 10_000;

/** Links to included files, and to paths that are files of the workspace. They lead to files and nowhere else. */
export function registerLinks(host: Host): void {
  const folders = new Folders(host);
  const answer = host.answer<DocumentLinkParams, readonly Link[]>([], ({ document }) =>
    host.service.links(document.uri),
  );
  host.connection.onDocumentLinks(async (params: DocumentLinkParams, token: CancellationToken) => {
    const found = await answer(params, token);
    if (found instanceof ResponseError) return found;
    const { uri } = params.textDocument;
    const paths = new Set(found.flatMap(({ path }) => path ?? []));
    const targets = await filesAt(host, folders, uri, [...paths].slice(0, mostPaths));
    const positions = host.documents.get(uri)?.positions;
    return found.flatMap(({ span, target, path }): DocumentLink[] => {
      const to = target ?? targets.get(path ?? '');
      return to !== undefined && positions ? [{ range: positions.range(span), target: to }] : [];
    });
  });
}

/** The files of the workspace that paths in a document mean. */
async function filesAt(
  host: Host,
  folders: Folders,
  uri: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (paths.length === 0) return found;
  const workspace = await workspaceFolders(host);
  const roots = rootsOf(uri, workspace);
  for (const path of paths) {
    if (/(?:^|\/)\.\.?(?:\/|$)/.test(path)) continue;
    const places = roots.map((root) => root + path.split('/').map(encodeURIComponent).join('/'));
    for (const place of places.filter((one) => workspace.some((folder) => one.startsWith(`${folder}/`))))
      if (!found.has(path) && (await folders.has(place))) found.set(path, place);
  }
  return found;
}

/**
 * Where the files of the machine lie that a document is for: on this one, or in a folder that holds a copy of them, such as
 * `web1` in `web1/etc/drbd.d/r0.res`.
 */
function rootsOf(uri: string, workspace: readonly string[]): readonly string[] {
  const machine = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(uri)?.[0];
  const copy = /^(.*?)\/(?:etc|usr|var|opt|srv)\//.exec(uri)?.[1];
  return [...new Set([machine, copy, ...workspace].filter((root) => root !== undefined))];
}

async function workspaceFolders({ client, connection, folders }: Host): Promise<readonly string[]> {
  const given = client.workspace?.workspaceFolders ? await connection.workspace.getWorkspaceFolders() : undefined;
  return (given?.map(({ uri }) => uri) ?? folders).map((uri) => uri.replace(/\/$/, ''));
}

/** What folders hold. */
class Folders {
  private readonly known = new Map<string, { readonly at: number; readonly files: Promise<ReadonlySet<string>> }>();

  constructor(private readonly host: Host) {}

  async has(uri: string): Promise<boolean> {
    return (await this.filesIn(uri.slice(0, uri.lastIndexOf('/')))).has(uri);
  }

  private filesIn(folder: string): Promise<ReadonlySet<string>> {
    const known = this.known.get(folder);
    if (known && Date.now() - known.at < milliseconds) return known.files;
    if (this.known.size > 200) this.known.clear();
    const files = this.list(folder).then((list) => new Set(list));
    this.known.set(folder, { at: Date.now(), files });
    return files;
  }

  private async list(uri: string): Promise<readonly string[]> {
    const { connection, options, environment } = this.host;
    try {
      if (options.files) return await connection.sendRequest(listFolderRequest, { uri, what: 'files' });
      return (await environment.files?.list(uri, 'files')) ?? [];
    } catch {
      return []; // a client of its own that does not list folders
    }
  }
}
