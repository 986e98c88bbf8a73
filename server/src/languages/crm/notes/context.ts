import { code, link } from '../../../base/markdown';
import type { Span } from '../../../base/span';
import type { Locale, Speaker } from '../../../base/text';
import type { Surroundings } from '../../../core/language';
import type { Found, Unit } from '../../../core/workspace/unit';
import type { CrmFacts } from '../facts';
import type { CrmModel } from '../model';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';

/** A word that is to be explained, with all that may be asked about it. */
export interface NoteContext<S extends SlotKind = SlotKind> {
  readonly slot: S;
  readonly span: Span;
  /** The word without quotes. */
  readonly text: string;
  readonly unit: Unit<CrmModel>;
  readonly around: Surroundings;
  readonly facts: CrmFacts;
  readonly locale: Locale;
  readonly t: Speaker;
}

/** The statement that an entry stands in. */
export const statementOf = (found: Found): Statement | undefined => (found.unit.model as Partial<CrmModel>).statement;

/** A name as code; a link to where an entry stands, if there is one. */
export function nameLink({ around }: Pick<NoteContext, 'around'>, name: string, found?: Found): string {
  const place = found && around.place?.(found.unit, found.entry.span, found.uri);
  return link(code(name), place?.link);
}

/** The same with the file's name, where it is another file. */
export function placeLink(context: Pick<NoteContext, 'around'>, name: string, found: Found): string {
  const place = context.around.place?.(found.unit, found.entry.span, found.uri);
  return nameLink(context, name, found) + (place?.file === undefined ? '' : ` (${code(place.file)})`);
}

/** At most `most` of a list, joined, and how many there are besides. */
export function listed(context: Pick<NoteContext, 't'>, items: readonly string[], most = 8): string {
  const more = items.length - most;
  const shown = items.slice(0, most).join(', ');
  return more > 0 ? shown + context.t(` and ${more} more`, ` ほか ${more} 件`) : shown;
}

/** All entries of a name in the file's own configuration: defaults of another cluster do not count. */
export const ownUses = ({ around }: Pick<NoteContext, 'around'>, namespace: string, name: string): readonly Found[] =>
  (around.own ?? around).lookup(namespace, name);

/** All entries of a name in the file's own configuration; in all files where it is not known there. */
export function usesOf({ around }: Pick<NoteContext, 'around'>, namespace: string, name: string): readonly Found[] {
  const own = around.own?.lookup(namespace, name) ?? [];
  return own.length > 0 ? own : around.lookup(namespace, name);
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
