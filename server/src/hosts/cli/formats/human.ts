import type { LineIndex } from '../../../base/line-index';
import type { Locale, Text } from '../../../base/text';
import { fill } from '../../../base/text';
import type { Severity } from '../../../core/workspace/unit';
import { countBySeverity, type FileReport, type Finding, type Report } from '../findings';
import { harmless, type Paint, type Style, widthOf } from '../terminal';

/** The word in front of a message: the same in every language, since other programs look for it. */
export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

/** Most columns of a line that are shown. */
const widest = 100;

/** The findings of one file, each with the line that it is about. */
export function toHuman({ file, findings }: FileReport, lines: LineIndex, paint: Paint): string {
  return findings
    .map((finding) => {
      const { place, severity, message, code, related } = finding;
      const where = paint('bold', `${harmless(file)}:${place.line}:${place.column}`);
      const head = `${where}: ${paint(severity, severityWords[severity])}: ${harmless(message)} ${paint('dim', `[${code}]`)}`;
      const notes = related.map(
        (other) =>
          `  ${paint('dim', `${harmless(other.file)}:${other.place.line}:${other.place.column}`)} ${harmless(other.message)}`,
      );
      return [head, ...excerpt(finding, lines.line(place.line - 1), paint), ...notes]
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('\n');
}

/** The line of a finding, and below it carets under what it is about. */
function excerpt({ place, severity }: Finding, line: string, paint: Paint): string[] {
  if (line.trim() === '') return [];
  const from = place.column - 1;
  const to = Math.max(from + 1, place.endLine > place.line ? line.length : place.endColumn - 1);
  const { before, marked, after } = cut(line, from, Math.min(to, Math.max(line.length, from + 1)));
  const number = String(place.line);
  const bar = paint('dim', '|');
  const carets = '^'.repeat(Math.max(1, Math.min(widest, widthOf(marked))));
  return [
    `  ${paint('dim', number)} ${bar} ${before}${marked}${after}`,
    `  ${' '.repeat(number.length)} ${bar} ${' '.repeat(widthOf(before))}${paint(style(severity), carets)}`,
  ];
}

const style = (severity: Severity): Style => severity;

/** The parts of a line in front of, in and behind a span, as they are shown: a long line only round the span. */
function cut(line: string, from: number, to: number): { before: string; marked: string; after: string } {
  const start = to <= widest ? 0 : Math.max(0, from - 40);
  const end = Math.min(line.length, Math.max(start + widest, from + 1));
  const shown = (text: string): string => harmless(text.replaceAll('\t', '    '));
  return {
    before: (start > 0 ? '…' : '') + shown(line.slice(start, from)),
    marked: shown(line.slice(from, Math.min(to, end))),
    after: to > end ? '…' : shown(line.slice(to, end)) + (end < line.length ? '…' : ''),
  };
}

const texts = {
  clean: { en: 'Nothing found in {files}.', ja: '{files}を検査しました。指摘はありません。' },
  found: { en: '{counts} in {files}.', ja: '{files}に{counts}の指摘があります。' },
  fixable: { en: ' {count} of them can be repaired with --fix.', ja: 'うち {count} 件は --fix で修正できます。' },
} satisfies Record<string, Text>;

const countWords: Readonly<Record<Severity, Text>> = {
  error: { en: 'error', ja: 'エラー' },
  warning: { en: 'warning', ja: '警告' },
  information: { en: 'information', ja: '情報' },
  hint: { en: 'hint', ja: 'ヒント' },
};

/** The last line: how much was found. */
export function summary(report: Report, locale: Locale): string {
  const counts = Object.entries(countBySeverity(report) as Record<Severity, number>) as [Severity, number][];
  const said = counts.filter(([, count]) => count > 0).map(([severity, count]) => counted(severity, count, locale));
  const findings = report.files.flatMap((file) => file.findings);
  const fixable = findings.filter((finding) => finding.fixable).length;
  const touched = said.length === 0 ? report.files : report.files.filter((file) => file.findings.length > 0);
  const files =
    locale === 'ja' ? ` ${touched.length} ファイル` : `${touched.length} file${touched.length === 1 ? '' : 's'}`;
  const line = fill(texts[said.length === 0 ? 'clean' : 'found'][locale], {
    files: files.trim(),
    counts: said.join(locale === 'ja' ? '、' : ', '),
  });
  return `${line}${fixable > 0 ? fill(texts.fixable[locale], { count: fixable }) : ''}\n`;
}

function counted(severity: Severity, count: number, locale: Locale): string {
  const word = countWords[severity][locale];
  if (locale === 'ja') return `${word} ${count} 件`;
  return `${count} ${word}${count === 1 || severity === 'information' ? '' : 's'}`;
}
