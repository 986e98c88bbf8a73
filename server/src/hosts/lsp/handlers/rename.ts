import {
  ErrorCodes,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Host } from '../host';
import * as toProto from '../to-proto';

export function registerRename(host: Host): void {
  host.connection.onPrepareRename(
    host.answer<PrepareRenameParams, { range: Range; placeholder: string } | null>(
      null,
      ({ document, positions }, { position }) => {
        const target = host.service.renameTarget(document.uri, positions.offset(position));
        return target ? { range: positions.range(target.span), placeholder: target.name } : null;
      },
    ),
  );
  host.connection.onRenameRequest(async (params: RenameParams, token) => {
    const obstacle = host.documents.get(params.textDocument.uri) && findObstacle(host, params);
    if (obstacle) return new ResponseError(ErrorCodes.InvalidParams, obstacle);
    return answerRename(host)(params, token);
  });
}

function findObstacle(host: Host, { textDocument, position, newName }: RenameParams): string | undefined {
  const offset = host.documents.get(textDocument.uri)?.positions.offset(position) ?? 0;
  return host.guard(
    'rename',
    undefined,
    () => host.service.renameObstacle(textDocument.uri, offset, newName)?.[host.locale],
  );
}

const answerRename = (host: Host) =>
  host.answer<RenameParams, WorkspaceEdit | null>(null, ({ document, positions }, { position, newName }) =>
    toProto.workspaceEdit(host.service.rename(document.uri, positions.offset(position), newName), host.positionsOf),
  );
