/**
 * The notation of our tests.
 * - `<|>` is the cursor; it is cut out before the text is read.
 * - A line of carets labels the line above it: `^^^ warning crm/unknown-parameter fixable`. Caret lines are cut out
 *   before the text is read. One line labels one finding; several may follow a line. A finding that goes on over the
 *   line's end is labelled up to there; one of no width has one caret.
 * - The line end behind the opening back-quote is not part of the text.
 */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const labelLine = /^([\t ]*)(\^+)[\t ]+(\S.*)$/;

/** Takes the caret lines out. Offsets count in the text that is left. */
export function readLabels(marked: string): { text: string; labels: Label[] } {
  const labels: Label[] = [];
  const kept: string[] = [];
  let lineStart = 0;
  let next = 0;
  for (const line of marked.replace(/^\n/, '').split('\n')) {
    const match = labelLine.exec(line);
    if (match && kept.length > 0) {
      const start = lineStart + (match[1] ?? '').length;
      labels.push({ start, end: start + (match[2] ?? '').length, text: (match[3] ?? '').trim() });
    } else {
      kept.push(line);
      lineStart = next;
      next += line.length + 1;
    }
  }
  return { text: kept.join('\n'), labels };
}

/** Takes the cursor out; throws where there is none, since such a test would test something else. */
export function readCursor(marked: string): { text: string; offset: number } {
  const source = marked.replace(/^\n/, '');
  const offset = source.indexOf('<|>');
  if (offset < 0) throw new Error('no <|> in the test text');
  return { text: source.slice(0, offset) + source.slice(offset + 3), offset };
}
