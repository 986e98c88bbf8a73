import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CallHierarchyPrepareParams,
} from 'vscode-languageserver';
import type { Neighbour, Stage } from '../../../core/features/sequence';
import type { Host } from '../host';
import * as toProto from '../to-proto';

/** What starts before something are its callers, what starts after it is what it calls. */
export function registerCallHierarchy(host: Host): void {
  const { connection, service } = host;
  connection.languages.callHierarchy.onPrepare(
    host.answer<CallHierarchyPrepareParams, CallHierarchyItem[]>([], ({ document, positions }, { position }) => {
      const stage = service.stageAt(document.uri, positions.offset(position));
      return stage ? itemsOf(host, stage) : [];
    }),
  );
  connection.languages.callHierarchy.onIncomingCalls(({ item }): CallHierarchyIncomingCall[] =>
    neighbours(host, item, 'before').flatMap((one) =>
      itemsOf(host, one.stage, one.detail).map((from) => ({ from, fromRanges: rangesOf(host, one, one.stage.uri) })),
    ),
  );
  connection.languages.callHierarchy.onOutgoingCalls(({ item }): CallHierarchyOutgoingCall[] =>
    neighbours(host, item, 'after').flatMap((one) =>
      itemsOf(host, one.stage, one.detail).map((to) => ({ to, fromRanges: rangesOf(host, one, item.uri) })),
    ),
  );
}

function neighbours(host: Host, item: CallHierarchyItem, direction: 'before' | 'after'): readonly Neighbour[] {
  return host.guard('call hierarchy', [], () => {
    const offset = host.positionsOf(item.uri)?.offset(item.selectionRange.start);
    return offset === undefined ? [] : host.service.neighbours(item.uri, offset, direction);
  });
}

function itemsOf(host: Host, { name, kind, uri, span, nameSpan }: Stage, detail?: string): CallHierarchyItem[] {
  const positions = host.positionsOf(uri);
  if (!positions) return [];
  const symbol = toProto.documentSymbol(positions, { name, kind, span, nameSpan });
  const { range, selectionRange } = symbol;
  return [{ name: symbol.name, kind: symbol.kind, uri, range, selectionRange, detail: detail ?? kind }];
}

const rangesOf = (host: Host, { said }: Neighbour, uri: string) => {
  const positions = host.positionsOf(uri);
  return positions ? said.map((span) => positions.range(span)) : [];
};
