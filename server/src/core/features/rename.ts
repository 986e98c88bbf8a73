import type { Edit } from '../../base/edits';
import { getOrAdd } from '../../base/maps';
import { contains, type Span } from '../../base/span';
import { fill, type Text } from '../../base/text';
import type { Workspace } from '../workspace/workspace';
import { type Occurrence, occurrencesOf, type SymbolAt, symbolAt } from './navigation';

/** The word at an offset if it can be renamed: a name that some file declares. */
export function renameTarget(
  workspace: Workspace,
  uri: string,
  offset: number,
): { span: Span; name: string } | undefined {
  const at = symbolAt(workspace, uri, offset);
  if (!at || !canBeRenamed(workspace, at)) return undefined;
  const start = at.file.startOf(at.unit);
  const written = at.unit.text.slice(at.span.start - start, at.span.end - start);
  const quote = /^(["']).*\1$/s.test(written) ? 1 : 0;
  const span = { start: at.span.start + quote, end: at.span.end - quote };
  return { span, name: quote ? written.slice(1, -1) : written };
}

function canBeRenamed(workspace: Workspace, at: SymbolAt): boolean {
  if (at.symbol.isPath) return false;
  return at.symbol.mayBeUndeclared === true || occurrencesOf(workspace, at, 'changeable').some(isDeclaration);
}

const isDeclaration = ({ role, isName }: Occurrence): boolean => role === 'declaration' && isName;

/** The places that spell the name, in files that we may change. */
const places = (workspace: Workspace, at: SymbolAt): Occurrence[] =>
  occurrencesOf(workspace, at, 'changeable').filter(({ isName, file }) => isName && !file.language.namesOnly);

const texts = {
  noName: { en: 'There is no name here that can be renamed.', ja: 'ここには変更できる名前がありません。' },
  declared: { en: '“{name}” is declared already.', ja: '「{name}」は既に定義されています。' },
  taken: {
    en: '“{name}” is taken already: ids may not be the same.',
    ja: '「{name}」は既に使われています。ID は重複できません。',
  },
} as const;

const text = ({ en, ja }: Text, name: string): Text => ({ en: fill(en, { name }), ja: fill(ja, { name }) });

/** What keeps a name from becoming another: nothing, or the reason. */
export function renameObstacle(workspace: Workspace, uri: string, offset: number, newName: string): Text | undefined {
  const at = symbolAt(workspace, uri, offset);
  if (!at || !canBeRenamed(workspace, at)) return texts.noName;
  const { namespaces, named = (same: string) => same } = at.symbol;
  const found = places(workspace, at);
  for (const { file, entry } of found) {
    const obstacle = file.language.naming?.obstacle(entry.namespace, newName);
    if (obstacle) return obstacle;
  }
  const name = named(newName);
  if (name === at.symbol.name) return undefined;
  const rivals = new Set(found.flatMap(({ file, entry }) => file.language.naming?.rivals(entry.namespace) ?? []));
  const files = [...new Set(occurrencesOf(workspace, at, 'changeable').map(({ file }) => file))];
  if (files.some(({ names }) => namespaces.some((namespace) => names.declarations(namespace, name).length > 0)))
    return text(texts.declared, newName);
  if (files.some(({ names }) => [...rivals].some((namespace) => names.has(namespace, name))))
    return text(texts.taken, newName);
  for (const longer of found.flatMap((place) => madeOf(place, at.symbol.name, newName)))
    if (files.some(({ names }) => names.declarations(longer.namespace, longer.name).length > 0))
      return text(texts.declared, longer.name);
  return undefined;
}

/** What names that hold the name (`vip-monitor-10s`) become. */
function madeOf({ unit, entry }: Occurrence, old: string, newName: string): { namespace: string; name: string }[] {
  return unit.entries.flatMap(({ namespace, name, role, span }) => {
    const isAround = contains(span, entry.span) && name.length > old.length && namespace !== entry.namespace;
    if (role !== 'declaration' || !isAround) return [];
    const quote = span.end - span.start > name.length ? 1 : 0;
    const at = entry.span.start - span.start - quote;
    return name.startsWith(old, at)
      ? [{ namespace, name: name.slice(0, at) + newName + name.slice(at + old.length) }]
      : [];
  });
}

/** The edits, by file, that give the name at an offset a new spelling everywhere. */
export function rename(
  workspace: Workspace,
  uri: string,
  offset: number,
  newName: string,
): ReadonlyMap<string, readonly Edit[]> {
  const edits = new Map<string, Edit[]>();
  const at = symbolAt(workspace, uri, offset);
  for (const { file, unit, entry, span } of at && canBeRenamed(workspace, at) ? places(workspace, at) : []) {
    const newText = file.language.naming?.write(newName, unit.text, entry.span) ?? newName;
    getOrAdd(edits, file.uri, () => []).push({ span, newText });
  }
  return edits;
}
