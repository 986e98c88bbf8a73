import { code } from '../../../base/markdown';
import type { FencingLevel, Statement } from '../statement';
import { type NoteContext, statementOf, usesOf } from './context';

/** The levels of one target, in the order in which they are tried. */
interface Target {
  readonly target: FencingLevel['target'];
  readonly levels: readonly FencingLevel[];
}

function targetsOf({ levels }: Statement): Target[] {
  const targets = new Map<string, FencingLevel[]>();
  for (const level of levels) {
    const key = JSON.stringify(level.target ?? null);
    targets.set(key, [...(targets.get(key) ?? []), level]);
  }
  return [...targets.values()].map((list) => ({ target: list[0]?.target, levels: list }));
}

function targetWords(target: FencingLevel['target'], { t }: NoteContext): string {
  if (!target) return t('every node', 'すべてのノード');
  if (target.kind === 'attribute') {
    const test = code(`${target.name}=${target.value}`);
    return t(`nodes with ${test}`, `${test} を持つノード`);
  }
  return target.kind === 'node'
    ? t(`the node ${code(target.text)}`, `ノード ${code(target.text)}`)
    : t(`nodes whose names match ${code(target.text)}`, `名前が ${code(target.text)} に一致するノード`);
}

const levelsWords = (levels: readonly FencingLevel[], { t }: NoteContext): string =>
  levels
    .map(
      ({ devices }, i) =>
        `${i + 1}. ${devices
          .split(',')
          .map((device) => code(device))
          .join(t(' and ', ' と '))}`,
    )
    .join(t(', then ', '、次に '));

/** The fencing topology in words, a line a target. */
export function topologyWords(context: NoteContext): string {
  const { statement } = context.unit.model;
  if (!statement) return '';
  return targetsOf(statement)
    .slice(0, 12)
    .map(({ target, levels }) => `- ${targetWords(target, context)}: ${levelsWords(levels, context)}`)
    .join('\n');
}

/** What the word of a target stands for: a node, a pattern, an attribute. */
export function targetNote(context: NoteContext): string {
  const special = /^attr:([\w-]+)=([\w-]+)$/i.exec(context.text);
  const wanted: FencingLevel['target'] = special
    ? { kind: 'attribute', name: special[1] ?? '', value: special[2] ?? '' }
    : { kind: 'pattern', text: context.text.replace(/^pattern:/i, '') };
  const found =
    context.unit.model.statement &&
    targetsOf(context.unit.model.statement).find(({ target }) => JSON.stringify(target) === JSON.stringify(wanted));
  const levels = found ? `: ${levelsWords(found.levels, context)}` : '';
  return targetWords(wanted, context) + levels;
}

/** The levels that a topology of the files has for a node. */
export function fencingLevels(context: NoteContext, node: string): string | undefined {
  for (const use of usesOf(context, 'crm.node', node)) {
    const statement = use.entry.value === 'fencing_topology' ? statementOf(use) : undefined;
    const own = statement && targetsOf(statement).find(({ target }) => target?.kind === 'node' && target.text === node);
    if (own) return levelsWords(own.levels, context);
  }
  return undefined;
}

/** Which level a device of a topology belongs to. */
export function levelOf(context: NoteContext): string | undefined {
  const { unit, span, t } = context;
  const { statement, parsed } = unit.model;
  if (statement?.kind !== 'fencing_topology') return undefined;
  const words = parsed.words.filter(
    ({ start, value }) =>
      start > statement.keyword.start && !/^[^:]+:$/.test(value) && !/^(?:attr|pattern):/i.test(value),
  );
  const at = words.findIndex(({ start, end }) => start <= span.start && span.start < end);
  const level = statement.levels[at];
  const target = level && targetsOf(statement).find(({ levels }) => levels.includes(level));
  if (!level || !target) return undefined;
  const number = target.levels.indexOf(level) + 1;
  const who = targetWords(target.target, context);
  return t(`Level ${number} for ${who}.`, `${who}に対するレベル ${number}。`);
}
