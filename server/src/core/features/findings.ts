import type { Edit } from '../../base/edits';
import { getOrAdd } from '../../base/maps';
import { overlaps, type Span, shift } from '../../base/span';
import type { Locale, Text } from '../../base/text';
import type { Suppression } from '../model/entries';
import type { SourceFile } from '../workspace/source-file';
import type { Finding, Fix, Severity, Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { say } from './describe';

/** A finding for people, in offsets of the file. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly { readonly uri: string; readonly span: Span; readonly message: string }[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
}

/** A repair that can be offered. */
export interface Repair {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe: boolean;
  readonly diagnostic: Diagnostic;
}

/** Most findings a file shows; further ones are counted in the last. */
const most = 1000;

/** How rules report where the user wants it otherwise, by rule id; `off` silences one. */
export type Severities = Readonly<Record<string, string>>;

/**
 * The findings of a file that are worked out by now (`lint` the file's stale units first), without those that the
 * user switched off.
 */
export function diagnostics(
  workspace: Workspace,
  file: SourceFile,
  locale: Locale,
  severities: Severities = {},
): Diagnostic[] {
  const found: Diagnostic[] = [];
  let hidden = 0;
  for (const { unit, finding } of heard(file)) {
    const wanted = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined;
    if (wanted === 'off') continue;
    if (found.length >= most) hidden++;
    else
      found.push({
        ...toDiagnostic(workspace, file, unit, finding, locale),
        ...(isSeverity(wanted) && { severity: wanted }),
      });
  }
  return hidden === 0 ? found : [...found, moreToCome(file, hidden, locale)];
}

const isSeverity = (word: string | undefined): word is Severity =>
  word === 'error' || word === 'warning' || word === 'information' || word === 'hint';

/** Works out what is stale in a file until `proceed` says no. Returns whether nothing stale is left. */
export function lintStale(workspace: Workspace, file: SourceFile, proceed: () => boolean = () => true): boolean {
  for (const unit of file.stale) {
    if (!proceed()) return false;
    workspace.lint(file, unit);
  }
  return true;
}

/** Repairs for findings that touch a span of the file. */
export function repairs(workspace: Workspace, file: SourceFile, within: Span, locale: Locale): Repair[] {
  const repaired: Repair[] = [];
  for (const { unit, finding } of heard(file)) {
    if (!overlaps(shift(finding.span, file.startOf(unit)), within)) continue;
    const diagnostic = toDiagnostic(workspace, file, unit, finding, locale);
    for (const fix of finding.fixes?.() ?? []) repaired.push(toRepair(file, unit, fix, diagnostic, locale));
  }
  return repaired;
}

/** The edits of all safe repairs of a file, of one kind of finding if `code` is given. */
export function safeEdits(file: SourceFile, code?: string): Edit[] {
  const edits: Edit[] = [];
  const taken = new Taken();
  for (const { unit, finding } of heard(file)) {
    if (code !== undefined && finding.code !== code) continue;
    const fix = finding.fixes?.().find(({ safe }) => safe);
    const placed = fix ? placeEdits(file, unit, fix) : [];
    // A repair is made whole or not at all: one that touches what another changes waits for the next time.
    if (!placed.some((edit) => taken.meets(edit.span))) {
      taken.add(placed);
      edits.push(...placed);
    }
  }
  return edits;
}

/** Spans that are changed, by blocks, so that thousands of repairs stay cheap. */
class Taken {
  private readonly blocks = new Map<number, Span[]>();

  add(edits: readonly Edit[]): void {
    for (const { span } of edits) for (const block of blocksOf(span)) getOrAdd(this.blocks, block, () => []).push(span);
  }

  /** Whether a span shares a code unit with one of these, or lies within. Insertions at one place do not meet. */
  meets({ start, end }: Span): boolean {
    for (const block of blocksOf({ start, end }))
      if (this.blocks.get(block)?.some((other) => start < other.end && other.start < end)) return true;
    return false;
  }
}

function* blocksOf({ start, end }: Span): Generator<number> {
  for (let block = start >> 8; block <= end >> 8; block++) yield block;
}

/** Findings of a file with their units, those that a comment switches off left out. */
function* heard(file: SourceFile): Generator<{ unit: Unit; finding: Finding }> {
  const fileWide: Suppression[] = [];
  for (const { model } of file.units) {
    if (model.suppressions.length > 0) fileWide.push(...model.suppressions.filter(({ scope }) => scope === 'file'));
  }
  for (const unit of file.units) {
    if (!unit.findings || unit.findings.length === 0) continue;
    const before = previousText(file, unit);
    for (const finding of unit.findings) {
      if (fileWide.some(({ rules }) => rules.length === 0 || rules.includes(finding.code))) continue;
      if (!suppressedByComment(unit, before, finding)) yield { unit, finding };
    }
  }
}

/** The unit in front that says something; blank ones are passed over. */
function previousText(file: SourceFile, unit: Unit): Unit | undefined {
  let index = unit.index - 1;
  while (index >= 0 && file.units[index]?.text.trim() === '') index--;
  return file.units[index];
}

function suppressedByComment(unit: Unit, before: Unit | undefined, finding: Finding): boolean {
  const names = ({ rules }: { rules: readonly string[] }) => rules.length === 0 || rules.includes(finding.code);
  // A comment that ends its unit is about the whole next unit; one inside a unit is about the line below it.
  const above = before?.model.suppressions.some(
    (s) => s.scope === 'next' && names(s) && before.text.slice(s.span.end).trim() === '',
  );
  if (above) return true;
  return unit.model.suppressions.some((s) => {
    if (s.scope !== 'next' || !names(s)) return false;
    const line = s.span.end + (/^[^\n]*\n/.exec(unit.text.slice(s.span.end))?.[0].length ?? 0);
    const end = unit.text.indexOf('\n', line);
    return finding.span.start >= line && (end < 0 || finding.span.start <= end);
  });
}

function toDiagnostic(
  workspace: Workspace,
  file: SourceFile,
  unit: Unit,
  finding: Finding,
  locale: Locale,
): Diagnostic {
  return {
    code: finding.code,
    severity: finding.severity,
    span: shift(finding.span, file.startOf(unit)),
    message: say(finding.message, locale, finding.args),
    tags: finding.tags,
    related: finding.related.flatMap(({ found, message }) => {
      const home = found.uri === undefined ? file : workspace.file(found.uri);
      if (!home || found.unit.index < 0) return [];
      return [
        {
          uri: home.uri,
          span: shift(found.entry.span, home.startOf(found.unit)),
          message: say(message, locale, finding.args),
        },
      ];
    }),
  };
}

function toRepair(file: SourceFile, unit: Unit, fix: Fix, diagnostic: Diagnostic, locale: Locale): Repair {
  return { title: say(fix.title, locale), edits: placeEdits(file, unit, fix), safe: fix.safe, diagnostic };
}

const placeEdits = (file: SourceFile, unit: Unit, fix: Fix): Edit[] =>
  fix.edits.map(({ span, newText, unit: other }) => ({ span: shift(span, file.startOf(other ?? unit)), newText }));

const moreMessage: Text = {
  en: '{count} further findings are not shown.',
  ja: 'ほかに {count} 件の指摘がありますが、表示していません。',
};

function moreToCome(file: SourceFile, count: number, locale: Locale): Diagnostic {
  const span = { start: Math.max(0, file.length - 1), end: file.length };
  return {
    code: 'more-findings',
    severity: 'information',
    span,
    message: say(moreMessage, locale, { count }),
    related: [],
    tags: [],
  };
}
