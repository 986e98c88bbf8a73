/** A half-open range of UTF-16 offsets. What they count from (unit or file) is said where a span is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span from two offsets. */
export const span = (start: number, end: number): Span => ({ start, end });

/** The same span, `by` code units further on. */
export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/** Whether `offset` is in the span or touches one of its ends, as a cursor at either end of a word touches the word. */
export const touches = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** Whether the spans share a code unit, or one is empty and touches the other. */
export const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Whether `inner` lies in `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
