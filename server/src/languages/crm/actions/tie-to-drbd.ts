import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import type { Unit } from '../../../core/workspace/unit';
import { type Configuration, containersOf, declarationOf } from '../effective/configuration';
import { constraintsOf } from '../effective/constraints';
import { noCrmFacts } from '../facts';
import { attributesOf, type CrmModel } from '../model';
import type { Statement } from '../statement';
import { freeName } from './group-selected';
import { eolIn } from './rewriting';

/** What uses a DRBD device, and the promotable clone that the device belongs to. */
interface Pair {
  readonly unit: Unit<CrmModel>;
  readonly name: string;
  readonly clone: Statement;
}

/**
 * Writes the colocation and the order that tie what uses a DRBD device to the promotion of DRBD: asked on the user, on its
 * group, on the clone or on the primitive in it. Only those that are not there.
 */
export function tieToDrbd(
  { selected, units }: ActionPlace<CrmModel>,
  around: Surroundings,
): LanguageAction | undefined {
  const asked = selected[0]?.model.statement?.name?.text;
  if (selected.length !== 1 || asked === undefined) return undefined;
  const configuration: Configuration = { around, facts: selected[0]?.model.facts ?? noCrmFacts };
  const edits = usersOf(units, configuration).flatMap((pair) => {
    const outer = containersOf(configuration, pair.name);
    const names = [pair.name, ...outer.flatMap(({ statement }) => statement.name?.text ?? [])];
    const isAsked = [...names, pair.clone.name?.text, ...pair.clone.members.map(({ name }) => name)].includes(asked);
    const lines = isAsked ? missing(pair, names, configuration) : [];
    const last = [pair.unit, ...outer.flatMap(({ found }) => (found.uri === undefined ? found.unit : []))]
      .filter((unit) => units[unit.index] === unit)
      .reduce((a, b) => (b.index > a.index ? b : a), pair.unit);
    const at = last.text.trimEnd().length;
    const eol = eolIn(last, units);
    return lines.map((line) => ({ unit: last, span: { start: at, end: at }, newText: eol + line }));
  });
  return edits.length === 0 ? undefined : { title: titleOf(edits.length), kind: 'refactor.rewrite', edits };
}

const titleOf = (count: number): LanguageAction['title'] =>
  count === 1
    ? { en: 'Add the missing constraint to the promoted DRBD', ja: '昇格した DRBD への制約（不足分）を追加' }
    : { en: 'Add the missing constraints to the promoted DRBD', ja: '昇格した DRBD への制約（不足分）を追加' };

/** Primitives with a DRBD device, each with the clone of that device. */
function usersOf(units: readonly Unit<CrmModel>[], configuration: Configuration): Pair[] {
  const clones = units.flatMap(({ model }) => promotedIn(model.statement, configuration));
  return units.flatMap((unit) => {
    const { statement } = unit.model;
    const name = statement?.name?.text;
    const devices = unit.model.entries.filter(({ namespace }) => namespace === 'drbd.device-use');
    if (!statement || name === undefined || devices[0] === undefined) return [];
    const resource = resourceOf(devices[0].name, configuration);
    const own = resource === undefined ? clones : clones.filter((one) => one.resource === resource);
    // Without DRBD's files nothing says which clone a minor belongs to, unless there is one only.
    return own.length === 1 && own[0] ? [{ unit, name, clone: own[0].clone }] : [];
  });
}

/** A promotable clone of DRBD with its resource. */
function promotedIn(statement: Statement | undefined, configuration: Configuration) {
  if (statement?.kind !== 'ms' && statement?.kind !== 'clone') return [];
  const isPromotable =
    statement.kind === 'ms' ||
    attributesOf(statement, 'meta').some(
      ({ name, value }) => name === 'promotable' && /^(?:true|yes|on|1)$/i.test(value ?? ''),
    );
  const child = declarationOf(configuration, statement.members[0]?.name ?? '')?.statement;
  if (!isPromotable || !child?.agent?.value.endsWith(':drbd')) return [];
  const resource = attributesOf(child, 'params').find(({ name }) => name === 'drbd_resource')?.value;
  return resource === undefined ? [] : [{ clone: statement, resource }];
}

/** The resource of a device: as its path says, or as DRBD's files do. */
const resourceOf = (device: string, { around }: Configuration): string | undefined =>
  /^\/dev\/drbd\/by-res\/([^/]+)/.exec(device)?.[1] ??
  around.lookup('drbd.device', device).flatMap(({ entry }) => entry.value?.replace(/\/\d+$/, '') ?? [])[0];

/** The constraints that are not there, between the outermost container and the clone. */
function missing({ clone }: Pair, names: readonly string[], configuration: Configuration): string[] {
  const own = names.flatMap((name) => constraintsOf(configuration, name));
  const ends = new Set([clone.name?.text, ...clone.members.map(({ name }) => name)]);
  const isTied = own.some(
    (one) => one.kind === 'colocation' && ends.has(one.with.name) && names.includes(one.dependent.name),
  );
  const isOrdered = own.some(
    (one) => one.kind === 'order' && ends.has(one.first.name) && names.includes(one.then.name),
  );
  const outer = names.at(-1) ?? '';
  const to = clone.name?.text ?? '';
  const role = clone.kind === 'ms' ? 'Master' : 'Promoted';
  const id = (prefix: string) => freeName(configuration.around, `${prefix}_${outer}_${to}`);
  return [
    ...(isTied ? [] : [`colocation ${id('col')} inf: ${outer} ${to}:${role}`]),
    ...(isOrdered ? [] : [`order ${id('ord')} Mandatory: ${to}:promote ${outer}:start`]),
  ];
}
