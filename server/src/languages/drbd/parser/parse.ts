import type { Token } from '../../../core/syntax/tree';
import type { Parsed } from '../../../core/workspace/unit';
import { longestString, longestWord } from '../lexer';
import { parseStatement } from './body';
import { grammar } from './grammar';
import { type DrbdParsed, Reader } from './reader';

/** Reads a unit: its tree, what is wrong with it, and which slot every word fills. */
export function parseDrbd(text: string): DrbdParsed {
  const r = new Reader(text, grammar);
  while (r.token) parseStatement(r, 'top');
  if (r.unclosed.length === 0) r.want({ kind: 'statement', place: 'top' });
  reportUnclosed(r);
  const root = r.finish();
  const covered = coverage(r);
  for (const token of r.tokens) reportToken(r, token, covered);
  r.problems.sort((a, b) => a.span.start - b.span.start);
  const { problems, notes, wanted, unclosed, tokens, badNames } = r;
  return { root, tokens, problems, notes, wanted, unclosed: unclosed.reverse(), badNames };
}

/** What `parse` of this language gave, for those who know that it did. */
export const asDrbd = (parsed: Parsed): DrbdParsed => parsed as DrbdParsed;

/**
 * The text's end closes a resource or common section without a word from drbdadm, but no other. Which brace is
 * missing only the indentation can tell.
 */
function reportUnclosed(r: Reader): void {
  const inner = r.unclosed.length > 1 || (r.unclosed[0] && !endCloses(r, r.unclosed[0].start));
  const header = r.suspects[0] ?? r.unclosed[0];
  if (inner && header) r.problem('missing-closing-brace', header, { section: r.raw(header) });
  else if (header && r.unclosed.length > 0) r.unclosed[0] = { start: header.start, end: header.end };
}

const endCloses = (r: Reader, start: number): boolean => /^(resource|common)\b/.test(r.source.slice(start, start + 9));

/** Problems that a token has by itself, wherever it stands; not in what is skipped. */
function reportToken(r: Reader, token: Token, covered: Covered): void {
  const length = token.end - token.start;
  if (token.kind === 'odd-blank') r.problem('odd-blank', token);
  else if (token.kind === 'unclosed') reportOnce(r, 'unterminated-string', token, covered);
  else if (token.kind === 'bad') reportOnce(r, 'needs-quotes', token, covered);
  else if (token.kind === 'word' && length > longestWord) reportOnce(r, 'word-too-long', token, covered);
  else if (token.kind === 'string' && tooLong(r, token)) reportOnce(r, 'string-too-long', token, covered);
}

const tooLong = (r: Reader, token: Token): boolean =>
  token.end - token.start - 2 > longestString && r.raw(token).slice(1, -1).replace(/\\./g, '.').length > longestString;

function reportOnce(r: Reader, code: string, token: Token, covered: Covered): void {
  if (!covered(token)) r.problem(code, token, { word: r.raw(token).slice(0, 40) });
}

/** Whether a token lies in what is reported already or skipped. Tokens have to come in their order. */
type Covered = (token: Token) => boolean;

function coverage(r: Reader): Covered {
  const skipped = r.notes.filter(({ slot }) => slot.kind === 'skipped');
  const spans = [...r.problems, ...skipped].map(({ span }) => span).sort((a, b) => a.start - b.start);
  let next = 0;
  let end = 0;
  return (token) => {
    for (let span = spans[next]; span && span.start < token.end; span = spans[next]) {
      end = Math.max(end, span.end);
      next++;
    }
    return end > token.start;
  };
}
