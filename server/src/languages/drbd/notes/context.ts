import { code, link } from '../../../base/markdown';
import type { Span } from '../../../base/span';
import type { Locale, Speaker } from '../../../base/text';
import type { Surroundings } from '../../../core/language';
import type { Found, Unit } from '../../../core/workspace/unit';
import { type Item, walk } from '../ast';
import type { DrbdModel } from '../model';
import type { DrbdSlot } from '../parser/slot-notes';

/** A word that is to be explained, with all that may be asked about it. */
export interface NoteContext<S extends DrbdSlot = DrbdSlot> {
  readonly slot: S;
  readonly span: Span;
  /** The word without quotes. */
  readonly text: string;
  /** The sections round it, outer before inner. */
  readonly path: readonly Item[];
  readonly model: DrbdModel;
  readonly unit: Unit<DrbdModel>;
  readonly around: Surroundings;
  readonly locale: Locale;
  readonly t: Speaker;
}

/** The statement or section whose own words the word is one of. */
export const itemAt = ({ model, span }: NoteContext): Item | undefined =>
  walk(model.items).findLast((item) => item.span.start <= span.start && span.end <= item.span.end);

/** The innermost section of these kinds round the word. */
export const sectionRound = ({ path }: NoteContext, ...kinds: string[]): Item | undefined =>
  path.findLast(({ kind }) => kinds.includes(kind));

/** The model of the unit that an entry stands in, if it is one of this language. */
export function modelOf({ unit }: Found): DrbdModel | undefined {
  const model = unit.model as Partial<DrbdModel>;
  return model.items ? (model as DrbdModel) : undefined;
}

/** A name as code, as a link to where an entry stands, with the file's name where it is another file. */
export function placeLink({ around }: Pick<NoteContext, 'around'>, name: string, found: Found, span?: Span): string {
  const place = around.place?.(found.unit, span ?? found.entry.span, found.uri);
  return link(code(name), place?.link) + (place?.file === undefined ? '' : ` (${code(place.file)})`);
}

/** At most `most` of a list, joined, and how many there are besides. */
export function listed({ t }: Pick<NoteContext, 't'>, items: readonly string[], most = 8): string {
  const more = items.length - most;
  const shown = items.slice(0, most).join(', ');
  return more > 0 ? shown + t(` and ${more} more`, ` ほか ${more} 件`) : shown;
}

/** The first entry of each value that entries of a name have. */
function byValue(list: readonly Found[]): [value: string, found: Found][] {
  const values = new Map<string, Found>();
  for (const found of list) {
    const value = found.entry.value ?? '';
    if (!values.has(value)) values.set(value, found);
  }
  return [...values];
}

/** Links to where entries stand, by their values; of many only some. */
export function valueLinks(context: Pick<NoteContext, 'around' | 't'>, list: readonly Found[], most = 8): string {
  const values = byValue(list);
  const shown = values.slice(0, most).map(([value, found]) => placeLink(context, value, found));
  const more = values.length - shown.length;
  return shown.join(', ') + (more > 0 ? context.t(` and ${more} more`, ` ほか ${more} 件`) : '');
}
