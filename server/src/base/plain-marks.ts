const quotes: Readonly<Record<string, '"' | "'">> = {
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2033': '"',
  '\uff02': '"',
  '\u00ab': '"',
  '\u00bb': '"',
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u2032': "'",
  '\uff07': "'",
};

const wideMarks: Readonly<Record<string, string>> = {
  '\uff1b': ';',
  '\uff5b': '{',
  '\uff5d': '}',
  '\uff1a': ':',
  '\uff3b': '[',
  '\uff3d': ']',
  '\uff1d': '=',
};

const wideBlanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const invisible = /[\u200b-\u200d\u2060\ufeff]/;

export interface PlainOptions {
  /** What single quotes become: some languages know double ones only. */
  readonly single: '"' | "'";
  /** A `#` within a line begins a comment too. */
  readonly comments: boolean;
}

/**
 * A line with the marks that were meant: straight quotes, plain blanks and signs. What stands between straight quotes,
 * and in comments, is text and stays.
 */
export function plainMarks(line: string, { single, comments }: PlainOptions): string {
  if (/^\s*#/.test(line)) return line.replace(/^[\ufeff]+/, '');
  let out = '';
  let open = ''; // the quote that a string began with, as it is written now
  let typographic = false;
  for (let at = 0; at < line.length; at++) {
    const c = line.charAt(at);
    const quote = Object.hasOwn(quotes, c) ? quotes[c] : undefined;
    const plain = quote === "'" ? single : quote;
    if (open !== '') {
      const closes = c === open || (typographic && plain === open);
      out += closes ? open : c;
      if (closes) open = '';
      continue;
    }
    if (c === '#' && comments) return out + line.slice(at);
    if (c === '"' || (c === "'" && single === "'") || plain !== undefined) {
      open = plain ?? c;
      typographic = plain !== undefined;
      out += open;
    } else if (wideBlanks.test(c)) out += ' ';
    else if (!invisible.test(c)) out += Object.hasOwn(wideMarks, c) ? wideMarks[c] : c;
  }
  return out;
}

/** A prompt of a root or user shell in front of a command: `root@n:~#`, `[root@n ~]#`, `$`. */
export const shellPrompt =
  /^[^\S\n]*(?:\[[^\]\n]{1,80}\]|[\w.-]{1,40}@[\w.-]{1,80}(?:[: ][^\s#$%>]{0,80})?)?[#$%>][^\S\n]+/;

/** The same where it can be nothing else: with a host in front of it, or a sign that begins no comment. */
export const sureShellPrompt =
  /^[^\S\n]*(?:(?:\[[^\]\n]{1,80}\]|[\w.-]{1,40}@[\w.-]{1,80}(?:[: ][^\s#$%>]{0,80})?)[#$%>]|[$%])[^\S\n]+/;
