import type { Surroundings } from '../../../core/language';
import type { Hint } from '../../../core/model/shown';
import type { Unit } from '../../../core/workspace/unit';
import { advisedAction } from '../advised';
import { toCib } from '../cib/to-cib';
import { descendants, type XmlElement } from '../cib/xml';
import type { CrmModel } from '../model';
import { agentOf, withUnit } from '../notes/operations';
import type { AttributeSet, Operation, Statement } from '../statement';

/** Times that the agent advises where none is written; ids that crm makes. */
export function crmHints(unit: Unit<CrmModel>, around: Surroundings): readonly Hint[] {
  const { statement, parsed } = unit.model;
  if (!statement || parsed.problems.length > 0) return [];
  return [...timeouts(unit, statement, around), ...ids(unit, statement)];
}

function timeouts(unit: Unit<CrmModel>, { operations }: Statement, around: Surroundings): Hint[] {
  if (operations.length === 0) return [];
  const agent = unit.model.facts.agent(agentOf({ unit, around }));
  return operations.flatMap((operation) => {
    const value = (name: string) => operation.attributes.find((attribute) => attribute.name === name)?.value;
    const advised = operation.name && advisedAction(agent, operation.name.value, value('role'))?.timeout;
    if (advised === undefined || value('timeout') !== undefined || usesOther(operation)) return [];
    return [timeout(endOf(operation), withUnit(advised), around)];
  });
}

/** Its attributes come from elsewhere. */
const usesOther = ({ attributes }: Operation): boolean => attributes.some(({ name }) => /^\$id-ref$|^@/.test(name));

const endOf = ({ head, name, attributes }: Operation): number => (attributes.at(-1)?.word ?? name ?? head).end;

function timeout(at: number, advised: string, around: Surroundings): Hint {
  const general = (around.own ?? around).lookup('crm.op_defaults', 'timeout')[0]?.entry.value;
  const inEffect = general ?? '20s';
  return {
    kind: 'timeouts',
    at,
    label: { en: `advised timeout=${advised}`, ja: `推奨 timeout=${advised}` },
    tooltip: {
      en: `No timeout is written: ${inEffect} from ${general === undefined ? 'Pacemaker' : 'op_defaults'} is in effect. The agent’s metadata advise ${advised}.`,
      ja: `タイムアウトの記述がないため、${general === undefined ? 'Pacemaker の既定値' : 'op_defaults'} の ${inEffect} が有効。エージェントのメタデータでの推奨値は ${advised}。`,
    },
    edits: [{ span: { start: at, end: at }, newText: ` timeout=${advised}` }],
  };
}

/** The elements that sections become, by the section's kind. */
const elements: Readonly<Record<string, string>> = {
  params: 'instance_attributes',
  meta: 'meta_attributes',
  utilization: 'utilization',
  attributes: 'instance_attributes',
};

/** The ids that crm gives to sections, operations and rules without one. */
function ids({ text, model: { parsed, facts } }: Unit<CrmModel>, statement: Statement): Hint[] {
  const own = statement.sets.filter((set) => !statement.operations.some(({ sets }) => sets.includes(set)));
  if (own.length + statement.operations.length + statement.rules.length === 0) return [];
  const made = [...descendants(toCib([{ text, parsed }], { facts }))];
  return [
    ...Object.entries(elements).flatMap(([kind, tag]) => {
      const sets = own.filter((set) => set.kind === kind);
      const found = made.filter((element) => element.tag === tag && isOfResource(element, made));
      return found.length === sets.length ? sets.flatMap((set, i) => ofSet(set, found[i])) : [];
    }),
    ...pairs(
      statement.operations.map(({ head, attributes }) => ({ head, isGiven: attributes.some(isId) })),
      made.filter(({ tag }) => tag === 'op'),
    ),
    ...pairs(
      statement.rules.map(({ head, id }) => ({ head, isGiven: id !== undefined })),
      made.filter(({ tag }) => tag === 'rule'),
    ),
  ];
}

const isId = ({ name }: { readonly name: string }): boolean => name === '$id' || name === '$id-ref';

/** Operations have sets of their own. */
const isOfResource = (element: XmlElement, all: readonly XmlElement[]): boolean =>
  !all.some(({ tag, children }) => tag === 'op' && children.includes(element));

const ofSet = ({ head, id }: AttributeSet, element: XmlElement | undefined): Hint[] =>
  head && !id && element ? idHint(head.end, element) : [];

const pairs = (
  written: readonly { readonly head: { readonly end: number }; readonly isGiven: boolean }[],
  made: readonly XmlElement[],
): Hint[] =>
  written.length === made.length
    ? written.flatMap(({ head, isGiven }, i) => (isGiven ? [] : idHint(head.end, made[i])))
    : [];

function idHint(at: number, element: XmlElement | undefined): Hint[] {
  const id = element?.attributes.get('id');
  return id ? [{ kind: 'implicitIds', at, label: { en: `$id=${id}`, ja: `$id=${id}` } }] : [];
}
