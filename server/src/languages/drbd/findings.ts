import type { Span } from '../../base/span';
import type { RuleContext } from '../../core/lint/rule';
import type { Found, Unit } from '../../core/workspace/unit';

/** A place in a unit, as related information wants it. */
export const placeIn = (unit: Unit, span: Span): Found => ({
  unit,
  entry: { namespace: '', name: '', role: 'mark', span },
});

/** Whether an entry is the one at this place of this unit. */
export const isAt = (found: Found, unit: Unit, span: Span): boolean =>
  found.unit === unit &&
  found.uri === undefined &&
  found.entry.span.start === span.start &&
  found.entry.span.end === span.end;

/** Whether what was found comes before a place: in this file by order, in another file always. */
export const isBefore = (found: Found, unit: Unit, span: Span): boolean =>
  found.uri !== undefined ||
  found.unit.index < unit.index ||
  (found.unit === unit && found.entry.span.start < span.start);

/** The first entry that says the same in front of a place. */
export const earlier = (
  context: RuleContext,
  namespace: string,
  name: string,
  unit: Unit,
  span: Span,
): Found | undefined => context.lookup(namespace, name).find((found) => isBefore(found, unit, span));
