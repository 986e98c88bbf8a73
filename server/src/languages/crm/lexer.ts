import { isAscii } from '../../base/characters';
import type { Span } from '../../base/span';
import type { Token } from '../../core/syntax/tree';
import type { Problem } from '../../core/workspace/unit';

/**
 * A word as crmsh sees it: quotes and line continuations gone. `span` is where it stands in the unit's text;
 * `offsets[i]` is where the value's i-th code unit stands there, `offsets[value.length]` where the last one ends.
 */
export interface Word extends Span {
  readonly value: string;
  readonly offsets: readonly number[];
  /** Holds a quote or an escape. */
  readonly quoted: boolean;
  /** Where a line continuation stands inside the word, so that two lines grew together. */
  readonly gluedAt?: number;
}

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly problems: readonly Problem[];
}

/** What parts words (python's shlex). */
const isBlank = (c: string): boolean => c === ' ' || c === '\t' || c === '\r';

/** What parts the words of a line that begins with `xml` (python's str.split). */
const isAsciiSpace = (c: string): boolean => c <= ' ' && isSpace(c);

/** What crmsh strips from both ends of a line (python's str.strip); Japanese blanks are among it. A line end is none here. */
const isSpace = (c: string): boolean => spaces.has(c);

const spaces = new Set(
  '\t\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);

/**
 * Length of a line continuation at `at`: backslashes, blanks, the line end, the next line's indent. 0: none.
 * At the end of the text the next line may be missing: `configure load` drops the backslash.
 */
function continuationAt(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  let i = at;
  while (text[i] === '\\') i++;
  while (isSpace(text[i] ?? '')) i++;
  if (i >= text.length) return i - at;
  if (text[i] !== '\n') return 0;
  i++;
  while (isSpace(text[i] ?? '')) i++;
  return i - at;
}

/** Where the words of a logical line end: behind them only blanks, line ends and backslashes in front of these. */
function endOfWords(text: string): number {
  let end = text.length;
  for (;;) {
    let at = end;
    while (at > 0 && (isSpace(text[at - 1] ?? '') || text[at - 1] === '\n')) at--;
    let backslashes = at;
    while (text[backslashes - 1] === '\\') backslashes--;
    const continues = backslashes < at && continuationAt(text, backslashes) > 0;
    if (at === end && !continues) return end;
    end = continues ? backslashes : at;
  }
}

/**
 * Cuts a logical line into words as crmsh does: lines are stripped, trailing backslashes dropped, the lines joined with
 * nothing between them (crmsh 4.4.1, crmsh/utils.py, lines2cli), then split like a shell's words (python's shlex, posix).
 * `from` is where the words begin; what stands before it becomes one token of kind `prefix`.
 */
export function lex(text: string, from = 0): Lexed {
  const tokens: Token[] = from > 0 ? [{ kind: 'prefix', start: 0, end: from }] : [];
  const words: Word[] = [];
  const problems: Problem[] = [];
  const last = endOfWords(text);
  const parts = text.slice(from).trimStart().startsWith('xml') ? isAsciiSpace : isBlank;
  for (let at = from; at < text.length; ) {
    const c = text[at] ?? '';
    const continuation = continuationAt(text, at);
    let end = at;
    let kind = 'blank';
    if (continuation > 0) {
      end = at + continuation;
      kind = 'continuation';
    } else if (parts(c) || (isSpace(c) && (words.length === 0 || at >= last)))
      while (isSpace(text[end] ?? '') && (parts(text[end] ?? '') || words.length === 0 || end >= last)) end++;
    else if (c === '\n') {
      end = at + 1;
      kind = 'newline';
    } else {
      const word = readWord(text, at, { last, parts }, problems);
      words.push(word);
      end = word.end;
      kind = 'word';
    }
    tokens.push({ kind, start: at, end });
    at = end;
  }
  return { tokens, words, problems };
}

/** Whether a text holds what no XML can: crmsh dies of it. */
export function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isControl(text.charAt(at))) return true;
  return false;
}

const isControl = (c: string): boolean => c < ' ' && c !== '\t' && c !== '\n' && c !== '\r';

/** crmsh reads a line as ASCII with XML's numbers for other characters (crmsh 4.4.1, crmsh/parse.py, parse). */
export const asAscii = (text: string): string =>
  isAscii(text) ? text : text.replace(/[\u{80}-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`);

/** Tokens between words. */
export const isTrivia = ({ kind }: Token): boolean => kind !== 'word';

class WordReader {
  value = '';
  readonly offsets: number[] = [];
  quoted = false;
  gluedAt: number | undefined;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Takes a continuation, if there is one here. */
  continues(): boolean {
    const length = continuationAt(this.text, this.at);
    if (length === 0) return false;
    this.gluedAt ??= this.at;
    this.at += length;
    return true;
  }

  take(): void {
    this.value += this.text[this.at] ?? '';
    this.offsets.push(this.at);
    this.at++;
  }
}

interface Limits {
  readonly last: number;
  readonly parts: (c: string) => boolean;
}

function readWord(text: string, start: number, { last, parts }: Limits, problems: Problem[]): Word {
  const reader = new WordReader(text, start);
  for (let c = text[start]; c !== undefined && c !== '\n' && !parts(c) && reader.at < last; c = text[reader.at]) {
    const glued = reader.gluedAt;
    if (reader.continues()) {
      const next = text[reader.at];
      if (next !== undefined && next !== '\n') continue;
      // The continuation ends the line: nothing grew together, it stands behind the word.
      reader.at = reader.offsets.at(-1) === undefined ? reader.at : (reader.gluedAt ?? reader.at);
      reader.gluedAt = glued;
      break;
    }
    if (c === '"' || c === "'") readQuoted(reader, c, problems);
    else {
      if (c === '\\') {
        reader.quoted = true;
        reader.at++;
        if (reader.at >= last)
          problems.push({ code: 'unclosed-quote', span: { start, end: last }, args: { quote: c } });
      }
      reader.take();
    }
  }
  return finish(reader, start);
}

function readQuoted(reader: WordReader, quote: string, problems: Problem[]): void {
  const { text } = reader;
  const start = reader.at++;
  reader.quoted = true;
  for (;;) {
    const c = text[reader.at];
    if (c === undefined || c === '\n') {
      problems.push({ code: 'unclosed-quote', span: { start, end: reader.at }, args: { quote } });
      return;
    }
    if (reader.continues()) continue;
    if (c === quote) {
      reader.at++;
      return;
    }
    const next = text[reader.at + 1];
    if (c === '\\' && quote === '"' && (next === '"' || next === '\\')) reader.at++;
    reader.take();
  }
}

function finish({ value, offsets, quoted, gluedAt, at }: WordReader, start: number): Word {
  return { start, end: at, value, offsets: [...offsets, at], quoted, ...(gluedAt !== undefined && { gluedAt }) };
}

/** Where the value's code units `from` to `to` stand in the unit's text. */
export function partSpan(word: Word, from: number, to: number = word.value.length): Span {
  const start = word.offsets[from] ?? word.end;
  const end = to > from ? (word.offsets[to - 1] ?? word.end) + 1 : start;
  return { start, end: to >= word.value.length && !word.quoted ? word.end : Math.max(start, end) };
}
