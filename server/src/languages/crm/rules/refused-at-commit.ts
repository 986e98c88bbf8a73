import type { Span } from '../../../base/span';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import { lowerStatement } from '../cib/lower/lower';
import { newestSchema, schemaTraits } from '../cib/schema';
import { type SchemaProblem, schemaProblems } from '../cib/schema-rules';
import { resourcesNamed } from '../load';
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
      en: 'There may be one {name} in {element}: the commit is refused.',
      ja: '{element} に {name} は一つだけ。このままでは commit が拒否される。',
    },
    operations: {
      en: 'The operations stand apart, with another section between them: the commit is refused. Write them together.',
      ja: 'op の間に別のセクションがある。このままでは commit が拒否される。op を続けて書くこと。',
    },
    taken: {
      en: 'The id {name} is taken: the commit is refused.',
      ja: 'id {name} は既に使われている。commit が拒否される。',
    },
    either: {
      en: '{name} and {value} exclude each other: the commit is refused.',
      ja: '{name} と {value} は同時に指定できない。commit が拒否される。',
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
      'primitive p ocf:heartbeat:Dummy params $id=p state=/x',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy params state=/x op monitor interval=10s op start interval=0 timeout=20s',
      'rsc_ticket k ticketA: p loss-policy=fence',
      'bundle b docker image=x storage storage-mapping source-dir=/a target-dir=/b',
    ],
  },
  source: 'pacemaker 2.1.5, xml/*.rng',
  check(unit, context) {
    const { text, model } = unit;
    const { statement, parsed, facts } = model;
    if (!statement || statement.kind === 'xml') return;
    const refused = parsed.problems.some(({ code }) => syntaxMessages[code]?.severity === 'error');
    if (refused || statement.shell || isTemplated(text)) return;
    checkSetIds(unit, context);
    const lowered = lowerStatement(statement, { schema: schemaTraits(newestSchema), facts });
    for (const problem of lowered ? schemaProblems(lowered) : []) {
      if (problem.kind === 'missing' && problem.name === 'image' && statement.kind !== 'bundle') continue;
      const args = { value: '', ...problem };
      if (problem.kind === 'twice' && problem.name === 'primitive' && !holdsTwo(statement, context)) continue;
      const apart = problem.kind === 'twice' && problem.name === 'operations';
      const fixes = apart ? { fixes: () => joinRuns(text, parsed, statement) } : {};
      context.report(apart ? 'operations' : problem.kind, place(problem, parsed, statement), { args, ...fixes });
    }
  },
});

/** Whether two of a bundle's resources come into it: crmsh leaves out what is not there, or made later. */
const holdsTwo = ({ members }: Statement, context: RuleContext): boolean =>
  members.filter(({ name }) => resourcesNamed(name, context)[0]?.entry.value === 'primitive').length > 1;

/** Ids given to sets share one space with those of resources and constraints. */
function checkSetIds(unit: Unit<CrmModel>, { lookup, declarations, report }: RuleContext): void {
  if (/^(?:property|.*_defaults)$/.test(unit.model.statement?.kind ?? '')) return;
  for (const { namespace, role, name, span } of unit.model.entries) {
    if (namespace !== 'crm.set-id' || role !== 'declaration') continue;
    const other = [...lookup('crm.id', name), ...declarations('crm.set-id', name)][0];
    if (other && other.entry.span !== span) report('taken', span, { args: { name } });
  }
}

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

/** The last word that opens a part: `select`, or a name of it (`select_nodes`: `nodes`). */
const lastNamed = (words: CrmParsed['words'], name: string): Span | undefined =>
  words.findLast(({ value }) => value === name || name.endsWith(`_${value}`));

/** Where the problem stands: at the word that says the attribute, else at the keyword of the section or statement. */
function place(problem: SchemaProblem, { words }: CrmParsed, statement: Statement): Span {
  if (problem.kind === 'twice')
    return operationRuns(statement)[1]?.operations[0]?.head ?? lastNamed(words, problem.name) ?? statement.keyword;
  if (problem.kind === 'missing')
    return words.findLast(({ value }) => value.toLowerCase() === problem.element) ?? statement.keyword;
  const { name, value } = problem;
  const said = words.find((word) => word.value === `${name}=${value}` || word.value === `$${name}=${value}`);
  return said ?? words.slice(1).find((word) => word.value !== '' && word.value.includes(value)) ?? statement.keyword;
}
