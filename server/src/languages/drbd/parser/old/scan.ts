import type { Span } from '../../../../base/span';
import type { Token } from '../../../../core/syntax/tree';
import { isTrivia, longestString, wordValue } from '../../lexer';
import { type OldGeneration, oldWords } from './words';

/**
 * A token as the parsers of 8.x see it. `keyword`: a word of the language, `name`: any other word or a string,
 * `other`: what they cannot read.
 */
export interface OldToken extends Span {
  readonly kind: 'mark' | 'keyword' | 'name' | 'number' | 'ipv4' | 'ipv6' | 'other' | 'end';
  /** As it is written; for a string what it stands for. */
  readonly text: string;
}

const marks = new Set(['{', '}', ';', '[', ']', ':']);

/** The tokens of a unit for one generation, and an end. */
export function scanOld(tokens: readonly Token[], source: string, generation: OldGeneration): OldToken[] {
  const found = tokens.filter((token) => !isTrivia(token)).map((token) => scanToken(token, source, generation));
  return [...found, { kind: 'end', text: '', start: source.length, end: source.length }];
}

function scanToken(token: Token, source: string, generation: OldGeneration): OldToken {
  const { start, end } = token;
  const raw = source.slice(start, end);
  const make = (kind: OldToken['kind'], text = raw): OldToken => ({ kind, text, start, end });
  if (marks.has(token.kind)) return make(marks.has(raw) ? 'mark' : 'other');
  if (token.kind === 'number' || token.kind === 'ipv4' || token.kind === 'ipv6') return make(token.kind);
  if (token.kind === 'string') {
    const long = raw.slice(1, -1).replace(/\\./g, '.').length > longestString;
    return make(long ? 'other' : 'name', wordValue(token, source));
  }
  if (token.kind !== 'word' && token.kind !== 'version') return make('other');
  const { reserved, longest } = oldWords[generation];
  if (reserved.has(raw)) return make('keyword');
  return make(raw.length > longest ? 'other' : 'name');
}
