import { applyEdits, type Edit } from '../../base/edits';

/** The encodings that are read. Node's own converter (ICU) reads them; which one it is, is worked out here. */
export const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'latin1'] as const;
export type Encoding = (typeof encodings)[number];

/** A file as text, with what is needed to write it back byte by byte. */
export interface Decoded {
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  /** It began with the UTF-8 byte order mark, which is no part of `text`. */
  readonly mark: boolean;
}

const byteOrderMark = [0xef, 0xbb, 0xbf] as const;

/**
 * Reads bytes: as UTF-8 if they are, else as what they can and probably do mean. Undefined: not in the encoding that
 * is wanted, or no text of any of ours (UTF-16, binary).
 */
export function decode(bytes: Uint8Array, wanted?: Encoding): Decoded | undefined {
  if (bytes.includes(0)) return undefined;
  const mark = byteOrderMark.every((byte, i) => bytes[i] === byte);
  for (const encoding of wanted ? [wanted] : ['utf-8' as const, ...guesses(bytes)]) {
    const isMarked = mark && encoding === 'utf-8';
    const text = read(isMarked ? bytes.subarray(byteOrderMark.length) : bytes, encoding);
    if (text !== undefined) return { text, bytes, encoding, mark: isMarked };
  }
  return undefined;
}

/**
 * The file after edits. In UTF-8 the text is written anew; in others only the edited bytes change, so what has several
 * spellings keeps its own. Undefined where new text has characters that we cannot say in the file's encoding.
 */
export function edited(file: Decoded, edits: readonly Edit[]): Decoded | undefined {
  const apart = withoutOverlaps(edits);
  const text = applyEdits(file.text, apart);
  if (file.encoding === 'utf-8') {
    const bytes = new TextEncoder().encode(text);
    return { ...file, text, bytes: file.mark ? concat([Uint8Array.from(byteOrderMark), bytes]) : bytes };
  }
  const starts = characterStarts(file.bytes, file.encoding);
  if (starts.length !== file.text.length + 1) return undefined;
  const write = writer(file, starts);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { span, newText } of apart) {
    const written = write(newText);
    if (!written) return undefined;
    parts.push(file.bytes.subarray(at, starts[span.start]), written);
    at = starts[span.end] ?? file.bytes.length;
  }
  const bytes = concat([...parts, file.bytes.subarray(at)]);
  return read(bytes, file.encoding) === text ? { ...file, text, bytes } : undefined;
}

/** In order, and of those that overlap the first; two insertions at one place both stay. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

function read(bytes: Uint8Array, encoding: Encoding): string | undefined {
  if (encoding === 'latin1') return Buffer.from(bytes).toString('latin1');
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined; // not in this encoding, or a Node without its tables
  }
}

/**
 * The encodings that bytes may be in, the likeliest first. Two letters of Latin-1 can pass for one character of
 * Shift_JIS or EUC-JP; but Japanese is mostly kana and the usual kanji, and its characters seldom stand alone.
 */
function guesses(bytes: Uint8Array): Encoding[] {
  const candidates = (['euc-jp', 'shift_jis'] as const)
    .map((encoding) => ({ encoding, score: likelihood(bytes, encoding) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score);
  return [...candidates.map(({ encoding }) => encoding), 'latin1'];
}

/** The share of usual characters, among those that are not ASCII and do not stand alone between ASCII. */
function likelihood(bytes: Uint8Array, encoding: Encoding): number {
  if (read(bytes, encoding) === undefined) return 0;
  let usual = 0;
  let all = 0;
  for (const run of runs(bytes, encoding)) {
    all += run.length;
    if (run.length > 1) usual += run.filter((first) => isUsual(first, encoding)).length;
  }
  return all === 0 ? 0 : usual / all;
}

/** The first bytes of characters that are not ASCII, by uninterrupted runs. */
function* runs(bytes: Uint8Array, encoding: Encoding): Generator<number[]> {
  let run: number[] = [];
  for (const start of characterStarts(bytes, encoding)) {
    const first = bytes[start] ?? 0;
    if (first >= 0x80) run.push(first);
    else if (run.length > 0) {
      yield run;
      run = [];
    }
  }
}

/** Punctuation, kana, full-width letters and the kanji of the first level. */
const isUsual = (first: number, encoding: Encoding): boolean =>
  encoding === 'shift_jis'
    ? first >= 0x81 && first <= 0x98
    : (first >= 0xa1 && first <= 0xa5) || (first >= 0xb0 && first <= 0xcf);

/** Where each character starts, and the end behind the last. All characters of these sets are one UTF-16 unit. */
function characterStarts(bytes: Uint8Array, encoding: Encoding): number[] {
  const starts: number[] = [];
  let at = 0;
  for (; at < bytes.length; at += lengthOf(bytes[at] ?? 0, encoding)) starts.push(at);
  return [...starts, bytes.length];
}

function lengthOf(first: number, encoding: Encoding): number {
  if (encoding === 'shift_jis') return (first >= 0x81 && first <= 0x9f) || (first >= 0xe0 && first <= 0xfc) ? 2 : 1;
  if (encoding === 'euc-jp') return first === 0x8f ? 3 : first === 0x8e || first >= 0xa1 ? 2 : 1;
  return 1;
}

/** Writes text in a file's encoding: ASCII, and characters that the file itself shows how to write. */
function writer(file: Decoded, starts: readonly number[]): (text: string) => Uint8Array | undefined {
  let known: Map<string, Uint8Array> | undefined;
  const learn = (): Map<string, Uint8Array> =>
    new Map(starts.slice(0, -1).map((start, i) => [file.text[i] ?? '', file.bytes.subarray(start, starts[i + 1])]));
  return (text) => {
    const parts: Uint8Array[] = [];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        parts.push(Uint8Array.of(code));
        continue;
      }
      known ??= learn();
      const bytes = known.get(text[i] ?? '');
      if (!bytes) return undefined;
      parts.push(bytes);
    }
    return concat(parts);
  };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
