import { type Span, shift } from '../../base/span';
import type { OwnConfiguration, Place, Surroundings } from '../language';
import type { NameIndex, Placed } from '../model/name-index';
import { includeMatcher } from '../workspace/includes';
import type { SourceFile } from '../workspace/source-file';
import type { Found, Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import type { Slot } from './slot';

/** What a language may ask of the workspace while it answers for one file. */
export function surroundings(workspace: Workspace, file: SourceFile): Surroundings {
  return {
    lookup: (namespace, name) => placed(file, workspace.all(), (names) => names.lookup(namespace, name)),
    declarations: (namespace, name) => placed(file, workspace.all(), (names) => names.declarations(namespace, name)),
    declared: (namespace) => workspace.declared(namespace, file),
    *declaredNames(namespace) {
      for (const { names } of workspace.all()) yield* names.declared(namespace);
    },
    place: (unit, span, uri) => placeOf(workspace, file, unit, span, uri),
    filesNamed: (pattern) => {
      const matches = includeMatcher(file.uri, pattern);
      return [...workspace.all()].map(({ uri }) => uri).filter((uri) => uri !== file.uri && matches(uri));
    },
    own: ownConfiguration(workspace, file),
  };
}

/** What rules see of a file: the files that make one configuration with it, and what is set. */
export const ownConfiguration = (workspace: Workspace, file: SourceFile): Required<OwnConfiguration> => ({
  lookup: (namespace, name) => placed(file, workspace.related(file), (names) => names.lookup(namespace, name)),
  has: (namespace, name) =>
    file.names.has(namespace, name) || workspace.related(file).some(({ names }) => names.has(namespace, name)),
  settings: workspace.ruleSettings(file.uri),
});

/**
 * Entries of a file and of others, the others' with their addresses. Names that every statement uses have thousands of
 * entries, so the file's own are given as they are.
 */
function placed(
  file: SourceFile,
  others: Iterable<SourceFile>,
  find: (names: NameIndex) => readonly Placed[],
): readonly Found[] {
  const own = find(file.names);
  const further: Found[] = [];
  for (const { names, uri } of others) {
    if (names === file.names) continue;
    for (const { unit, entry } of find(names)) further.push({ unit, entry, uri });
  }
  return further.length > 0 ? [...own, ...further] : own;
}

function placeOf(
  workspace: Workspace,
  asking: SourceFile,
  unit: Unit,
  span: Span,
  uri: string | undefined,
): Place | undefined {
  const file = uri === undefined ? asking : workspace.file(uri);
  if (!file || unit.index < 0) return undefined;
  const line = file.lineOf(unit, span.start);
  return { line, file: file === asking ? undefined : fileName(file.uri), link: linkTo(file.uri, line) };
}

/** The last part of an address, as people write it. */
export function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** An address that Markdown can hold. Editors follow only those of files on the machine that they work on. */
export const linkTo = (uri: string, line?: number): string | undefined =>
  /^(?:file|vscode-remote):/.test(uri)
    ? `${uri.replace(/[()<>\s\\#`]/g, (c) => `%${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}${line === undefined ? '' : `#L${line}`}`
    : undefined;

/** The slot at an offset of a file, in offsets of the file; undefined where nothing can be said. */
export function slotAt(workspace: Workspace, file: SourceFile, offset: number): Slot | undefined {
  const place = placeOfOffset(file, offset);
  const slot = file.language.slotAt(place.unit, offset - place.start, surroundings(workspace, file));
  if (!slot) return undefined;
  const { kind, facts, notes } = slot;
  return {
    span: shift(slot.span, place.start),
    kind,
    facts,
    // What could be offered is worked out only where somebody asks.
    get offers() {
      return slot.offers;
    },
    ...(notes && { notes }),
  };
}

/** The unit that text typed at `offset` would belong to, and where it starts; behind the last closed unit an empty one. */
export function placeOfOffset(file: SourceFile, offset: number): { unit: Unit; start: number } {
  const unit = file.unitAt(offset);
  if (unit && (offset < file.length || unit.open)) return { unit, start: file.startOf(unit) };
  return { unit: file.nextUnit(), start: file.length };
}
