import { applyEdits, type Edit } from '../../../base/edits';
import type { FormatStyle } from '../../../core/features/format-style';
import type { Unit } from '../../../core/workspace/unit';
import { lex, type Word } from '../lexer';
import type { CrmParsed, Statement } from '../statement';
import { nextUnit, shapeOf } from '../units';

/** Statements whose sections `crm configure show` prints on lines of their own (crmsh 4.4.1, crmsh/cibconfig.py). */
const sectioned = new Set(['primitive', 'rsc_template', 'group', 'clone', 'ms']);

/**
 * Lays a statement out as `crm configure show` does: resources with one section a line, one blank between words. Other
 * statements keep their lines. Scripts, here-documents, raw XML and what has problems are left as they are.
 */
export function formatCrm(unit: Unit, { indent }: FormatStyle): readonly Edit[] {
  const { text, before } = unit;
  const { statement, words, problems } = unit.parsed as CrmParsed;
  const shape = shapeOf(text, before);
  if (!statement || problems.length > 0 || statement.kind === 'xml') return [];
  if (shape.shell || shape.from > 0 || before === 'sh' || before.startsWith('here:')) return [];
  if (words.some(({ gluedAt }) => gluedAt !== undefined) || /\n\s*#/.test(text.trim())) return [];
  const edits = layOut(text, words, statement, indent);
  return edits.length > 0 && sameWords(unit, words, applyEdits(text, edits)) ? edits : [];
}

function layOut(text: string, words: readonly Word[], statement: Statement, indent: string): Edit[] {
  const heads = sectioned.has(statement.kind) ? sectionHeads(statement) : undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: Edit[] = [];
  let at = 0;
  for (const [index, word] of words.entries()) {
    const old = text.slice(at, word.start);
    if (/[^ \t\r\n\\]/.test(old)) return []; // a blank of another kind: a rule speaks of it
    const breaks = index > 0 && (heads ? heads.has(word.start) : old.includes('\n'));
    const newText = index === 0 ? '' : breaks ? ` \\${lineEnd}${indent}` : ' ';
    if (newText !== old) edits.push({ span: { start: at, end: word.start }, newText });
    at = word.end;
  }
  const tail = /^[ \t]+(?=\r?\n?$)/.exec(text.slice(at))?.[0];
  if (tail) edits.push({ span: { start: at, end: at + tail.length }, newText: '' });
  return edits;
}

/** Where the words stand that begin a section: `params`, `meta`, `op`. */
function sectionHeads({ sections, operations }: Statement): ReadonlySet<number> {
  const heads = new Set(operations.map(({ head }) => head.start));
  for (const section of sections) if ('head' in section && section.head) heads.add(section.head.start);
  return heads;
}

/** The last guard: the new text is one statement again, of the same words. */
function sameWords({ before }: Unit, words: readonly Word[], text: string): boolean {
  const again = lex(text).words;
  if (nextUnit(text, 0, before).end !== text.length) return false;
  return again.length === words.length && again.every(({ value }, i) => value === words[i]?.value);
}
