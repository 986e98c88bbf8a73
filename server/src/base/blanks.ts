import type { Edit } from './edits';

/** Edits that take away the blanks and tabs at the ends of lines, as far as a stretch of the text goes. */
export function trimmedLineEnds(text: string, start = 0, end = text.length): Edit[] {
  const edits: Edit[] = [];
  for (let at = start; at < end; ) {
    const feed = text.indexOf('\n', at);
    const lineEnd = feed < 0 || feed >= end ? end : feed;
    const last = text[lineEnd - 1] === '\r' && feed >= 0 && lineEnd - 1 >= at ? lineEnd - 1 : lineEnd;
    let from = last;
    while (from > at && isBlank(text[from - 1])) from--;
    // Where the stretch ends within a line, nothing says that the line ends there.
    if (from < last && (text[lineEnd] ?? '\n') === '\n') edits.push({ span: { start: from, end: last }, newText: '' });
    at = lineEnd + 1;
  }
  return edits;
}

/** Where the last word of a text ends, 0 if it has none. Only what the tools pass over is no word: U+3000 is one. */
export function wordsEnd(text: string): number {
  let end = text.length;
  while (end > 0 && (isBlank(text[end - 1]) || text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

const isBlank = (c: string | undefined): boolean => c === ' ' || c === '\t';

/** The line end that a text uses: that of its first line. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const feed = text.indexOf('\n');
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}
