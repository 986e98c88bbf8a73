import type { ActionPlace, LanguageAction } from '../../../core/language';
import type { Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import { eolIn } from './rewriting';

/** The sections of Linux-HA Japan's configurations in their order, with the kinds of statements in each. */
const sections: readonly (readonly [heading: string, ...kinds: string[]])[] = [
  ['Cluster Option', 'property'],
  ['Resource Defaults', 'rsc_defaults', 'op_defaults'],
  ['Node Attributes', 'node'],
  ['Group Configuration', 'group'],
  ['Clone Configuration', 'clone', 'bundle'],
  ['Master/Slave Configuration', 'ms'],
  ['Fencing Topology', 'fencing_topology'],
  ['Resource Template', 'rsc_template'],
  ['Primitive Configuration', 'primitive', 'monitor'],
  ['Resource Location', 'location'],
  ['Resource Colocation', 'colocation'],
  ['Resource Order', 'order'],
  ['Resource Ticket', 'rsc_ticket'],
  ['Tag', 'tag'],
  ['Alert', 'alert'],
  ['Access Control', 'role', 'acl_target', 'acl_group', 'user'],
];

const rankOf = (kind: string): number => {
  const rank = sections.findIndex(([, ...kinds]) => kinds.includes(kind));
  return rank < 0 ? sections.length : rank;
};

const known = new Set(sections.map(([heading]) => heading.toLowerCase()));

/** A statement with the comments right above it. */
interface Block {
  readonly rank: number;
  readonly text: string;
  /** An empty line stands above it. */
  readonly isApart: boolean;
}

/**
 * Sorts all statements of a file into these sections, a heading each. Statements of one kind keep their order and what
 * stands right above them; comments at the top of the file, set off by an empty line, stay there.
 */
export function sortStatements({ units, selected }: ActionPlace<CrmModel>): LanguageAction | undefined {
  const first = units[0];
  const written = units.filter(({ text }) => text.trim() !== '');
  // For the whole file only, and never where the order of lines has a meaning.
  if (!first || selected.length < written.length || units.some(isOrdered)) return undefined;
  const eol = eolIn(first, units);
  const { top, blocks, rest } = blocksOf(units, eol);
  if (blocks.length < 2) return undefined;
  const parts = [
    ...(top === '' ? [] : [top]),
    ...sections.flatMap(([heading], rank) => partOf(blocks, rank, heading, eol)),
    ...blocks.filter(({ rank }) => rank === sections.length).map(({ text }) => text),
    ...(rest === '' ? [] : [rest]),
  ];
  const text = parts.map((part) => `${part.replace(/\s+$/, '')}${eol}`).join(eol);
  const old = units.map((unit) => unit.text).join('');
  if (text === old) return undefined;
  return {
    title: { en: 'Sort statements into Linux-HA Japan’s sections', ja: 'Linux-HA Japan のセクション順に並べ替える' },
    kind: 'refactor.rewrite',
    edits: [{ unit: first, span: { start: 0, end: old.length }, newText: text }],
  };
}

/** Commands, scripts and what cannot be read stay where they are. */
const isOrdered = ({ model: { parsed, statement }, before }: Unit<CrmModel>): boolean =>
  before !== '' ||
  parsed.problems.length > 0 ||
  parsed.shape === 'command' ||
  parsed.shape === 'raw' ||
  (parsed.shape === 'statement' && (!statement || statement.shell || statement.kind === ''));

function partOf(blocks: readonly Block[], rank: number, heading: string, eol: string): string[] {
  const own = blocks.filter((block) => block.rank === rank);
  if (own.length === 0) return [];
  const texts = own.map(({ text, isApart }, i) => (isApart && i > 0 ? eol + text : text));
  return [[`### ${heading} ###`, ...texts].join(eol)];
}

function blocksOf(units: readonly Unit<CrmModel>[], eol: string): { top: string; blocks: Block[]; rest: string } {
  const blocks: Block[] = [];
  let top = '';
  let above: string[] = [];
  for (const { text, model } of units) {
    const line = text.replace(/\s+$/, '');
    if (model.statement) {
      const own = above.findIndex((one) => one !== '');
      const comments = own < 0 ? [] : above.slice(own);
      blocks.push({
        rank: rankOf(model.statement.kind),
        text: [...comments, line].join(eol),
        isApart: above[0] === '',
      });
      above = [];
    } else if (line === '' && blocks.length === 0 && top === '' && above.some((one) => one !== '')) {
      top = above.join(eol).trim();
      above = [];
    } else if (!isHeading(line) && (line !== '' || above.at(-1) !== '')) above.push(line);
  }
  return { top, blocks, rest: above.join(eol).trim() };
}

/** One of our headings; others are comments like any. */
const isHeading = (line: string): boolean =>
  known.has(/^\s*#{2,}\s*(\S.*?)\s*#{2,}$/.exec(line)?.[1]?.toLowerCase() ?? '');
