import type { LinkedEditingRangeParams, LinkedEditingRanges } from 'vscode-languageserver';
import type { Host } from '../host';

/** What names are made of, for editors that type in several places at once. */
const wordPattern = '[\\w.-]+';

export function registerLinkedEditing(host: Host): void {
  host.connection.languages.onLinkedEditingRange(
    host.answer<LinkedEditingRangeParams, LinkedEditingRanges | null>(null, ({ document, positions }, { position }) => {
      const spans = host.service.linkedPlaces(document.uri, positions.offset(position));
      return spans.length > 0 ? { ranges: spans.map((span) => positions.range(span)), wordPattern } : null;
    }),
  );
}
