import type { Span } from '../../base/span';
import type { Place, Surroundings } from '../language';
import { includeMatcher } from '../workspace/includes';
import type { SourceFile } from '../workspace/source-file';
import { Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import type { Slot } from './slot';

/** What a language may ask of the workspace while it answers for one file. */
export function surroundings(workspace: Workspace, file: SourceFile): Surroundings {
  return {
    lookup: (namespace, name) => workspace.sightings(namespace, name, file),
    declarations: (namespace, name) => workspace.declarations(namespace, name, file),
    declared: (namespace) => workspace.declared(namespace, file),
    place: (unit, span, uri) => placeOf(workspace, file, unit, span, uri),
    filesNamed: (pattern) => {
      const matches = includeMatcher(file.uri, pattern);
      return [...workspace.all()].map(({ uri }) => uri).filter((uri) => uri !== file.uri && matches(uri));
    },
    own: {
      lookup: (namespace, name) =>
        [file, ...workspace.related(file)].flatMap(({ names, uri }) =>
          names.lookup(namespace, name).map((placed) => ({ ...placed, uri })),
        ),
      settings: workspace.ruleSettings,
    },
  };
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
  const place = placeAt(file, offset);
  const slot = file.language.slotAt(place.unit, offset - place.start, surroundings(workspace, file));
  return slot && { ...slot, span: { start: slot.span.start + place.start, end: slot.span.end + place.start } };
}

/** The unit that text typed at `offset` would belong to, and where it starts; behind the last closed unit an empty one. */
function placeAt(file: SourceFile, offset: number): { unit: Unit; start: number } {
  const unit = file.unitAt(offset);
  if (unit && (offset < file.length || unit.open)) return { unit, start: file.startOf(unit) };
  const state = unit?.after ?? file.language.initialState;
  const parsed = file.language.parse('', state);
  return { unit: new Unit('', state, state, parsed, file.language.analyse('', parsed, state)), start: file.length };
}
