import { isTrivia, isWord, tokenize } from '../../../server/src/languages/drbd/lexer';
import type { Random } from '../random';

/** The same words with other blanks, line ends and comments between them, and a name in quotes here and there. */
export function restyle(random: Random, text: string): string {
  const tokens = tokenize(text).filter((token) => !isTrivia(token));
  const lineEnd = random.once(3) ? '\r\n' : '\n';
  const blanks = random.pick([
    [' '],
    [lineEnd],
    [' ', '\t', lineEnd],
    [' ', lineEnd, ` # a comment: { ;${lineEnd}`, `#"x${lineEnd}`],
  ]);
  let styled = '';
  let glued = true;
  for (const token of tokens) {
    const raw = text.slice(token.start, token.end);
    const mark = !isWord(token);
    if (!(glued || mark) || random.once(3)) styled += random.pick(blanks);
    styled += !mark && random.once(60) && !raw.startsWith('"') ? `"${raw}"` : raw;
    glued = mark;
  }
  return styled + random.pick(['', lineEnd, ' ', '# end']);
}
