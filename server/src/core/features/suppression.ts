import type { Edit } from '../../base/edits';
import { type Span, span as spanOf } from '../../base/span';
import type { Text } from '../../base/text';
import type { Suppression } from '../model/entries';
import type { SourceFile } from '../workspace/source-file';
import type { Finding, Fix, Unit } from '../workspace/unit';

/** A finding and the unit that it stands in. */
export interface Heard {
  readonly unit: Unit;
  readonly finding: Finding;
}

/** What the engine itself finds, in files of every language: code (behind the language's id), severity, texts. */
export const unusedIgnore = {
  code: 'unused-ignore',
  severity: 'information',
  docs: {
    en: 'A comment switches a finding off that is not there (any more), or names a rule that does not exist. Delete it: it would hide the next mistake of that kind.',
    ja: 'コメントで無効化している指摘が存在しない、または指定されたルールがない。残しておくと次に同じ誤りがあっても表示されないため、削除すること。',
  },
  messages: {
    unused: { en: 'There is no finding of {rules} to ignore here.', ja: 'ここには {rules} の指摘がない。' },
    any: { en: 'There is no finding to ignore here.', ja: 'ここには無効化すべき指摘がない。' },
    unknown: { en: 'There is no rule {rules}.', ja: '{rules} というルールはない。' },
  },
} as const satisfies {
  readonly code: string;
  readonly severity: Finding['severity'];
  readonly docs: Text;
  readonly messages: Readonly<Record<string, Text>>;
};

/**
 * The findings of a file in its order: those that the rules have so far, without what comments switch off; once all are
 * there, also the comments that switch nothing off.
 */
export function heard(file: SourceFile, codes: ReadonlySet<string>): Heard[] {
  const comments = new Comments(file);
  const found: Heard[] = [];
  for (const unit of file.speaking)
    for (const finding of unit.findings ?? []) if (!comments.silence(unit, finding)) found.push({ unit, finding });
  if (file.stale.size === 0) found.push(...comments.unused(codes));
  return found.sort((a, b) => a.unit.index - b.unit.index || a.finding.span.start - b.finding.span.start);
}

/** The comments of a file that switch findings off, and which of their words did. */
class Comments {
  private readonly fileWide: Suppression[] = [];
  private readonly used = new Map<Suppression, Set<string>>();

  constructor(private readonly file: SourceFile) {
    for (const { suppressions } of file.suppressing)
      this.fileWide.push(...suppressions.filter(({ scope }) => scope === 'file'));
  }

  /** Whether a comment switches a finding off; each that does is noted. */
  silence(unit: Unit, finding: Finding): boolean {
    if (this.file.suppressing.size === 0) return false;
    let silenced = false;
    for (const suppression of this.over(unit, finding)) {
      const { rules } = suppression;
      if (rules.length > 0 && !rules.includes(finding.code)) continue;
      silenced = true;
      const words = this.used.get(suppression) ?? new Set();
      this.used.set(suppression, words.add(rules.length > 0 ? finding.code : '*'));
    }
    return silenced;
  }

  private *over(unit: Unit, finding: Finding): Generator<Suppression> {
    yield* this.fileWide;
    const before = previousText(this.file, unit);
    // A comment that ends its unit is about the whole next unit; one inside a unit is about the line below it.
    for (const suppression of before?.suppressions ?? [])
      if (suppression.scope === 'next' && before?.text.slice(suppression.span.end).trim() === '') yield suppression;
    for (const suppression of unit.suppressions)
      if (suppression.scope === 'next' && isOnLineBelow(unit, suppression, finding)) yield suppression;
  }

  *unused(codes: ReadonlySet<string>): Generator<Heard> {
    for (const unit of this.file.suppressing)
      for (const suppression of unit.suppressions) {
        const words = this.used.get(suppression);
        const rules = suppression.rules.filter((rule) => !words?.has(rule));
        if (rules.length === 0 && (suppression.rules.length > 0 || words)) continue;
        const unknown = rules.filter((rule) => !codes.has(rule));
        const message = unknown.length > 0 ? 'unknown' : rules.length > 0 ? 'unused' : 'any';
        const args = { rules: (unknown.length > 0 ? unknown : rules).join(', ') };
        yield { unit, finding: this.finding(unit, suppression, rules, message, args) };
      }
  }

  private finding(
    unit: Unit,
    suppression: Suppression,
    unused: readonly string[],
    message: keyof typeof unusedIgnore.messages,
    args: Readonly<Record<string, string>>,
  ): Finding {
    return {
      code: `${this.file.language.id}/${unusedIgnore.code}`,
      severity: unusedIgnore.severity,
      span: suppression.span,
      message: unusedIgnore.messages[message],
      args,
      fixes: () => [remove(unit, suppression, unused)],
      related: [],
      tags: ['unnecessary'],
    };
  }
}

/** Takes the words out of a comment that do nothing, or the whole comment if none is left. */
function remove(unit: Unit, { span, rules }: Suppression, unused: readonly string[]): Fix {
  const left = rules.filter((rule) => !unused.includes(rule));
  const edits: Edit[] =
    left.length === 0
      ? [{ span: withItsLine(unit.text, span), newText: '' }]
      : unused.map((rule) => ({ span: wordIn(unit.text, span, rule), newText: '' }));
  return { title: { en: 'Remove what ignores nothing', ja: '不要な無効化を削除' }, safe: false, edits };
}

/** A word of a comment with what parts it from the others. */
function wordIn(text: string, within: Span, word: string): Span {
  const comment = text.slice(within.start, within.end);
  const at = [...comment.matchAll(/[^\s,\\]+/g)].find((found) => found[0] === word)?.index ?? 0;
  const comma = /^\s*,/.exec(comment.slice(at + word.length))?.[0].length ?? 0;
  const before = comment.slice(0, at).replace(comma > 0 ? /\s+$/ : /[\s,]+$/, '').length;
  return spanOf(within.start + before, within.start + at + word.length + comma);
}

/** A comment with the blanks in front; with its whole line if it stands alone there. */
function withItsLine(text: string, span: Span): Span {
  const blanks = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const start = span.start - blanks;
  const end = span.end + (/^[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(span.end))?.[0].length ?? 0);
  const alone = start === 0 || /[\r\n]$/.test(text.slice(0, start));
  return alone ? spanOf(start, end) : spanOf(start, span.end);
}

/** The unit in front that says something; blank ones are passed over. */
function previousText(file: SourceFile, unit: Unit): Unit | undefined {
  let index = unit.index - 1;
  while (index >= 0 && file.units[index]?.text.trim() === '') index--;
  return file.units[index];
}

function isOnLineBelow(unit: Unit, { span }: Suppression, finding: Finding): boolean {
  const line = span.end + (/^[^\n]*\n/.exec(unit.text.slice(span.end))?.[0].length ?? 0);
  const end = unit.text.indexOf('\n', line);
  return finding.span.start >= line && (end < 0 || finding.span.start <= end);
}
