import type { Span } from '../../../base/span';
import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { lowerStatement } from '../cib/lower/lower';
import { newestSchema, schemaTraits } from '../cib/schema';
import { type SchemaProblem, schemaProblems } from '../cib/schema-rules';
import { syntaxMessages } from '../messages';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { CrmParsed, Operations, Statement } from '../statement';

export const refusedAtCommit = defineRule<CrmModel>()({
  id: 'crm/refused-at-commit',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'crm reads this, but the CIB that comes of it fits no schema of Pacemaker: the commit is refused as a whole, with a message that speaks of XML. Attributes and values are those of the schema, in its case; ids given by hand are XML names; the operations of a primitive stand together.',
    ja: 'crm はこの文を読み込むが、できあがる CIB は Pacemaker のどのスキーマにも合わず、commit 全体が XML についてのメッセージとともに拒否される。属性と値はスキーマのもの（大文字小文字も区別）、手で付ける id は XML の名前とし、primitive の操作（op）は続けて書くこと。',
  },
  messages: {
    attribute: {
      en: 'Pacemaker knows no “{name}” here: the commit is refused.',
      ja: 'Pacemaker はここで「{name}」を扱えない。commit が拒否される。',
    },
    value: {
      en: '“{value}” is no value of {name}: the commit is refused.',
      ja: '「{value}」は {name} の値にならない。commit が拒否される。',
    },
    missing: {
      en: '{element} needs {name}: the commit is refused.',
      ja: '{element} には {name} が必要。このままでは commit が拒否される。',
    },
    twice: {
      en: 'There may be one run of {name}: the commit is refused. Write the “op” parts one behind the other.',
      ja: '{name} のまとまりは一つだけ。このままでは commit が拒否される。op を続けて書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive p ocf:heartbeat:Dummy op monitor interval=10s params state=/x op start interval=0 timeout=20s',
      'rsc_ticket k ticketA: p loss-policy=FENCE',
      'location l p resource-discovery=sometimes 100: n1',
      'bundle b docker image=x storage storage-mapping source-dir=/a',
      'primitive p nosuch:thing',
      'primitive p ocf:heartbeat:Dummy params $id=9 state=/x',
      'fencing_topology n1: st1,',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy params state=/x op monitor interval=10s op start interval=0 timeout=20s',
      'rsc_ticket k ticketA: p loss-policy=fence',
      'bundle b docker image=x storage storage-mapping source-dir=/a target-dir=/b',
    ],
  },
  source: 'pacemaker 2.1.5, xml/*.rng',
  check({ text, model: { statement, parsed, facts } }, context) {
    if (!statement || statement.kind === 'xml') return;
    const refused = parsed.problems.some(({ code }) => syntaxMessages[code]?.severity === 'error');
    if (refused || statement.shell || isTemplated(text)) return;
    const lowered = lowerStatement(statement, { schema: schemaTraits(newestSchema), facts });
    for (const problem of lowered ? schemaProblems(lowered) : []) {
      if (problem.kind === 'missing' && problem.name === 'image' && statement.kind !== 'bundle') continue;
      const args = { value: '', ...problem };
      const fixes = problem.kind === 'twice' ? { fixes: () => joinRuns(text, parsed, statement) } : {};
      context.report(problem.kind, place(problem, parsed, statement), { args, ...fixes });
    }
  },
});

const operationRuns = ({ sections }: Statement): Operations[] =>
  sections.filter((section): section is Operations => 'operations' in section);

/** Moves the second run of operations, with the blanks in front of it, behind the first. */
function joinRuns(text: string, { words }: CrmParsed, statement: Statement): Fix[] {
  const starts = statement.sections.map((section) =>
    'operations' in section ? section.operations[0]?.head.start : section.head?.start,
  );
  const [first, second] = operationRuns(statement).map((run) => statement.sections.indexOf(run));
  if (first === undefined || second === undefined || starts.includes(undefined)) return [];
  const run = statement.sections[second];
  if (run && 'operations' in run && run.id) return [];
  /** Where the last word in front of a section ends. */
  const before = (section: number): number =>
    words.findLast(({ start }) => start < (starts[section] ?? text.length))?.end ?? text.length;
  const moved = { start: before(second), end: before(second + 1) };
  const target = before(first + 1);
  return [
    {
      title: { en: 'Write the operations together', ja: 'op を続けて書く' },
      safe: true,
      edits: [
        { span: { start: target, end: target }, newText: text.slice(moved.start, moved.end) },
        { span: moved, newText: '' },
      ],
    },
  ];
}

/** Where the problem stands: at the word that says the attribute, else at the keyword of the section or statement. */
function place(problem: SchemaProblem, { words }: CrmParsed, statement: Statement): Span {
  if (problem.kind === 'twice') {
    return operationRuns(statement)[problem.nth]?.operations[0]?.head ?? statement.keyword;
  }
  if (problem.kind === 'missing')
    return words.findLast(({ value }) => value.toLowerCase() === problem.element) ?? statement.keyword;
  const { name, value } = problem;
  const said = words.find((word) => word.value === `${name}=${value}` || word.value === `$${name}=${value}`);
  return said ?? words.slice(1).find((word) => word.value !== '' && word.value.includes(value)) ?? statement.keyword;
}
