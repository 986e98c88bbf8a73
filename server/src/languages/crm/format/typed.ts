import { lineEndOf } from '../../../base/blanks';
import type { Edit } from '../../../base/edits';
import type { LayoutStyle } from '../../../core/features/format-style';
import type { Typed } from '../../../core/language';
import type { CarriedState } from '../../../core/workspace/unit';
import { parseCrm } from '../parser/parse';
import type { Statement } from '../statement';
import { nextUnit } from '../units';

/** A logical line of a text. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly before: CarriedState;
}

/**
 * Enter within a statement: the line that ends now gets its backslash, the new one its indentation. Behind a statement
 * that has all it needs nothing is done: the next one begins there.
 */
export function formatTypedCrm({ character, text, offset, before }: Typed, { indent }: LayoutStyle): Edit[] {
  if (character !== '\n') return [];
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lines = logicalLines(text, before);
  const ended = lines.find(({ start, end }) => start < lineStart && lineStart <= end);
  if (!ended || lineStart === 0) return [];
  const blanks = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const wanted = indentBehind(text, ended.start, lineStart) ?? indent;
  const indented = { span: { start: lineStart, end: lineStart + blanks.length }, newText: wanted };
  const isContinued = ended.end > lineStart || /\\[ \t]*\r?\n$/.test(text.slice(ended.start, lineStart));
  if (isContinued) return blanks === '' && isStatement(text, ended) ? [indented] : [];
  if (!goesOn(text, ended, lines)) return [];
  const eol = lineEndOf(text.slice(ended.start));
  const lineEnd = lineStart - eol.length;
  const words = text.slice(0, lineEnd).replace(/[ \t]+$/, '').length;
  const isEmpty = /(^|\n)$/.test(text.slice(0, words));
  const backslash = isEmpty
    ? { span: { start: lineEnd, end: lineEnd }, newText: '\\' }
    : { span: { start: words, end: lineEnd }, newText: ' \\' };
  return blanks === wanted ? [backslash] : [backslash, indented];
}

/** The indentation of the line that ended, if it is a further line of its statement. */
function indentBehind(text: string, start: number, lineStart: number): string | undefined {
  const previous = text.lastIndexOf('\n', lineStart - 2) + 1;
  return previous > start ? (/^[ \t]+/.exec(text.slice(previous, lineStart))?.[0] ?? undefined) : undefined;
}

function logicalLines(text: string, before: CarriedState): Line[] {
  const lines: Line[] = [];
  let state = before;
  for (let start = 0; start < text.length; ) {
    const { end, after } = nextUnit(text, start, state);
    lines.push({ start, end, before: state });
    start = end;
    state = after;
  }
  return lines;
}

const isStatement = (text: string, { start, end, before }: Line): boolean =>
  parseCrm(text.slice(start, end), before).statement !== undefined;

/** Whether what stands behind a line end belongs to the statement in front of it, or something still has to. */
function goesOn(text: string, ended: Line, lines: readonly Line[]): boolean {
  const own = text.slice(ended.start, ended.end);
  const { statement, problems, words } = parseCrm(own, ended.before);
  if (!statement) return false;
  const next = lines.find(({ start }) => start === ended.end);
  const rest = next ? text.slice(next.start, next.end) : '';
  const line = rest.split('\n', 1)[0]?.trim() ?? '';
  if (line === '') {
    const last = words.at(-1);
    const isMissing = problems.some(({ code, span }) => code.startsWith('missing-') && span.end >= (last?.end ?? 0));
    return isMissing || isHalf(statement) || (words.length > 1 && openers.has(last?.value.toLowerCase() ?? ''));
  }
  if (line.startsWith('#')) return false;
  const alone = parseCrm(rest, next?.before ?? '');
  return !alone.statement || alone.problems.length > 0;
}

/** What crm takes, but nobody means: one resource alone, a topology of nothing. */
const isHalf = ({ kind, members }: Statement): boolean =>
  (/^(?:order|colocation)$/.test(kind) && members.length < 2) || (kind === 'fencing_topology' && members.length === 0);

/** Words that something has to follow. */
const openers = new Set(['params', 'meta', 'op', 'utilization', 'operations', 'attributes', 'rule', 'select', 'to']);
