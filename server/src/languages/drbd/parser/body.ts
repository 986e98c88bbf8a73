import type { Token } from '../../../core/syntax/tree';
import { isWord } from '../lexer';
import type { Production, Reader } from './reader';
import type { Place } from './slot-notes';

/** Sections nest four deep at most; far beyond that the text is no configuration, and recursion has its limits. */
const deepest = 40;

/** A section in braces whose header has been read up to the brace; `header` is its first word. */
export function parseBlock(r: Reader, place: Place, header: Token): void {
  if (!openBrace(r)) return;
  if (r.stack.length >= deepest) {
    r.problem('too-deep', header);
    r.skipRest();
    return;
  }
  r.stack.push({ place, header });
  parseBody(r, place, header);
  r.stack.pop();
}

/** The production of a section that has no name: its word and a block. */
export const section =
  (kind: string, place: Place): Production =>
  (r) => {
    r.open(kind);
    const header = r.bump({ kind: 'statement', place: placeOf(r) });
    if (header) parseBlock(r, place, header);
    r.close();
  };

/** The place that the reader is in. */
export const placeOf = (r: Reader): Place => r.stack.at(-1)?.place ?? 'top';

/** Takes the opening brace; without it goes on as if it were there, if the next line says so. */
function openBrace(r: Reader): boolean {
  if (r.mark('{')) return true;
  while (r.token && !r.onNewLine() && !['{', '}', ';'].includes(r.token.kind)) {
    r.problem('unexpected', r.token, { word: r.raw(r.token) });
    r.open('error');
    r.bump();
    r.close();
  }
  if (r.mark('{')) return true;
  r.stop();
  r.problem('missing-opening-brace', r.lastWord());
  if (r.at(';')) r.bump();
  else if (r.token && !r.at('}') && r.onNewLine()) return true;
  return false;
}

function parseBody(r: Reader, place: Place, header: Token): void {
  for (;;) {
    const { token } = r;
    if (!token) {
      r.wantOnly({ kind: 'statement', place });
      r.unclosed.push({ start: header.start, end: header.end });
      return;
    }
    if (token.kind === '}') {
      if (r.firstOnLine(token) && r.firstOnLine(header) && r.indent(token.start) < r.indent(header.start))
        r.suspects.push(header);
      r.bump();
      return;
    }
    if (belongsOutside(r, place, header)) {
      r.problem('missing-closing-brace', header, { section: r.raw(header) });
      r.unmatched++;
      return;
    }
    parseStatement(r, place);
  }
}

/**
 * Whether the current word starts a section that cannot stand here but can further out, and is indented no more than
 * the section that is open: then the open section's brace is missing.
 */
function belongsOutside(r: Reader, place: Place, header: Token): boolean {
  const { token } = r;
  if (token?.kind !== 'word' || !r.firstOnLine(token)) return false;
  const word = r.raw(token);
  if (r.grammar[place].statements.has(word) || !looksLikeSection(r)) return false;
  if (!r.stack.slice(0, -1).some((outer) => r.grammar[outer.place].statements.has(word))) return false;
  return r.indent(token.start) <= r.indent(header.start);
}

function looksLikeSection(r: Reader): boolean {
  for (let ahead = 1; ahead < 16; ahead++) {
    const kind = r.peek(ahead)?.kind;
    if (kind === '{') return true;
    if (kind === undefined || kind === ';' || kind === '}') return false;
  }
  return false;
}

/** Reads one statement or section at a place, or takes what is none. */
export function parseStatement(r: Reader, place: Place): void {
  const { token } = r;
  if (!token) return;
  if (isWord(token)) productionFor(r, place, token)(r);
  else takeStray(r, token);
}

function productionFor(r: Reader, place: Place, token: Token): Production {
  const raw = r.raw(token);
  if (raw.startsWith('//') && (r.firstOnLine(token) || raw === '//')) return takeLineComment;
  if (raw.startsWith('/*')) return takeBlockComment;
  const { statements, options } = r.grammar[place];
  const known =
    token.kind === 'word' || (raw === '"protocol"' && place !== 'top') ? statements.get(r.value(token)) : undefined;
  if (known) return known;
  if (options && !looksLikeSection(r)) return options;
  return (token.kind === 'word' ? fromElsewhere(r, place, raw) : undefined) ?? takeUnknown(place);
}

/** The order in which places are asked for a section that stands at the wrong one. */
const others: readonly Place[] = ['resource', 'host', 'connection', 'volume', 'proxy-on', 'mesh', 'path', 'top'];

function fromElsewhere(r: Reader, place: Place, word: string): Production | undefined {
  const around = r.stack.map((section) => section.place).reverse();
  for (const other of [...around, ...others]) {
    const found = other === place ? undefined : r.grammar[other].statements.get(word);
    if (found) return found;
  }
  return undefined;
}

/** A statement or section that no place knows; rules say so. */
const takeUnknown =
  (place: Place): Production =>
  (r) => {
    if (looksLikeSection(r)) {
      r.open('unknown-section');
      r.bump({ kind: 'statement', place });
      while (r.token && !r.at('{')) r.bump();
      r.skipBlock();
    } else {
      r.open('unknown');
      r.bump({ kind: 'statement', place });
      while (r.token && !r.onNewLine() && !['{', '}', ';'].includes(r.token.kind)) r.bump();
      if (r.token?.kind === ';') r.bump();
    }
    r.close();
  };

function takeStray(r: Reader, token: Token): void {
  r.open('error');
  if (token.kind === ';') {
    // Only among the plugins of a proxy may a statement be empty.
    if (placeOf(r) !== 'plugin') r.problem('empty-statement', token);
    r.bump();
  } else if (token.kind === '}') {
    if (r.unmatched > 0) r.unmatched--;
    else r.problem('extra-closing-brace', token);
    r.bump();
  } else if (token.kind === '{') {
    r.problem('section-without-word', token);
    r.skipBlock();
  } else {
    r.problem('unexpected', token, { word: r.raw(token) });
    r.bump();
    while (r.token && !r.onNewLine() && !['{', '}', ';'].includes(r.token.kind)) r.bump();
    if (r.at(';')) r.bump();
  }
  r.close();
}

function takeLineComment(r: Reader): void {
  r.open('error');
  const start = r.token?.start ?? 0;
  do r.bump({ kind: 'skipped' });
  while (r.token && !r.onNewLine());
  r.problem('wrong-comment', { start, end: r.lastEnd });
  r.close();
}

function takeBlockComment(r: Reader): void {
  r.open('error');
  const start = r.token?.start ?? 0;
  while (r.token && !r.raw(r.token).includes('*/')) r.bump({ kind: 'skipped' });
  r.bump({ kind: 'skipped' });
  r.problem('wrong-comment', { start, end: r.lastEnd });
  r.close();
}

/** Ends a statement with its semicolon, and says where one is missing or what stands in its place. */
export function endStatement(r: Reader): void {
  if (r.mark(';')) return;
  const { token } = r;
  r.stop();
  if (!token && !r.onNewLine()) {
    r.problem('missing-semicolon', r.lastWord());
    return;
  }
  if (!token || token.kind === '}' || r.onNewLine() || startsStatement(r, token)) {
    r.problem('missing-semicolon', r.lastWord());
    return;
  }
  const start = token.start;
  r.open('error');
  if (token.kind === '{') r.skipBlock();
  else while (r.token && !r.onNewLine() && !['{', '}', ';'].includes(r.token.kind)) r.bump();
  r.close();
  r.problem('unexpected', { start, end: r.lastEnd }, { word: r.source.slice(start, r.lastEnd).slice(0, 60) });
  if (r.at(';')) r.bump();
}

function startsStatement(r: Reader, token: Token): boolean {
  return token.kind === 'word' && r.grammar[placeOf(r)].statements.has(r.raw(token));
}
