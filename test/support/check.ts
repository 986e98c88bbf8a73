import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edits';
import type { OutlineItem } from '../../server/src/core/language';
import type { RuleSettings } from '../../server/src/core/lint/rule';
import { readCursor, readLabels } from './markers';
import { serviceWith } from './service';

interface DiagnosticOptions {
  readonly settings?: RuleSettings;
  /** Only findings whose code starts so are compared; all if absent. */
  readonly only?: string;
}

/** The findings of a text match its caret lines one to one: place, severity, code, and whether there is a repair. */
export function checkDiagnostics(languageId: string, marked: string, options: DiagnosticOptions = {}): void {
  const { text, labels } = readLabels(marked);
  const { service, uri } = serviceWith(languageId, text);
  if (options.settings) service.workspace.configure(options.settings);
  service.lint(uri);
  const found = service
    .diagnostics(uri, 'en')
    .filter(({ code }) => code.startsWith(options.only ?? ''))
    .map(({ span, severity, code, message }) => {
      const fixable = service
        .repairs(uri, span, 'en')
        .some((r) => r.diagnostic.code === code && r.diagnostic.span.start === span.start);
      const lineEnd = text.indexOf('\n', span.start);
      const end = Math.max(span.start + 1, lineEnd < 0 ? span.end : Math.min(span.end, lineEnd));
      return { start: span.start, end, text: `${severity} ${code}${fixable ? ' fixable' : ''}`, message };
    });
  const shown = (list: readonly { start: number; end: number; text: string }[]) =>
    list.map((l) => `${l.start}-${l.end} ${JSON.stringify(text.slice(l.start, l.end))} ${l.text}`).sort();
  assert.deepEqual(shown(found), shown(labels), `in:\n${text}\nfound: ${found.map((f) => f.message).join(' / ')}`);
}

interface CompletionExpectation {
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  /** All labels, in the order of the list. */
  readonly exactly?: readonly string[];
  /** Accepting this label gives this text, `<|>` being the cursor afterwards (tab stops are taken out). */
  readonly accept?: readonly [label: string, result: string];
}

/** What is offered at the cursor. */
export function checkCompletion(languageId: string, marked: string, expected: CompletionExpectation): void {
  const { text, offset } = readCursor(marked);
  const { service, uri } = serviceWith(languageId, text);
  const list = service.completion(uri, offset, 'en');
  const items = [...(list?.items ?? [])].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
  const labels = items.map(({ label }) => label);
  for (const label of expected.has ?? [])
    assert.ok(labels.includes(label), `${label} is not offered, but: ${labels.join(' ')}`);
  for (const label of expected.hasNot ?? []) assert.ok(!labels.includes(label), `${label} is offered`);
  if (expected.exactly) assert.deepEqual(labels, expected.exactly);
  if (!expected.accept) return;
  const [label, result] = expected.accept;
  const item = items.find((candidate) => candidate.label === label);
  assert.ok(item && list, `${label} is not offered, but: ${labels.join(' ')}`);
  const inserted = item.isSnippet ? plainSnippet(item.insertText) : `${item.insertText}<|>`;
  assert.equal(applyEdits(text, [{ span: list.span, newText: inserted }]), result.replace(/^\n/, ''));
}

/** A snippet as it stands right after inserting: placeholders filled, the cursor at the first tab stop. */
const plainSnippet = (body: string): string =>
  body
    .replace(/\$\{1:([^}]*)\}/, '<|>$1')
    .replace(/\$\{1\}|\$1/, '<|>')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '');

/** The hover at the cursor holds all of these texts; none at all if `has` is empty. */
export function checkHover(
  languageId: string,
  marked: string,
  has: readonly string[],
  locale: 'en' | 'ja' = 'en',
): void {
  const { text, offset } = readCursor(marked);
  const { service, uri } = serviceWith(languageId, text);
  const markdown = service.hover(uri, offset, locale)?.markdown;
  if (has.length === 0) assert.equal(markdown, undefined);
  for (const part of has) assert.ok(markdown?.includes(part), `no ${JSON.stringify(part)} in hover: ${markdown}`);
}

/** The outline as indented lines: `primitive vip  ocf:heartbeat:IPaddr2` (kind, name, two blanks, detail). */
export function checkOutline(languageId: string, text: string, expected: string): void {
  const { service, uri } = serviceWith(languageId, text.replace(/^\n/, ''));
  const print = (items: readonly OutlineItem[], depth: number): string =>
    items
      .map(
        ({ kind, name, detail, children }) =>
          `${'  '.repeat(depth)}${kind} ${name}${detail ? `  ${detail}` : ''}\n${print(children ?? [], depth + 1)}`,
      )
      .join('');
  assert.equal(print(service.outline(uri), 0).trimEnd(), expected.replace(/^\n/, '').trimEnd());
}

/** The repair of the finding `code` (the first, or the one with this title) turns one text into the other, and the finding is gone. */
export function checkFix(languageId: string, before: string, code: string, after: string, title?: string): void {
  const text = before.replace(/^\n/, '');
  const { service, uri } = serviceWith(languageId, text);
  const repair = service
    .repairs(uri, { start: 0, end: text.length }, 'en')
    .find((r) => r.diagnostic.code === code && (title === undefined || r.title === title));
  assert.ok(repair, `no repair for ${code}`);
  const fixed = applyEdits(text, repair.edits);
  assert.equal(fixed, after.replace(/^\n/, ''));
  const again = serviceWith(languageId, fixed);
  again.service.lint(again.uri);
  const count = (s: typeof service, u: string) => s.diagnostics(u, 'en').filter((d) => d.code === code).length;
  assert.ok(count(again.service, again.uri) < count(service, uri), `${code} is still there`);
}
