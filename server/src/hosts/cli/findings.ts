import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineIndex } from '../../base/line-index';
import { getOrAdd } from '../../base/maps';
import type { Span } from '../../base/span';
import type { Locale } from '../../base/text';
import type { Repair as FoundRepair } from '../../core/features/findings';
import type { LanguageService } from '../../core/service';
import type { Severity } from '../../core/workspace/unit';
import type { Encoding } from './encoding';

/** A place in a file; lines and columns from 1, columns in UTF-16 units as editors count them, `end` behind the last. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as it is written out. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  readonly related: readonly { readonly file: string; readonly place: Place; readonly message: string }[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  /** `--fix` repairs it. */
  readonly fixable: boolean;
  /** Ways to repair it in its own file. */
  readonly repairs: readonly Repair[];
}

/** A repair as it is written out. */
export interface Repair {
  readonly title: string;
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
}

/** What was found in a file. */
export interface FileReport {
  readonly file: string;
  /** Undefined: standard input. */
  readonly path: string | undefined;
  readonly language: string;
  readonly encoding: Encoding;
  readonly findings: readonly Finding[];
}

/** What was found in all files. */
export interface Report {
  readonly files: readonly FileReport[];
  /** What could not be looked at, and why. */
  readonly problems: readonly string[];
  /** What there is to know of a code of findings, as Markdown. */
  readonly page: (code: string) => string | undefined;
}

export interface FindingsOptions {
  readonly locale: Locale;
  readonly rules: Readonly<Record<string, string>>;
  readonly atLeast: Severity;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** The findings of a file that are at least as severe as wanted. */
export function findingsOf(service: LanguageService, uri: string, shown: string, options: FindingsOptions): Finding[] {
  const { locale, rules, atLeast } = options;
  service.lint(uri);
  const found = service
    .diagnostics(uri, locale, rules, Number.POSITIVE_INFINITY)
    .filter(({ severity }) => ranks[severity] <= ranks[atLeast]);
  if (found.length === 0) return [];
  const places = new Places(service, uri, shown);
  const whole = { start: 0, end: service.workspace.file(uri)?.length ?? 0 };
  const key = (code: string, { start, end }: Span): string => `${start} ${end} ${code}`;
  const repairs = new Map<string, FoundRepair[]>();
  for (const repair of service.repairs(uri, whole, locale))
    getOrAdd(repairs, key(repair.diagnostic.code, repair.diagnostic.span), () => []).push(repair);
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ code, severity, message, span, tags, related }) => ({
      code,
      severity,
      message,
      place: places.of(uri, span),
      related: related.map((other) => ({
        file: places.nameOf(other.uri),
        place: places.of(other.uri, other.span),
        message: other.message,
      })),
      tags,
      ...repairsOf(repairs.get(key(code, span)) ?? [], (edited) => places.of(uri, edited)),
    }));
}

const repairsOf = (
  repairs: readonly FoundRepair[],
  placeOf: (span: Span) => Place,
): Pick<Finding, 'fixable' | 'repairs'> => ({
  fixable: repairs.some(({ safe }) => safe),
  repairs: repairs.map(({ title, edits }) => ({
    title,
    edits: edits.map(({ span, newText }) => ({ place: placeOf(span), newText })),
  })),
});

/** Counts lines and columns in a file and in those that its findings point to. */
class Places {
  private readonly indexes = new Map<string, LineIndex>();

  constructor(
    private readonly service: LanguageService,
    private readonly own: string,
    private readonly shown: string,
  ) {}

  of(uri: string, { start, end }: Span): Place {
    let index = this.indexes.get(uri);
    if (!index) {
      index = new LineIndex(this.service.workspace.file(uri)?.text() ?? '');
      this.indexes.set(uri, index);
    }
    const from = index.position(start);
    const to = index.position(Math.max(start, end));
    return { line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 };
  }

  nameOf(uri: string): string {
    if (uri === this.own) return this.shown;
    try {
      const path = fileURLToPath(uri);
      const near = relative(process.cwd(), path);
      return near.startsWith('..') ? path : near;
    } catch {
      return uri;
    }
  }
}

/** How many findings there are of each severity. */
export function countBySeverity({ files }: Report): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}
