import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { type Item, members, type Word, walk } from '../ast';
import type { DrbdFacts } from '../facts';
import { placeIn } from '../findings';
import { refusal } from '../generation';
import { type Clash, Merging } from '../merging';
import type { DrbdModel } from '../model';
import type { ResourceView } from '../model/resource';
import { namesIn } from '../names-in';

export const optionClash = defineRule<DrbdModel>()({
  id: 'drbd/option-clash',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The same option arrives twice with different values where drbdadm puts options together: twice in one `net` or `disk`, as `protocol` statement and in `net`, in `syncer` and elsewhere, in a mesh and in the resource. `drbdadm dump` takes it; `up` and `adjust` refuse it. Keep one.',
    ja: 'drbdadm がオプションをまとめる箇所（同じ `net` / `disk` の中、`protocol` 文と `net`、`syncer` とほかのセクション、mesh とリソース）で、同じオプションに異なる値が指定されています。`drbdadm dump` は通りますが、`up` や `adjust` は拒否します。どちらか一方にしてください。',
  },
  messages: {
    clash: {
      en: '"{name}" is {value} here, but {other} elsewhere in the same scope.',
      ja: '「{name}」はここでは {value} ですが、同じ範囲の別の箇所では {other} です。',
    },
    bare: {
      en: '"{name}" has no number here, and is put together with another place: drbdadm cannot compare them.',
      ja: '「{name}」に数値がありません。ほかの箇所と比較できないため、drbdadm は拒否します。',
    },
    other: { en: 'The other value.', ja: 'もう一方の値。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { timeout 60; timeout 70; }\n  on a { device minor 0; address 10.0.0.1:7788; }\n  on b { device minor 0; address 10.0.0.2:7788; }\n}\n',
      'resource r0 {\n  protocol A;\n  net { protocol C; }\n  on a { device minor 0; address 10.0.0.1:7788; }\n  on b { device minor 0; address 10.0.0.2:7788; }\n}\n',
    ],
    good: [
      'resource r0 {\n  protocol C;\n  net { protocol C; }\n  on a { device minor 0; address 10.0.0.1:7788; }\n  on b { device minor 0; address 10.0.0.2:7788; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    const { facts, items, resources } = unit.model;
    if (!facts.loaded) return;
    const found: Clash[] = [];
    for (const section of items.filter(({ kind }) => kind === 'common'))
      found.push(...withinCommon(section, unit, context));
    for (const resource of resources) {
      const common = meetsCommon(resource) ? commonOf(context) : undefined;
      const merging = mergingOf(resource, common, facts, context);
      // What common says twice is said there.
      const ofCommon = (item: Item) => common !== undefined && walk([common]).includes(item);
      found.push(...merging.clashes.filter(({ later, first }) => !(ofCommon(later.item) && ofCommon(first.item))));
    }
    report(unit, context, found);
  },
});

function mergingOf(resource: ResourceView, common: Item | undefined, facts: DrbdFacts, context: RuleContext): Merging {
  const merging = new Merging(facts);
  const template = members(resource.item, 'template-file').length > 0;
  merging.resource(resource, template ? undefined : common, namesIn(context));
  return merging;
}

/** Whether options stand so deep in a resource that common's can meet them: in its own sections they just win. */
const meetsCommon = ({ item }: ResourceView): boolean =>
  walk(item.body ?? []).some(
    ({ kind, place, body }) => body !== undefined && place !== 'resource' && /^(net|disk|proxy|options)$/.test(kind),
  );

/** What a common section says in two ways, or without a number, and a resource takes from it. */
function withinCommon(section: Item, unit: Unit<DrbdModel>, context: RuleContext): Clash[] {
  const { facts } = unit.model;
  const merging = new Merging(facts);
  merging.common(section);
  const own = new Set(walk([section]));
  if (merging.clashes.length === 0 && !members(section, 'disk').some(({ body }) => body?.some(isBare))) return [];
  for (const { unit: other, entry } of context.lookup('drbd.top', '*')) {
    for (const resource of entry.value === 'resource' ? (other.model as DrbdModel).resources : []) {
      // So that this runs again when the resource changes.
      context.declarations('drbd.resource', resource.name?.text ?? '');
      const { clashes } = mergingOf(resource, section, facts, context);
      const found = clashes.filter(({ later, first }) => own.has(later.item) && own.has(first.item));
      if (found.length > 0) return found;
    }
  }
  return [];
}

const isBare = ({ args }: Item): boolean => args.length === 0;

function report(unit: Unit<DrbdModel>, context: RuleContext, clashes: readonly Clash[]): void {
  const own = new Set(walk(unit.model.items));
  const reported = new Set<Item>();
  for (const { later, first, bare } of clashes) {
    const [here, other] = own.has(later.item) ? [later, first] : [first, later];
    if (reported.has(here.item) || !own.has(here.item)) continue;
    reported.add(here.item);
    const related = own.has(other.item) ? [{ found: placeIn(unit, wordOf(other.item).span), message: 'other' }] : [];
    context.report(bare ? 'bare' : 'clash', wordOf(here.item).span, {
      args: { name: here.name, value: here.shown, other: other.shown },
      severity: refusal(context),
      related,
    });
  }
}

/** The word that a finding about a setting marks. */
const wordOf = ({ args, keyword }: Item): Word => args[0] ?? keyword;

function commonOf(context: RuleContext): Item | undefined {
  const [found] = context.declarations('drbd.common', 'common');
  return (found?.unit.model as DrbdModel | undefined)?.items.find(({ kind }) => kind === 'common');
}
