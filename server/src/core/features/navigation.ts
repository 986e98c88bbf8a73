import type { Edit } from '../../base/edits';
import { type Span, shift } from '../../base/span';
import type { Text } from '../../base/text';
import type { Workspace } from '../workspace/workspace';
import { slotAt } from './locate';
import type { SymbolAt } from './slot';

/** A place in a file. */
export interface Location {
  readonly uri: string;
  readonly span: Span;
  readonly role: 'declaration' | 'reference' | 'mark';
  /** The whole of what is declared there. */
  readonly whole?: Span;
}

/** The name at an offset, as navigation sees it, and the word that it is. */
function symbolAt(workspace: Workspace, uri: string, offset: number): { symbol: SymbolAt; span: Span } | undefined {
  const file = workspace.file(uri);
  const slot = file && slotAt(workspace, file, offset);
  return slot?.symbol && { symbol: slot.symbol, span: slot.span };
}

/** Every place where the name at an offset is declared or used; empty if it is no name. */
export function occurrences(workspace: Workspace, uri: string, offset: number): Location[] {
  const at = symbolAt(workspace, uri, offset);
  if (!at) return [];
  const seen = new Set<string>();
  return at.symbol.namespaces
    .flatMap((namespace) => workspace.sightings(namespace, at.symbol.name, workspace.file(uri)))
    .filter(({ entry }) => entry.role !== 'mark')
    .map(({ file, unit, entry }) => {
      const start = file.startOf(unit);
      const whole = entry.whole ? { whole: shift(entry.whole, start) } : {};
      return { uri: file.uri, span: shift(entry.span, start), role: entry.role, ...whole };
    })
    .filter(({ uri: where, span }) => {
      const key = `${where}#${span.start}`;
      return !seen.has(key) && seen.add(key);
    });
}

/** Where the name at an offset is declared. */
export const definitions = (workspace: Workspace, uri: string, offset: number): Location[] =>
  occurrences(workspace, uri, offset).filter(({ role }) => role === 'declaration');

/** The word at an offset if it can be renamed: a name that some file declares. */
export function renameTarget(
  workspace: Workspace,
  uri: string,
  offset: number,
): { span: Span; name: string } | undefined {
  const at = symbolAt(workspace, uri, offset);
  return at && definitions(workspace, uri, offset).length > 0 ? { span: at.span, name: at.symbol.name } : undefined;
}

/** What keeps a name from becoming another: nothing, or the reason. */
export function renameObstacle(workspace: Workspace, uri: string, offset: number, newName: string): Text | undefined {
  const symbol = symbolAt(workspace, uri, offset)?.symbol;
  if (!symbol) return { en: 'There is no name here that can be renamed.', ja: 'ここには変更できる名前がありません。' };
  if (!/^[A-Za-z0-9_][\w.-]*$/.test(newName)) {
    return {
      en: `“${newName}” cannot be a name: letters, digits, “_”, “.” and “-” may stand in it.`,
      ja: `「${newName}」は名前に使えません。使えるのは英数字と「_」「.」「-」です。`,
    };
  }
  const taken = symbol.namespaces.some((namespace) =>
    workspace.sightings(namespace, newName).some(({ entry }) => entry.role === 'declaration'),
  );
  if (!taken || newName === symbol.name) return undefined;
  return { en: `“${newName}” is declared already.`, ja: `「${newName}」は既に定義されています。` };
}

/** The edits, by file, that give the name at an offset a new spelling everywhere. */
export function rename(
  workspace: Workspace,
  uri: string,
  offset: number,
  newName: string,
): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { uri: where, span } of occurrences(workspace, uri, offset)) {
    if (workspace.file(where)?.language.namesOnly) continue;
    edits.set(where, [...(edits.get(where) ?? []), { span, newText: newName }]);
  }
  return edits;
}
