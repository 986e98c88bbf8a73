import type { Surroundings } from '../language';
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
    own: {
      lookup: (namespace, name) =>
        [file, ...workspace.related(file)].flatMap(({ names }) => names.lookup(namespace, name)),
      settings: workspace.ruleSettings,
    },
  };
}

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
