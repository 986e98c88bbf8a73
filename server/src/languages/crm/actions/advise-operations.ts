import type { ActionPlace, LanguageAction } from '../../../core/language';
import type { Unit } from '../../../core/workspace/unit';
import { advisedAction } from '../advised';
import type { ActionRow } from '../agent-row';
import type { AgentFact } from '../facts';
import type { CrmModel } from '../model';
import type { Operation } from '../statement';
import { seconds } from '../values';
import { eolIn, indentIn, wholeOnes } from './rewriting';

type UnitEdit = LanguageAction['edits'][number];

/**
 * Gives the operations of the selected primitives the times that the agent's authors advise: the interval, and the
 * timeout where it is shorter or missing. A longer timeout was somebody's decision.
 */
export function adviseOperations({ selected }: ActionPlace<CrmModel>): LanguageAction | undefined {
  const edits = wholeOnes(selected).flatMap(({ unit, statement }) =>
    statement.operations.flatMap((operation) => advisedTimes(unit, operation, statement.operations)),
  );
  return edits.length === 0
    ? undefined
    : {
        title: { en: 'Use the advised times of operations', ja: 'オペレーションの時間を推奨値にする' },
        kind: 'refactor.rewrite',
        edits,
      };
}

function advisedTimes(
  unit: Unit<CrmModel>,
  { head, name, attributes }: Operation,
  all: readonly Operation[],
): UnitEdit[] {
  const said = (key: string) => attributes.find((attribute) => attribute.name === key);
  const advised = advisedAction(unit.model.agent, name?.value ?? '', said('role')?.value);
  if (!advised || !name) return [];
  const edits: UnitEdit[] = [];
  const [timeout, interval] = [said('timeout'), said('interval')];
  if (advised.timeout !== undefined && !timeout) {
    const at = attributes.at(-1)?.word.end ?? name.end;
    edits.push({ unit, span: { start: at, end: at }, newText: ` timeout=${advised.timeout}` });
  } else if (timeout?.valueSpan && isShorter(timeout.value, advised.timeout))
    edits.push({ unit, span: timeout.valueSpan, newText: advised.timeout ?? '' });
  // Two operations of a name need intervals that differ.
  const isOnly = all.every((other) => other.head === head || other.name?.value !== name.value);
  if (isOnly && interval?.valueSpan && differs(interval.value, advised.interval))
    edits.push({ unit, span: interval.valueSpan, newText: advised.interval ?? '' });
  return edits;
}

function isShorter(value: string | undefined, advised: string | undefined): boolean {
  const [is, wanted] = [value, advised].map((text) => (text === undefined ? undefined : seconds(text)));
  return is !== undefined && wanted !== undefined && is < wanted;
}

function differs(value: string | undefined, advised: string | undefined): boolean {
  const [is, wanted] = [value, advised].map((text) => (text === undefined ? undefined : seconds(text)));
  return is !== undefined && wanted !== undefined && is !== 0 && wanted !== 0 && is !== wanted;
}

/** Adds the operations that the agent has times for and the selected primitives do not write. */
export function addOperations({ selected, units }: ActionPlace<CrmModel>): LanguageAction | undefined {
  const edits = wholeOnes(selected).flatMap(({ unit, statement }): UnitEdit[] => {
    if (statement.kind !== 'primitive' && statement.kind !== 'rsc_template') return [];
    const missing = missingActions(unit.model.agent, statement.operations);
    const at = unit.text.trimEnd().length;
    const gap = ` \\${eolIn(unit, units)}${indentIn([unit], units)}`;
    return missing.length === 0
      ? []
      : [{ unit, span: { start: at, end: at }, newText: missing.map((row) => gap + lineOf(row)).join('') }];
  });
  return edits.length === 0
    ? undefined
    : {
        title: { en: 'Add the advised operations', ja: '推奨されるオペレーションを追加' },
        kind: 'refactor.rewrite',
        edits,
      };
}

/** Actions that the cluster itself runs; those of clones and of moves are for who needs them. */
const usual = new Set(['start', 'stop', 'monitor', 'promote', 'demote']);

function missingActions(agent: AgentFact | undefined, operations: readonly Operation[]): ActionRow[] {
  const written = new Set(operations.map(({ name }) => name?.value));
  return (agent?.actions ?? []).filter(
    ({ name, timeout, depth }) =>
      usual.has(name) && timeout !== undefined && !written.has(name) && Number(depth ?? 0) === 0,
  );
}

const lineOf = ({ name, interval = '0s', timeout = '', role }: ActionRow): string =>
  [`op ${name}`, `interval=${interval}`, `timeout=${timeout}`, ...(role === undefined ? [] : [`role=${role}`])].join(
    ' ',
  );
