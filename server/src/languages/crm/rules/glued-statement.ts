import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { statementKind } from '../parser/parse';

export const gluedStatement = defineRule<CrmModel>()({
  id: 'crm/glued-statement',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A backslash at the end of a line joins it with the next. Where the next line begins a statement of its own, the backslash is a leftover: crm reads both as one statement, refuses it or makes parameters out of the second. Remove the backslash.',
    ja: '行末のバックスラッシュは次の行をつなげる。次の行が別の文の始まりなら、そのバックスラッシュは消し忘れで、crm は二つを一つの文として読み、拒否するか、後の文を属性として取り込む。バックスラッシュを削除すること。',
  },
  messages: {
    glued: {
      en: 'This backslash joins the statement “{keyword}” below to this one. Remove it.',
      ja: 'このバックスラッシュのため、次の行の「{keyword}」文がこの文につながっている。削除すること。',
    },
  },
  examples: {
    bad: [
      'primitive p ocf:heartbeat:Dummy \\\n  op monitor interval=10s \\\nclone c p\n',
      'group g a b \\\nlocation l g 100: n1\n',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy \\\n  op monitor interval=10s\nclone c p\n',
      'primitive p ocf:heartbeat:Dummy \\\n  op monitor interval=10s\n',
    ],
  },
  check({ text, model }, context) {
    if (!model.statement) return;
    for (const { backslash, next } of continuedLines(text)) {
      const [, keyword = '', second = '', third = ''] =
        /^\s*(\S+)[ \t]+(\S+)(?:[ \t]+(\S+))?/.exec(text.slice(next)) ?? [];
      const kind = statementKind(keyword);
      if (kind === undefined || keyword === 'monitor' || !beginsStatement(kind, second, third)) continue;
      const span = backslash;
      context.report('glued', span, {
        args: { keyword },
        // crm refuses some of these and quietly takes others as parameters.
        severity: model.parsed.problems.length > 0 ? 'error' : 'warning',
        fixes: () => [
          {
            title: { en: 'Remove the backslash', ja: 'バックスラッシュを削除' },
            safe: true,
            edits: [{ span: withBlank(text, span), newText: '' }],
          },
        ],
      });
    }
  },
});

/** Whether words look like the beginning of this statement, and not like members or attributes that bear its name. */
function beginsStatement(kind: string, second: string, third: string): boolean {
  if (['property', 'rsc_defaults', 'op_defaults'].includes(kind))
    return second.includes('=') || second.endsWith(':') || second === 'rule';
  if (kind === 'node' || kind === 'fencing_topology' || kind === 'xml')
    return !second.includes('=') || second.startsWith('$id=');
  return /^[A-Za-z_][\w.-]*$/.test(second) && third !== '' && third !== '\\';
}

/** The line ends inside a logical line: where the backslash stands, and where the next line begins. */
function* continuedLines(text: string): Generator<{ backslash: { start: number; end: number }; next: number }> {
  for (const match of text.matchAll(/(?<!\\)(\\+)[ \t\r]*\n/g)) {
    yield {
      backslash: { start: match.index, end: match.index + (match[1] ?? '').length },
      next: match.index + match[0].length,
    };
  }
}

/** With the blanks in front, so that no line ends in them. */
function withBlank(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  return { start: from, end };
}
