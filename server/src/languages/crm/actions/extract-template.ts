import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import { partStarts } from '../format/parts';
import type { Word } from '../lexer';
import type { CrmModel } from '../model';
import type { SetKind } from '../slot-kinds';
import type { AttributeSet, Operation, Statement } from '../statement';
import { freeName } from './group-selected';
import { eolIn, indentIn, onLines, type Whole, wholeOnes } from './rewriting';

/**
 * Makes a template of the selected primitives of one agent: what all of them have, word for word. Of one primitive it is
 * the operations, meta attributes and utilization; parameters are its own.
 */
export function extractTemplate(
  { selected, units }: ActionPlace<CrmModel>,
  around: Surroundings,
): LanguageAction | undefined {
  const primitives = wholeOnes(selected).filter(({ statement }) => statement.kind === 'primitive');
  const [first] = primitives;
  const agent = first?.statement.agent?.value;
  if (!first || agent === undefined || primitives.some(({ statement }) => statement.agent?.value !== agent))
    return undefined;
  const shared = inAll(primitives.map(piecesOf)).filter(({ kind }) => primitives.length > 1 || kind !== 'params');
  if (shared.length === 0) return undefined;
  const id = freeName(around, `t_${agent.replace(/^.*:/, '')}`);
  const [indent, eol] = [indentIn([first.unit], units), eolIn(first.unit, units)];
  const template = onLines(
    [`rsc_template ${id} ${written(first, first.statement.agent)}`, ...parts(shared)],
    indent,
    eol,
  );
  const kept = new Set(shared.map(keyOf));
  const count = primitives.length;
  return {
    title:
      count > 1
        ? {
            en: `Extract template ${id} from ${count} primitives`,
            ja: `${count} 個の primitive からテンプレート ${id} を抽出`,
          }
        : { en: `Extract template ${id}`, ja: `テンプレート ${id} を抽出` },
    kind: 'refactor.extract',
    edits: primitives.map((one) => ({
      unit: one.unit,
      span: { start: one.statement.keyword.start, end: one.unit.text.trimEnd().length },
      newText: (one === first ? template + eol : '') + withoutPieces(one, `@${id}`, kept, indent, eol),
    })),
  };
}

/** Something that can move into a template: an attribute of a plain set, or a whole operation. */
interface Piece {
  readonly kind: SetKind;
  readonly text: string;
  readonly words: readonly Word[];
}

const keyOf = ({ kind, text }: Piece): string => `${kind}\0${text}`;

function piecesOf(one: Whole): Piece[] {
  const { statement } = one;
  const attributes = (['params', 'meta', 'utilization'] as const).flatMap((kind) => {
    const sets = statement.sections.filter((set): set is AttributeSet => 'kind' in set && set.kind === kind);
    // Sets with conditions or names of their own count in an order that a template would change.
    if (!sets.every(isPlain)) return [];
    return sets.flatMap((set) => set.attributes.map(({ word }) => ({ kind, text: written(one, word), words: [word] })));
  });
  return [...attributes, ...operationsOf(one)];
}

const isPlain = ({ id, rules, score, attributes }: AttributeSet): boolean =>
  id === undefined && rules.length === 0 && score === undefined && attributes.every(({ name }) => /^[\w-]/.test(name));

function operationsOf(one: Whole): Piece[] {
  const runs = one.statement.sections.flatMap((section) => ('operations' in section ? section : []));
  if (runs.some(({ id }) => id !== undefined)) return [];
  return one.statement.operations.map((operation) => {
    const words = wordsOf(one, operation);
    return { kind: 'op', text: words.map((word) => written(one, word)).join(' '), words };
  });
}

function wordsOf({ unit }: Whole, { head, name, attributes, sets }: Operation): Word[] {
  const all = [
    head,
    ...(name ? [name] : []),
    ...attributes.map(({ word }) => word),
    ...sets.flatMap((set) => [...(set.head ? [set.head] : []), ...set.attributes.map(({ word }) => word)]),
  ];
  const end = Math.max(...all.map((word) => word.end));
  return unit.model.parsed.words.filter((word) => word.start >= head.start && word.end <= end);
}

const written = ({ unit }: Whole, word: Word | undefined): string =>
  word ? unit.text.slice(word.start, word.end) : '';

/** What every list has, as the first one has it. */
function inAll([first = [], ...others]: readonly (readonly Piece[])[]): Piece[] {
  const keys = others.map((list) => new Set(list.map(keyOf)));
  return first.filter((piece) => keys.every((set) => set.has(keyOf(piece))));
}

function parts(shared: readonly Piece[]): string[] {
  const sets = (['params', 'meta', 'utilization'] as const).flatMap((kind) => {
    const own = shared.filter((piece) => piece.kind === kind).map(({ text }) => text);
    return own.length > 0 ? [`${kind} ${own.join(' ')}`] : [];
  });
  return [...sets, ...shared.filter(({ kind }) => kind === 'op').map(({ text }) => text)];
}

/** The statement without what its template says now; on several lines if it was. */
function withoutPieces(one: Whole, agent: string, gone: ReadonlySet<string>, indent: string, eol: string): string {
  const { statement, unit } = one;
  const { words } = unit.model.parsed;
  const removed = new Set(
    piecesOf(one)
      .filter((piece) => gone.has(keyOf(piece)))
      .flatMap((piece) => piece.words),
  );
  for (const { head, attributes } of plainSets(statement))
    if (head && attributes.length > 0 && attributes.every(({ word }) => removed.has(word))) removed.add(head);
  const starts = unit.text.trim().includes('\n') ? partStarts(statement, words) : new Set<number>();
  return words
    .filter((word) => !removed.has(word))
    .map((word, i) => {
      const gap = i === 0 ? '' : starts.has(word.start) ? ` \\${eol}${indent}` : ' ';
      return gap + (word === statement.agent ? agent : written(one, word));
    })
    .join('');
}

const plainSets = ({ sections }: Statement): AttributeSet[] =>
  sections.flatMap((section) => ('attributes' in section ? section : []));
