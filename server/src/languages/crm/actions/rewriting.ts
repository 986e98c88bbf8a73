import { lineEndOf } from '../../../base/blanks';
import type { Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import type { Statement } from '../statement';

/** A statement that can be written anew: read without trouble, its words apart, nothing in front of it. */
export interface Whole {
  readonly unit: Unit<CrmModel>;
  readonly statement: Statement;
}

/** The selected statements that can be written anew. */
export const wholeOnes = (units: readonly Unit<CrmModel>[]): Whole[] =>
  units.flatMap((unit) => {
    const { statement, parsed } = unit.model;
    if (!statement || parsed.problems.length > 0 || statement.shell || statement.xml !== undefined) return [];
    const isApart = parsed.words.every(({ gluedAt }) => gluedAt === undefined) && !/\n\s*#/.test(unit.text.trim());
    return isApart && unit.text.slice(0, statement.keyword.start).trim() === '' ? [{ unit, statement }] : [];
  });

/** One step of indentation: what the further lines of these statements, or of any, have. */
export function indentIn(...lists: readonly (readonly Unit[])[]): string {
  for (const units of lists)
    for (const { text } of units) {
      const indent = /\\[ \t]*\r?\n([ \t]+)\S/.exec(text)?.[1];
      if (indent !== undefined) return indent;
    }
  return '\t';
}

/** How lines end where new ones are written. */
export const eolIn = (unit: Unit, units: readonly Unit[]): string =>
  lineEndOf(unit.text.includes('\n') ? unit.text : (units.find(({ text }) => text.includes('\n'))?.text ?? ''));

/** Parts of a statement, a line each. */
export const onLines = (parts: readonly string[], indent: string, eol: string): string =>
  parts.join(` \\${eol}${indent}`);
