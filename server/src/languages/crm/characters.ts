/** Characters of East Asian input methods, dashes and signs of word processors, each with the ASCII one that it looks like. */
const lookalike = /[\uff01\uff03-\uff06\uff08-\uff5e\u2010-\u2015\u2212]+/g;
const dash = /[\u2010-\u2015\u2212]/;

/** Characters that nobody sees. */
const invisible = /[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+/g;

/** A stretch of a word that should be other characters. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly meant: string;
}

/**
 * Where a word as it is written holds characters that only look like ASCII. Text in another language may hold them on
 * purpose, so a word that has other characters outside ASCII gives none, and a description neither.
 */
export function lookalikesIn(word: string): Stretch[] {
  if (isProse(word) || !/^[\0-\x7f]*$/.test(word.replace(lookalike, '').replace(invisible, ''))) return [];
  return stretches(word, lookalike, (written) => [...written].map(asciiOf).join(''));
}

/** Where a word as it is written holds characters that nobody sees. */
export const invisiblesIn = (word: string): Stretch[] => (isProse(word) ? [] : stretches(word, invisible, () => ''));

const isProse = (word: string): boolean => /^["']?description=/i.test(word);

function stretches(word: string, pattern: RegExp, meant: (written: string) => string): Stretch[] {
  return [...word.matchAll(pattern)].map(({ index, 0: written }) => ({
    start: index,
    end: index + written.length,
    written,
    meant: meant(written),
  }));
}

/** The full-width forms stand in the order of ASCII. */
const asciiOf = (c: string): string => (dash.test(c) ? '-' : String.fromCharCode(c.charCodeAt(0) - 0xfee0));
