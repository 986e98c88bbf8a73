import type { RuleContext } from '../../core/lint/rule';
import type { Found, Unit } from '../../core/workspace/unit';
import { type Item, walk } from './ast';
import { type DrbdFacts, rulesIn } from './facts';
import { isBefore, placeIn } from './findings';
import { oldGeneration } from './generation';
import type { DrbdModel } from './model';
import { addressKeyOf } from './model/resource';
import { isJudgedOption } from './option-places';
import { readOld } from './parser/old/parse';
import type { OldHost, OldReading, OldResource, Stop, Use } from './parser/old/reading';
import type { OldGeneration } from './parser/old/words';
import { slipOf } from './places';
import { refusalOf } from './values';

/** The unit as the 8.x drbdadm reads it that the files are for; undefined from 9 on, and for templates. */
export function oldReading(unit: Unit<DrbdModel>, context: RuleContext): OldReading | undefined {
  const generation = oldGeneration(context);
  const { parsed, text, templates } = unit.model;
  return generation && templates.length === 0 ? readOld(parsed, text, generation) : undefined;
}

/**
 * Reports what an 8.x drbdadm refuses and this rule has words for. True if the files are for 8.x, so that nothing else
 * is to be said.
 */
export function reportOld(unit: Unit<DrbdModel>, context: RuleContext, rule: string): boolean {
  for (const error of oldReading(unit, context)?.errors ?? []) {
    if (error.rule !== rule) continue;
    const { message, span, args, first } = error;
    context.report(message, span, {
      severity: 'error',
      ...(args && { args }),
      ...(first && { related: [{ found: placeIn(unit, first), message: 'first' }] }),
    });
  }
  return oldGeneration(context) !== undefined;
}

/** A thing that is used again, with the place that uses it first. */
export interface OldClash {
  readonly use: Use;
  readonly other: Found;
}

/** What is used a second time in a unit, of one kind: within it, or after it is used in another. */
export function* oldClashes(
  unit: Unit<DrbdModel>,
  context: RuleContext,
  ...spaces: readonly Use['space'][]
): Generator<OldClash> {
  const seen = new Map<string, Use>();
  // One thing can be on several hosts.
  const reported = new Set<string>();
  for (const use of oldReading(unit, context)?.uses ?? []) {
    if (!spaces.includes(use.space)) continue;
    const key = `${use.space} ${use.key}`;
    const first = seen.get(key);
    if (!first) seen.set(key, use);
    const other = first ? placeIn(unit, first.span) : usedElsewhere(unit, context, use);
    const place = `${use.space} ${use.span.start}`;
    if (!other || reported.has(place)) continue;
    reported.add(place);
    yield { use, other };
  }
}

/** The names that other units use such a thing under, so that they can be found. */
function namesOf({ space, key, what }: Use): readonly (readonly [namespace: string, name: string])[] {
  if (space === 'minor') return [['drbd.minor', key]];
  if (space === 'device') return [['drbd.device', what]];
  if (space === 'disk') return [['drbd.disk', key]];
  if (space === 'meta-disk') return [['drbd.meta-disk', key]];
  const at = what.lastIndexOf(':');
  const name = addressKeyOf(what.slice(0, at), what.slice(at + 1));
  return [
    ['drbd.address', name],
    ['drbd.other-address', name],
  ];
}

function usedElsewhere(unit: Unit<DrbdModel>, context: RuleContext, use: Use): Found | undefined {
  const generation = oldGeneration(context);
  if (!generation) return undefined;
  const asked = new Set<Unit>([unit]);
  for (const found of namesOf(use).flatMap(([namespace, name]) => context.lookup(namespace, name))) {
    if (asked.has(found.unit) || !isBefore(found, unit, use.span)) continue;
    asked.add(found.unit);
    const model = found.unit.model as DrbdModel;
    const same = readOld(model.parsed, model.text, generation).uses.find(
      ({ space, key }) => space === use.space && key === use.key,
    );
    if (same) return { ...placeIn(found.unit, same.span), ...(found.uri !== undefined && { uri: found.uri }) };
  }
  return undefined;
}

/** The common section of the configuration, as an 8.x drbdadm reads it. */
export function commonOf(context: RuleContext): OldResource | undefined {
  return declared(context, 'drbd.common', 'common', (resource) => resource.kind === 'common');
}

/** A resource of the configuration. */
export const resourceOf = (context: RuleContext, name: string): OldResource | undefined =>
  declared(context, 'drbd.resource', name, (resource) => resource.kind === 'resource' && resource.name === name);

function declared(
  context: RuleContext,
  namespace: string,
  name: string,
  wanted: (resource: OldResource) => boolean,
): OldResource | undefined {
  const generation = oldGeneration(context);
  if (!generation) return undefined;
  for (const { unit } of context.declarations(namespace, name)) {
    const { parsed, text } = unit.model as DrbdModel;
    const found = readOld(parsed, text, generation).resources.find(wanted);
    if (found) return found;
  }
  return undefined;
}

/** The names of the hosts that a section is about: for a stacked one those of the resource below. */
export function hostNames(context: RuleContext, host: OldHost): readonly string[] {
  if (host.lower === undefined) return host.names;
  const below = resourceOf(context, host.lower)?.hosts.filter(({ kind }) => kind !== 'stacked') ?? [];
  return below.flatMap(({ names }) => names);
}

/** Whether another rule, or the parser, has said why an 8.x drbdadm stops at a word. */
export function isExplained(
  unit: Unit<DrbdModel>,
  stop: Stop,
  generation: OldGeneration,
  reported: readonly Item[],
): boolean {
  const { parsed, items, facts } = unit.model;
  if (stop.name && stop.got !== 'other') return true;
  if (parsed.problems.some(({ span }) => span.start <= stop.span.end)) return true;
  const around = walk(items).filter(({ span }) => span.start <= stop.span.start && stop.span.start <= span.end);
  return around.some((item) => reported.includes(item) || isRefused(item, around, facts, generation));
}

/** Whether a rule finds fault with the statement itself. */
function isRefused(item: Item, around: readonly Item[], facts: DrbdFacts, generation: OldGeneration): boolean {
  if (slipOf(item)) return true;
  if (item.kind === 'address' && around.some(({ kind }) => kind === 'floating')) return true;
  if (item.kind !== 'option' || !isJudgedOption(item)) return false;
  const name = item.keyword.text;
  const fact = facts.option(item.place, name);
  const rules = fact && rulesIn(fact, generation);
  if (!rules) return true;
  const [value] = item.args;
  return value !== undefined && refusalOf(value, rules) !== undefined;
}
