import {
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type Location,
  type LocationLink,
  type ReferenceParams,
} from 'vscode-languageserver';
import type { Host } from '../host';
import * as toProto from '../to-proto';

export function registerNavigation(host: Host): void {
  host.connection.onDefinition(
    host.answer<DefinitionParams, Location[] | LocationLink[]>([], ({ document, positions }, { position }) => {
      const places = host.service.definitions(document.uri, positions.offset(position));
      return host.client.textDocument?.definition?.linkSupport
        ? toProto.locationLinks(places, host.positionsOf)
        : toProto.locations(places, host.positionsOf);
    }),
  );
  host.connection.onReferences(
    host.answer<ReferenceParams, Location[]>([], ({ document, positions }, { position, context }) => {
      const places = host.service.occurrences(document.uri, positions.offset(position));
      const wanted = places.filter(({ role }) => context.includeDeclaration || role !== 'declaration');
      return toProto.locations(wanted, host.positionsOf);
    }),
  );
  host.connection.onDocumentHighlight(
    host.answer<DocumentHighlightParams, DocumentHighlight[]>([], ({ document, positions }, { position }) =>
      host.service.occurrencesHere(document.uri, positions.offset(position)).map(({ span, role }) => ({
        range: positions.range(span),
        kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      })),
    ),
  );
}
