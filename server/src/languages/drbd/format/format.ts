import { lineEndOf, trimmedLineEnds } from '../../../base/blanks';
import { applyEdits, type Edit } from '../../../base/edits';
import type { LayoutStyle } from '../../../core/features/format-style';
import type { Token } from '../../../core/syntax/tree';
import type { Unit } from '../../../core/workspace/unit';
import { tokenize } from '../lexer';
import { alignedGaps } from './align';

/**
 * Lays a section out: indented by its braces, the lines of one statement one step further, braces and values as the
 * user chooses. Lines stay lines, and sections on one line stay there. Of what the parser has problems with only the
 * blanks at line ends go: there the braces may not say what they seem to.
 */
export function formatDrbd({ text, parsed }: Unit, style: LayoutStyle): readonly Edit[] {
  const all = tokenize(text);
  if (parsed.problems.length === 0) {
    const edits = layOut(text, all, style);
    if (edits.length === 0 || sameWords(text, applyEdits(text, edits))) return edits;
  }
  if (style.trimTrailingWhitespace === false) return [];
  const loose = all.filter(({ kind }) => kind === 'blank' || kind === 'comment');
  return loose.flatMap(({ start, end }) => trimmedLineEnds(text, start, end));
}

/** What the gap in front of a token depends on. */
interface Place {
  /** How many sections it stands in. */
  readonly depth: number;
  /** A statement has begun and goes on. */
  readonly within: boolean;
  /** In front of an opening brace: the section's own lines are apart. */
  readonly opens: 'line' | 'block' | undefined;
}

function layOut(text: string, all: readonly Token[], style: LayoutStyle): Edit[] {
  const eol = lineEndOf(text);
  const blocks = blocksOf(text, all);
  const edits: Edit[] = [];
  const change = (start: number, end: number, newText: string): void => {
    if (text.slice(start, end) !== newText) edits.push({ span: { start, end }, newText });
  };
  const aligned = alignedGaps(text, all, style.choices['values'] ?? 'keep');
  let depth = 0;
  let within = false; // a statement that has begun
  for (const [index, token] of all.entries()) {
    const { kind, start, end } = token;
    if (kind === 'blank') {
      const place = { depth, within, opens: blocks.get(all[index + 1]?.start ?? -1) };
      const gap = aligned.get(start) ?? gapText(text, all, index, place, style, eol);
      change(start, end, gap);
      continue;
    }
    if (kind === 'comment' && style.trimTrailingWhitespace !== false)
      for (const edit of trimmedLineEnds(text, start, end)) edits.push(edit);
    if (kind === 'odd-blank' || kind === 'comment') continue;
    if (isGlued(all[index - 1], token, within)) {
      const ownLine = style.choices['braces'] === 'own-line' && kind === '{' && blocks.get(start) === 'block';
      change(start, start, ownLine ? eol + style.indent.repeat(depth) : ' ');
    }
    if (kind === '{') depth++;
    if (kind === '}') depth--;
    within = kind !== '{' && kind !== '}' && kind !== ';' && end > start;
  }
  return edits;
}

/** Whether a token touches the one before it where a blank is usual. */
function isGlued(before: Token | undefined, { kind }: Token, within: boolean): boolean {
  if (!before || before.kind === 'blank' || before.kind === 'odd-blank' || before.kind === 'comment') return false;
  if (kind === '{') return within;
  if (kind === '}') return before.kind !== '{';
  return kind !== ';' && parting.has(before.kind);
}

const parting = new Set(['{', '}', ';']);

/** Sections by their opening braces: whether they are written on one line. */
function blocksOf(text: string, all: readonly Token[]): ReadonlyMap<number, 'line' | 'block'> {
  const found = new Map<number, 'line' | 'block'>();
  const open: number[] = [];
  for (const { kind, start, end } of all) {
    if (kind === '{') open.push(start);
    const from = kind === '}' ? open.pop() : undefined;
    if (from !== undefined) found.set(from, text.slice(from, end).includes('\n') ? 'block' : 'line');
  }
  return found;
}

/** What is to stand in a gap. */
function gapText(
  text: string,
  all: readonly Token[],
  index: number,
  { depth, within, opens }: Place,
  { indent, choices }: LayoutStyle,
  eol: string,
): string {
  const [before, gap, next] = [all[index - 1], all[index], all[index + 1]];
  const old = gap ? text.slice(gap.start, gap.end) : '';
  if (next?.kind === '{' && within && before?.kind !== 'comment') {
    const braces = choices['braces'] ?? 'same-line';
    if (opens === 'block' && braces === 'own-line') return eol + indent.repeat(depth);
    if (braces === 'same-line' || (braces === 'keep' && !old.includes('\n'))) return ' ';
  }
  const lines = old.slice(0, old.lastIndexOf('\n') + 1).replace(/[ \t]+(?=\r?\n)/g, '');
  if (lines === '' && index > 0) return next ? inLineGap(old, before, next, within) : '';
  if (!next) return lines;
  const steps = next.kind === '}' ? depth - 1 : depth + (within && next.kind !== '{' ? 1 : 0);
  return lines + indent.repeat(Math.max(0, steps));
}

/** Between tokens of one line. Comments keep their distance, values their column. */
function inLineGap(old: string, before: Token | undefined, next: Token, within: boolean): string {
  if (next.kind === ';' && within) return '';
  const isApart = next.kind === '}' || (before !== undefined && parting.has(before.kind));
  return isApart && next.kind !== 'comment' ? ' ' : old;
}

function sameWords(before: string, after: string): boolean {
  const words = (text: string) =>
    tokenize(text).flatMap((t) => (t.kind === 'blank' ? [] : [text.slice(t.start, t.end).replace(/[ \t\r]+$/, '')]));
  const [a, b] = [words(before), words(after)];
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
