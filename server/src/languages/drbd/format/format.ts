import { applyEdits, type Edit } from '../../../base/edits';
import type { FormatStyle } from '../../../core/features/format-style';
import type { Token } from '../../../core/syntax/tree';
import type { Unit } from '../../../core/workspace/unit';
import { tokenize } from '../lexer';

/**
 * Indents a section by its braces, the lines of one statement one step further, and cuts blanks at line ends. What the
 * parser has problems with is left as it is: there the braces may not say what they seem to.
 */
export function formatDrbd({ text, parsed }: Unit, { indent }: FormatStyle): readonly Edit[] {
  if (parsed.problems.length > 0) return [];
  const all = tokenize(text);
  const edits = reindent(text, all, indent);
  return sameWords(text, applyEdits(text, edits)) ? edits : [];
}

function reindent(text: string, all: readonly Token[], indent: string): Edit[] {
  const edits: Edit[] = [];
  let depth = 0;
  let within = false; // a statement that has begun
  for (const [index, token] of all.entries()) {
    const { kind, start, end } = token;
    if (kind === 'blank') {
      const next = all[index + 1];
      const steps = next?.kind === '}' ? depth - 1 : depth + (within && next?.kind !== '{' ? 1 : 0);
      edits.push(...relaid(text, token, next ? indent.repeat(Math.max(0, steps)) : ''));
      continue;
    }
    if (kind === 'odd-blank' || kind === 'comment') continue;
    if (kind === '{') depth++;
    if (kind === '}') depth--;
    within = kind !== '{' && kind !== '}' && kind !== ';' && end > start;
  }
  return edits;
}

/** Edits of a stretch of blanks: at ends of lines none are left, in front of the next word stands `indent`. */
function relaid(text: string, { start, end }: Token, indent: string): Edit[] {
  const old = text.slice(start, end);
  const last = old.lastIndexOf('\n');
  if (last < 0 && start > 0) return [];
  const lines = old.slice(0, last + 1).replace(/[ \t]+(?=\r?\n)/g, '');
  const newText = lines + indent;
  return newText === old ? [] : [{ span: { start, end }, newText }];
}

function sameWords(before: string, after: string): boolean {
  const words = (text: string) =>
    tokenize(text).flatMap((t) => (t.kind === 'blank' ? [] : [text.slice(t.start, t.end)]));
  const [a, b] = [words(before), words(after)];
  return a.length === b.length && a.every((word, i) => word === b[i]);
}
