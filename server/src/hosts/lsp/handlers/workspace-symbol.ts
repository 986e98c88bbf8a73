import type { SymbolInformation, WorkspaceSymbolParams } from 'vscode-languageserver';
import type { OutlineItem } from '../../../core/language';
import type { Host } from '../host';
import type { Positions } from '../positions';
import * as toProto from '../to-proto';

/** Longest answer: more than a person reads, and enough for the editor to filter on. */
const longest = 500;

export function registerWorkspaceSymbols(host: Host): void {
  host.connection.onWorkspaceSymbol(({ query }: WorkspaceSymbolParams, token) =>
    host.guard('workspace symbols', [], () => {
      const found: SymbolInformation[] = [];
      for (const { uri } of host.service.workspace.all()) {
        if (token.isCancellationRequested || found.length >= longest) break;
        const items = matching(host.service.outline(uri), query.toLowerCase());
        const positions = items.length > 0 ? host.documents.positions(uri) : undefined;
        if (positions) found.push(...items.map((item) => symbol(item, uri, positions)));
      }
      return found.slice(0, longest);
    }),
  );
}

/** Parts of other things, and what declares no name. */
const noSymbols = new Set(['heading', 'member', 'command', 'property']);

/** The items whose names hold the letters of `query` in their order, and theirs below. */
function matching(items: readonly OutlineItem[], query: string): OutlineItem[] {
  return items.flatMap((item) => {
    const below = matching(item.children ?? [], query);
    // A section without a name is called by its word.
    const fits = !noSymbols.has(item.kind) && item.name !== item.kind && isSubsequence(query, item.name.toLowerCase());
    return fits ? [item, ...below] : below;
  });
}

function symbol(item: OutlineItem, uri: string, positions: Positions): SymbolInformation {
  const { name, kind } = toProto.documentSymbol(positions, { ...item, children: [] });
  return { name, kind, location: { uri, range: positions.range(item.nameSpan) }, containerName: item.kind };
}

function isSubsequence(letters: string, word: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = word.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
