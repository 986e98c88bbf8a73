import { lineEndOf, trimmedLineEnds } from '../../../base/blanks';
import { applyEdits, type Edit } from '../../../base/edits';
import type { LayoutStyle } from '../../../core/features/format-style';
import type { Unit } from '../../../core/workspace/unit';
import { lex, type Word } from '../lexer';
import type { CrmParsed, Statement } from '../statement';
import { nextUnit, shapeOf } from '../units';
import { partStarts } from './parts';

/**
 * Lays a statement out: as `crm configure show` does, with one part a line and one blank between words, on one line
 * (`compact`), or with the lines that it has (`keep`). Of comments and of what cannot be read only the blanks at line
 * ends go. Scripts and here-documents are left as they are.
 */
export function formatCrm(unit: Unit, style: LayoutStyle): readonly Edit[] {
  const { text, before } = unit;
  if (before === 'sh' || before.startsWith('here:')) return [];
  const shape = shapeOf(text, before);
  if (shape.shell) return [];
  const laidOut = shape.from > 0 ? undefined : layOut(unit, style);
  return laidOut ?? (style.trimTrailingWhitespace === false ? [] : trimmedLineEnds(text));
}

/** Undefined for what is no statement, or none that can be laid out without changing a word. */
function layOut(unit: Unit, style: LayoutStyle): readonly Edit[] | undefined {
  const { text } = unit;
  const { statement, words, problems } = unit.parsed as CrmParsed;
  if (!statement || problems.length > 0 || statement.kind === 'xml') return undefined;
  if (words.some(({ gluedAt }) => gluedAt !== undefined) || /\n\s*#/.test(text.trim())) return undefined;
  const edits = editsOf(text, words, statement, style);
  if (!edits) return undefined;
  return edits.length === 0 || sameWords(unit, words, applyEdits(text, edits)) ? edits : undefined;
}

function editsOf(
  text: string,
  words: readonly Word[],
  statement: Statement,
  { indent, choices }: LayoutStyle,
): Edit[] | undefined {
  const statements = choices['statements'] ?? 'sections';
  const starts = statements === 'sections' ? partStarts(statement, words) : new Set<number>();
  const eol = lineEndOf(text);
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    const old = text.slice(at, word.start);
    if (/[^ \t\r\n\\]/.test(old)) return undefined; // a blank of another kind: a rule speaks of it
    const breaks = index > 0 && (statements === 'keep' ? old.includes('\n') : starts.has(word.start));
    const newText = index === 0 ? '' : breaks ? ` \\${eol}${indent}` : ' ';
    if (newText !== old) edits.push({ span: { start: at, end: word.start }, newText });
    at = word.end;
  }
  const tail = /^[ \t]+(?=\r?\n?$)/.exec(text.slice(at))?.[0];
  if (tail) edits.push({ span: { start: at, end: at + tail.length }, newText: '' });
  return edits;
}

/** The last guard: the new text is one statement again, of the same words. */
function sameWords({ before }: Unit, words: readonly Word[], text: string): boolean {
  const again = lex(text).words;
  if (nextUnit(text, 0, before).end !== text.length) return false;
  return again.length === words.length && again.every(({ value }, i) => value === words[i]?.value);
}
