import type { Edit } from '../../base/edits';
import { getOrAdd } from '../../base/maps';
import { overlaps, type Span, shift } from '../../base/span';
import type { Locale } from '../../base/text';
import type { ConversionOffer, ConvertedUnit, Surroundings } from '../language';
import { entryKey } from '../model/entries';
import type { SourceFile } from '../workspace/source-file';
import type { Workspace } from '../workspace/workspace';

/** A rewriting that can be offered, in offsets of the file. */
export interface Rewriting {
  readonly id: string;
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly remarks: readonly { readonly span: Span; readonly text: string; readonly open: boolean }[];
}

/** The rewritings that have something to change or to say: of the units that a span touches, of all if it is empty. */
export function conversions(workspace: Workspace, file: SourceFile, within: Span, locale: Locale): Rewriting[] {
  const around = ownTree(workspace, file);
  return (file.language.conversions ?? [])
    .map((offer) => convert(file, offer, within, around, locale))
    .filter(({ edits, remarks }) => edits.length + remarks.length > 0);
}

function convert(
  file: SourceFile,
  { id, title }: ConversionOffer,
  within: Span,
  around: Pick<Surroundings, 'lookup'>,
  locale: Locale,
): Rewriting {
  const edits: Edit[] = [];
  const remarks: Rewriting['remarks'][number][] = [];
  for (const unit of file.units) {
    const start = file.startOf(unit);
    const span = { start, end: start + unit.text.trimEnd().length };
    if (within.start !== within.end && !overlaps(span, within)) continue;
    const converted: ConvertedUnit | undefined = file.language.convert?.(unit, id, around);
    for (const edit of converted?.edits ?? []) edits.push({ ...edit, span: shift(edit.span, start) });
    for (const { text, open, span: at } of converted?.remarks ?? [])
      remarks.push({ text: text[locale], open, span: shift(at, start) });
  }
  return { id, title: title[locale], edits, remarks };
}

/** What a file and those that make one configuration with it say; other files of the workspace may be of other times. */
function ownTree(workspace: Workspace, file: SourceFile): Pick<Surroundings, 'lookup'> {
  const files = [file, ...workspace.related(file)];
  const known = new Map<string, ReturnType<Surroundings['lookup']>>(); // every unit asks for the same
  return {
    lookup: (namespace, name) =>
      getOrAdd(known, entryKey(namespace, name), () => files.flatMap(({ names }) => names.lookup(namespace, name))),
  };
}
