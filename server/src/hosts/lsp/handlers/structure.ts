import type {
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRange,
  FoldingRangeParams,
  Position,
  SelectionRange,
  SelectionRangeParams,
} from 'vscode-languageserver';
import type { Host } from '../host';
import type { Positions } from '../positions';
import * as toProto from '../to-proto';

export function registerStructure(host: Host): void {
  const { connection, service } = host;
  connection.onDocumentSymbol(
    host.answer<DocumentSymbolParams, DocumentSymbol[]>([], ({ document, positions }) =>
      service.outline(document.uri).map((item) => toProto.documentSymbol(positions, item)),
    ),
  );
  connection.onFoldingRanges(
    host.answer<FoldingRangeParams, FoldingRange[]>([], ({ document, positions }) =>
      service.folds(document.uri).flatMap((fold) => toProto.foldingRange(positions, fold)),
    ),
  );
  connection.onSelectionRanges(
    host.answer<SelectionRangeParams, SelectionRange[]>([], ({ document, positions }, params) =>
      params.positions.map((position) => selection(host, document.uri, positions, position)),
    ),
  );
}

function selection(host: Host, uri: string, positions: Positions, position: Position): SelectionRange {
  const spans = host.service.selections(uri, positions.offset(position));
  let outer: SelectionRange | undefined;
  for (const span of spans.reverse()) outer = { range: positions.range(span), ...(outer && { parent: outer }) };
  return outer ?? { range: { start: position, end: position } };
}
