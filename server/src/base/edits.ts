import type { Span } from './span';

/** Replaces the text of `span` by `newText`. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap, in any order, all counted in the original text. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at) continue; // overlaps the one before: the first stands
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
