import { isTrivia, tokenize } from '../../../server/src/languages/drbd/lexer';
import type { Parser } from '../../oracle/drbd/ask';
import { type Disagreement, disagreements, isComparable } from './compare';

/** Takes lines, then words away as long as the two still do not agree in the same way. */
export function minimise(found: Disagreement, parser: Parser): Disagreement {
  const byLines = shrink(found, parser, (text) => text.split(/(?<=\n)/));
  return shrink(byLines, parser, words);
}

/** The text in pieces that begin with a word or mark. */
function words(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const token of tokenize(text)) {
    if (isTrivia(token) || token.start === 0) continue;
    pieces.push(text.slice(from, token.start));
    from = token.start;
  }
  return [...pieces, text.slice(from)];
}

function shrink(found: Disagreement, parser: Parser, split: (text: string) => string[]): Disagreement {
  let best = found;
  for (let size = Math.ceil(split(best.text).length / 2); size >= 1; ) {
    const smaller = first(best, candidates(split(best.text), size), parser);
    if (smaller) best = smaller;
    else size = size > 4 ? Math.floor(size / 2) : size - 1;
  }
  return best;
}

/** The text without each run of so many pieces; short runs may begin anywhere. */
function candidates(pieces: readonly string[], size: number): string[] {
  const step = size > 4 ? Math.floor(size / 2) : 1;
  const starts = pieces.map((_, i) => i).filter((i) => i % step === 0);
  return starts.map((i) => [...pieces.slice(0, i), ...pieces.slice(i + size)].join(''));
}

function first(found: Disagreement, texts: readonly string[], parser: Parser): Disagreement | undefined {
  const comparable = texts.filter((text) => text !== found.text && isComparable(text));
  for (let i = 0; i < comparable.length; i += 40) {
    const same = disagreements(comparable.slice(i, i + 40), parser).find(
      ({ verdict }) => verdict.accepted === found.verdict.accepted,
    );
    if (same) return same;
  }
  return undefined;
}
