import type { Edit } from '../../base/edits';
import { getOrAdd } from '../../base/maps';
import { overlaps, type Span, shift } from '../../base/span';
import type { Locale, Text } from '../../base/text';
import type { LanguageModule } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Finding, Fix, Severity, Unit } from '../workspace/unit';
import type { Workspace } from '../workspace/workspace';
import { say } from './describe';
import { codesOf } from './rule-page';
import { type Heard, heard } from './suppression';

const codesByLanguage = new WeakMap<LanguageModule, ReadonlySet<string>>();

const codesIn = ({ language }: SourceFile): ReadonlySet<string> =>
  getOrAdd(codesByLanguage, language, () => new Set(codesOf(language)));

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

/** Most findings a file shows in an editor; of more the lightest are left out, and counted in a last one. */
const mostShown = 500;

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** How rules report where the user wants it otherwise, by rule id; `off` silences one. */
export type Severities = Readonly<Record<string, string>>;

/**
 * The findings of a file that are worked out by now (`lint` the file's stale units first), without those that the
 * user switched off. Of more than `most` the lightest are left out.
 */
export function diagnostics(
  workspace: Workspace,
  file: SourceFile,
  locale: Locale,
  severities: Severities = {},
  most = mostShown,
): Diagnostic[] {
  const all: (Heard & { readonly severity: Severity })[] = [];
  for (const { unit, finding } of heard(file, codesIn(file))) {
    const wanted = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined;
    if (wanted !== 'off') all.push({ unit, finding, severity: isSeverity(wanted) ? wanted : finding.severity });
  }
  const shown = heaviest(all, most).map(({ unit, finding, severity }) => ({
    ...toDiagnostic(workspace, file, unit, finding, locale),
    severity,
  }));
  return shown.length === all.length ? shown : [...shown, moreToCome(file, all.length - shown.length, locale)];
}

/** So many of them, in their order: an error does not make way for a hint. */
function heaviest<T extends { readonly severity: Severity }>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const kept = new Set([...all].sort((a, b) => weights[a.severity] - weights[b.severity]).slice(0, most));
  return all.filter((one) => kept.has(one));
}

const isOff = ({ code }: Finding, severities: Severities): boolean =>
  Object.hasOwn(severities, code) && severities[code] === 'off';

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
export function repairs(
  workspace: Workspace,
  file: SourceFile,
  within: Span,
  locale: Locale,
  severities: Severities = {},
): Repair[] {
  const repaired: Repair[] = [];
  for (const { unit, finding } of heard(file, codesIn(file))) {
    if (!overlaps(shift(finding.span, file.startOf(unit)), within) || isOff(finding, severities)) continue;
    const diagnostic = toDiagnostic(workspace, file, unit, finding, locale);
    for (const fix of finding.fixes?.() ?? []) repaired.push(toRepair(file, unit, fix, diagnostic, locale));
  }
  return repaired;
}

/** The edits of all safe repairs of a file, of one kind of finding if `code` is given; none of what is switched off. */
export function safeEdits(file: SourceFile, code?: string, severities: Severities = {}): Edit[] {
  const edits: Edit[] = [];
  const taken = new Taken();
  for (const { unit, finding } of heard(file, codesIn(file))) {
    if ((code !== undefined && finding.code !== code) || isOff(finding, severities)) continue;
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
    message: sentence(finding, locale),
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

const sentences = new WeakMap<Finding, Partial<Record<Locale, string>>>();

/** A key in a large file changes the places of thousands of findings, not their words. */
function sentence(finding: Finding, locale: Locale): string {
  const said = getOrAdd(sentences, finding, (): Partial<Record<Locale, string>> => ({}));
  said[locale] ??= say(finding.message, locale, finding.args);
  return said[locale];
}

function toRepair(file: SourceFile, unit: Unit, fix: Fix, diagnostic: Diagnostic, locale: Locale): Repair {
  return { title: say(fix.title, locale), edits: placeEdits(file, unit, fix), safe: fix.safe, diagnostic };
}

/** None where it changes a unit that is gone by now: nobody knows where that would be. */
const placeEdits = (file: SourceFile, unit: Unit, fix: Fix): Edit[] =>
  fix.edits.some(({ unit: other }) => (other ?? unit).index < 0) ? [] : placed(file, unit, fix);

const placed = (file: SourceFile, unit: Unit, fix: Fix): Edit[] =>
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
