/** A regular expression of a grammar, and where it stands. */
export interface GrammarRegex {
  readonly path: string;
  readonly source: string;
}

/** Every regular expression of a grammar. */
export function regexesOf(grammar: unknown, path = ''): GrammarRegex[] {
  if (typeof grammar !== 'object' || grammar === null) return [];
  return Object.entries(grammar).flatMap(([key, value]) =>
    typeof value === 'string' && ['match', 'begin', 'end', 'while'].includes(key)
      ? [{ path: `${path}/${key}`, source: value }]
      : regexesOf(value, `${path}/${key}`),
  );
}

/**
 * The same search in ECMAScript's words, for a checker that reasons about automata: those know neither Oniguruma's
 * anchors nor looking around. What is looked at becomes part of the match; the characters that a search has to walk
 * over stay the same, and with them the work. What is finite anyway (words and lists of them, kinds of blanks and quotes, bounded repeats,
 * letter case) is
 * made small, or the automata grow beyond reason.
 */
export function forChecker(source: string): string {
  return source
    .replace(/\(\?i\)/g, '')
    .replace(/\(\?:\^\|\\G\)|\\G/g, '^')
    .replace(/\(\?<!\\S\)/g, '(?:^|\\s)')
    .replace(/\(\?!\\S\)/g, '(?:\\s|$)')
    .replace(/\(\?<!(\[\^?)((?:\\.|[^\]\\])+)\]\)/g, (_, open, chars) => `(?:^|${inverse(open)}${chars}])`)
    .replace(/\(\?!(\[\^?)((?:\\.|[^\]\\])+)\]\)/g, (_, open, chars) => `(?:${inverse(open)}${chars}]|$)`)
    .replace(/\(\?<?[=!]/g, '(?:')
    .replace(/\\([1-9])/g, 'END')
    .replace(/\{(\d),\d+\}/g, (_, least) => `{${least},${Math.max(1, Number(least))}}`)
    .replace(/(?<=[(|])[\w-]+(?:\|[\w-]+)+(?=[)|])/g, (words: string) => words.split('|').slice(0, 2).join('|'))
    .replace(/\[ \\t\]/g, ' ')
    .replace(/\["'[^\]]*\]/g, '"')
    .replace(/[a-z]{2,}/g, (word) => word.slice(0, 1));
}

const inverse = (open: string): string => (open === '[' ? '[^' : '[');
