/** A logical line as crmsh sees it: where it stands, from its first line's start to behind its last line's end. */
export interface LogicalLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts a text as crmsh does (crmsh 4.4.1, crmsh/utils.py, lines2cli); lines without anything are left out. */
export function logicalLines(text: string): LogicalLine[] {
  const found: LogicalLine[] = [];
  let start = 0;
  let joined = '';
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end).trim();
    const continued = line.endsWith('\\');
    joined += continued ? line.replace(/\\+$/, '') : line;
    at = end + 1;
    if (continued && at <= text.length) continue;
    if (joined.trim() !== '') found.push({ start, end: Math.min(at, text.length), text: joined.trim() });
    start = at;
    joined = '';
  }
  return found;
}
