import type { Token } from '../../core/syntax/tree';

/**
 * Token kinds. `blank` and `comment` are trivia, as is `odd-blank` (a character that only looks like a blank: no-break
 * space, byte order mark, form feed), which drbdadm refuses. The punctuation marks are kinds of their own; a
 * full-width one has the kind of the mark it was meant to be. Words are all the rest.
 */
export const wordKinds = [
  'word',
  'number',
  'ipv4',
  'ipv6',
  'version',
  'string',
  /** A string that the line ends before its closing quote. */
  'unclosed',
  /** A string in typographic quotes, wholly or on one side. */
  'curly',
  /** A word with characters that need quotes. */
  'bad',
  /** A word with something that a template engine or a shell still has to fill in. */
  'template',
] as const;
export type WordKind = (typeof wordKinds)[number];

const wordKindSet: ReadonlySet<string> = new Set(wordKinds);

export const isWord = (token: Token | undefined): token is Token => token !== undefined && wordKindSet.has(token.kind);
export const isTrivia = (token: Token): boolean =>
  token.kind === 'blank' || token.kind === 'comment' || token.kind === 'odd-blank';

/** The longest unquoted word and quoted string that drbdadm reads (drbd-utils 9.22, drbdadm_scanner.fl). */
export const longestWord = 128;
export const longestString = 255;

const blank = /[ \t\r\n]+/y;
const oddBlank = /[\f\v\u0085\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]+/y;
const wordChars = /[a-zA-Z0-9/._-]+/y;
const ipv6 =
  /(?:(?:[0-9a-fA-F]{1,4}:){0,6}[0-9a-fA-F]{1,4})?:(?:[0-9a-fA-F]{1,4})?:(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){0,5})?(?:%[a-zA-Z0-9/._-]+)?/y;
const ipv6Mapped = /::[fF]{4}:\d{1,3}(?:\.\d{1,3}){3}/y;
const curlyQuotes = '\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02\u2018\u2019\u201a\u201b';
const curlyOpen = new RegExp(`[${curlyQuotes}]`);
/** From a quote to the next of any kind, on one line. */
const curlyString = new RegExp(`[${curlyQuotes}"][^${curlyQuotes}"\\n]*[${curlyQuotes}"]`, 'y');
/** All that can be part of a word with characters that need quotes: no blanks, marks, quotes or comments. */
const badRun = new RegExp(
  `(?:\\$\\{[^}\\n]*\\}|\\{\\{[^\\n]*?\\}\\}|\\{%[^\\n]*?%\\}|[^\\s{};\\[\\]:"#\uff1b\uff5b\uff5d\uff1a\uff3b\uff3d\ufeff\u200b${curlyQuotes}])+`,
  'y',
);
const templateStart = /\{\{[^\n]*?\}\}|\{%[^\n]*?%\}/y;
const templatePart = /\$\{?\w|@\w+@|\{\{|\{%|%\w+%|<\w+>/;
const fullWidthMarks: Readonly<Record<string, string>> = {
  '\uff1b': ';',
  '\uff5b': '{',
  '\uff5d': '}',
  '\uff1a': ':',
  '\uff3b': '[',
  '\uff3d': ']',
};
const marks = new Set(['{', '}', ';', '[', ']', ':']);

/** Reads the token that starts at `start`; it looks no further than the end of the line that the token ends in. */
export function readToken(text: string, start: number): Token {
  const first = text[start] ?? '';
  const rest = take(blank, text, start);
  if (rest) return { kind: 'blank', start, end: rest };
  if (first === '#') return { kind: 'comment', start, end: lineEnd(text, start) };
  if (first === '"') return readString(text, start);
  if (first === '{') {
    const end = take(templateStart, text, start);
    if (end) return readBad(text, start, end);
  }
  return readPlain(text, start, first);
}

function readPlain(text: string, start: number, first: string): Token {
  const address = Math.max(take(ipv6, text, start), take(ipv6Mapped, text, start));
  const word = take(wordChars, text, start);
  if (address > 0 && address >= word) return { kind: 'ipv6', start, end: address };
  if (marks.has(first)) return { kind: first, start, end: start + 1 };
  const wide = fullWidthMarks[first];
  if (wide) return { kind: wide, start, end: start + 1 };
  if (curlyOpen.test(first)) return readCurly(text, start);
  const odd = take(oddBlank, text, start);
  if (odd) return { kind: 'odd-blank', start, end: odd };
  const bad = take(badRun, text, start);
  if (bad > word) return { kind: templatePart.test(text.slice(start, bad)) ? 'template' : 'bad', start, end: bad };
  if (word > 0) return { kind: plainKind(text.slice(start, word)), start, end: word };
  return { kind: 'bad', start, end: start + 1 };
}

/** All tokens of a text; joined they are the text. */
export function tokenize(text: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = readToken(text, at);
    found.push(token);
    at = token.end;
  }
  return found;
}

/** What an unquoted word is to the scanner: a number, an address, a version or just a word. */
export function plainKind(word: string): WordKind {
  if (/^\d{1,8}[MKGs]?$/.test(word)) return 'number';
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(word)) return 'ipv4';
  if (/^\d+\.\d+\.\d+$/.test(word)) return 'version';
  return 'word';
}

/** The text that a word stands for: without quotes, with escaped characters as they are. */
export function wordValue(token: Token, text: string): string {
  const raw = text.slice(token.start, token.end);
  if (token.kind === 'string') return raw.slice(1, -1).replace(/\\(.)/g, '$1');
  if (token.kind === 'curly') return raw.slice(1, -1);
  if (token.kind === 'unclosed') return raw.slice(1).trimEnd();
  return raw;
}

function readString(text: string, start: number): Token {
  let curlyAt = -1;
  for (let at = start + 1; at < text.length; at++) {
    const c = text[at] as string;
    if (c === '"') return { kind: 'string', start, end: at + 1 };
    if (c === '\n') break;
    if (c === '\\' && at + 1 < text.length && text[at + 1] !== '\n') at++;
    else if (curlyAt < 0 && curlyOpen.test(c)) curlyAt = at;
  }
  if (curlyAt >= 0) return { kind: 'curly', start, end: curlyAt + 1 };
  return readUnclosed(text, start);
}

/** Without its closing quote a string gives back the marks at the line's end, so that what follows can be read. */
function readUnclosed(text: string, start: number): Token {
  const line = text.slice(start, lineEnd(text, start));
  const end = start + Math.max(1, line.replace(/[\s;{}]+$/, '').length);
  return { kind: 'unclosed', start, end };
}

function readCurly(text: string, start: number): Token {
  const end = take(curlyString, text, start);
  if (end) return { kind: 'curly', start, end };
  return { ...readUnclosed(text, start), kind: 'bad' };
}

function readBad(text: string, start: number, from: number): Token {
  return { kind: 'template', start, end: Math.max(from, take(badRun, text, start)) };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the match of a sticky expression that begins at `at` ends; 0 if there is none. */
function take(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : 0;
}
