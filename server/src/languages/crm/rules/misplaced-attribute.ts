import type { Edit } from '../../../base/edits';
import type { Text } from '../../../base/text';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import { endOfWordBefore, insert, withoutWord } from '../edits';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { SetKind } from '../slot-kinds';
import type { Attribute, AttributeSet } from '../statement';

export const misplacedAttribute = defineRule<CrmModel>()({
  id: 'crm/misplaced-attribute',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The attribute stands where nobody reads it. What Pacemaker does with a resource (target-role, is-managed …) belongs under meta, what the agent needs under params; clone-max, interleave and the like belong to the clone, not to the resource in it; defaults of resources belong into rsc_defaults, not among the properties of the cluster. crm verify says at most that it does not know the name. Move it.',
    ja: 'この属性は、誰にも読まれない位置にある。Pacemaker のリソースの扱い（target-role、is-managed など）は meta に、エージェントが使う値は params に書く。clone-max や interleave などは中のリソースではなく clone に、リソースの既定値はクラスタのプロパティではなく rsc_defaults に書く。crm verify は「未知の名前」と警告するだけである。正しい位置に移すこと。',
  },
  messages: {
    params: {
      en: '{name} is a meta attribute: among the parameters it goes to the agent and has no effect.',
      ja: '{name} はメタ属性である。params に書くとエージェントに渡されるだけで効果がない。',
    },
    meta: {
      en: '{name} is a parameter of the agent: under meta the agent does not get it.',
      ja: '{name} はエージェントのパラメータである。meta に書いてもエージェントには渡らない。',
    },
    clone: {
      en: '{name} belongs to a clone: on this {kind} it has no effect.',
      ja: '{name} は clone の属性である。{kind} に書いても効果がない。',
    },
    property: {
      en: '{name} is no property of the cluster: it belongs into rsc_defaults.',
      ja: '{name} はクラスタのプロパティではない。rsc_defaults に書く。',
    },
  },
  examples: {
    bad: [
      'primitive a IPaddr2 params ip=192.0.2.1 target-role=Started',
      'primitive a IPaddr2 params ip=192.0.2.1 meta cidr_netmask=24',
      'primitive a IPaddr2 params ip=192.0.2.1 meta clone-max=2',
      'property migration-threshold=3',
    ],
    good: [
      'primitive a IPaddr2 params ip=192.0.2.1 cidr_netmask=24 meta target-role=Started',
      'primitive a IPaddr2 params ip=192.0.2.1\nclone c a meta clone-max=2\n',
      'rsc_defaults migration-threshold=3',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/xmlutil.py, sanity_check_meta; crmsh/ra.py, sanity_check_params',
  kinds: ['primitive', 'rsc_template', 'group', 'property'],
  check(unit, context) {
    const { statement, agent, facts } = unit.model;
    if (!statement || !facts.loaded) return;
    const has = (set: SetKind, kind: string, name: string): boolean =>
      facts.attributes({ set, statement: kind, present: new Set() })?.has(name) === true;
    const judge = (set: AttributeSet, { name }: Attribute): string | undefined => {
      if (set.kind === 'property')
        return has('rsc_defaults', 'rsc_defaults', name) && !has('property', 'property', name) ? 'property' : undefined;
      if (set.kind === 'params')
        return agent && !agent.parameters.has(name) && has('meta', 'primitive', name) ? 'params' : undefined;
      if (set.kind !== 'meta' || has('meta', statement.kind, name)) return undefined;
      if (has('meta', 'clone', name)) return 'clone';
      return agent?.parameters.has(name) && !has('meta', 'primitive', name) ? 'meta' : undefined;
    };
    for (const set of statement.sets)
      for (const attribute of set.attributes) {
        const message = isTemplated(attribute.name) ? undefined : judge(set, attribute);
        if (message === undefined || (set.kind === 'property' && isOtherSet(unit))) continue;
        context.report(message, attribute.nameSpan, {
          args: { name: attribute.name, kind: statement.kind },
          fixes: () => repair(message, unit, set, attribute, context),
        });
      }
  },
});

/** Sets under other ids belong to tools. */
const isOtherSet = ({ model }: Unit<CrmModel>): boolean =>
  model.entries.some(({ namespace, name }) => namespace === 'crm.defaults-set' && name !== 'cib-bootstrap-options');

function repair(
  message: string,
  unit: Unit<CrmModel>,
  set: AttributeSet,
  attribute: Attribute,
  context: RuleContext,
): Fix[] {
  switch (message) {
    case 'params':
      return [{ title: to('meta'), safe: false, edits: moveTo('meta', unit, set, attribute) }];
    case 'meta':
      return [{ title: to('params'), safe: false, edits: moveTo('params', unit, set, attribute) }];
    case 'clone':
      return moveToClone(unit, set, attribute, context);
    default:
      return moveToDefaults(unit, set, attribute, context);
  }
}

const to = (where: string): Text => ({ en: `Move to ${where}`, ja: `${where} に移す` });

const written = ({ text }: Unit, { word }: Attribute): string => text.slice(word.start, word.end);

/** Takes an attribute out, and with the last one the word that opens its set. */
const takenOut = ({ text }: Unit, { head, attributes }: AttributeSet, { word }: Attribute): Edit =>
  withoutWord(text, { start: attributes.length === 1 && head ? head.start : word.start, end: word.end });

/** To the end of the set of the other kind, or into a new one behind this. */
function moveTo(
  kind: 'meta' | 'params',
  unit: Unit<CrmModel>,
  set: AttributeSet,
  attribute: Attribute,
): readonly Edit[] {
  const { sets = [] } = unit.model.statement ?? {};
  const other = sets.find((one) => one.kind === kind && one.rules.length === 0 && one.id?.kind !== 'id-ref');
  const text = written(unit, attribute);
  const end = other?.attributes.at(-1)?.word.end ?? other?.head?.end;
  if (end !== undefined) return [takenOut(unit, set, attribute), insert(end, ` ${text}`)];
  if (set.attributes.length === 1 && set.head)
    return [{ span: { start: set.head.start, end: attribute.word.end }, newText: `${kind} ${text}` }];
  const isLast = set.attributes.at(-1) === attribute;
  const behind = set.attributes.at(isLast ? -2 : -1)?.word.end ?? attribute.word.end;
  return isLast
    ? [{ span: { start: attribute.word.start, end: attribute.word.start }, newText: `${kind} ` }]
    : [takenOut(unit, set, attribute), insert(behind, ` ${kind} ${text}`)];
}

/** To the clone that holds the resource, if it is in this file and says nothing of the kind. */
function moveToClone(unit: Unit<CrmModel>, set: AttributeSet, attribute: Attribute, context: RuleContext): Fix[] {
  let inner = unit.model.statement?.name?.text ?? '';
  for (let steps = 0; steps < 4; steps++) {
    const outer = context.lookup('crm.member', inner)[0];
    const { statement } = (outer?.unit.model ?? {}) as Partial<CrmModel>;
    if (!outer || !statement || outer.uri !== undefined) return [];
    inner = outer.entry.value ?? '';
    if (statement.kind !== 'clone' && statement.kind !== 'ms') continue;
    const meta = statement.sets.find(({ kind, rules }) => kind === 'meta' && rules.length === 0);
    if (meta?.attributes.some(({ name }) => name === attribute.name)) return [];
    const end =
      (meta?.attributes.at(-1)?.word ?? meta?.head)?.end ?? endOfWordBefore(outer.unit.text, outer.unit.text.length);
    const newText = meta ? ` ${written(unit, attribute)}` : ` meta ${written(unit, attribute)}`;
    const edits = [takenOut(unit, set, attribute), { ...insert(end, newText), unit: outer.unit }];
    return [{ title: to(inner), safe: false, edits }];
  }
  return [];
}

/** To the first rsc_defaults of the file, or to a new one below. */
function moveToDefaults(unit: Unit<CrmModel>, set: AttributeSet, attribute: Attribute, context: RuleContext): Fix[] {
  const defaults = context.lookup('crm.kind', 'rsc_defaults')[0];
  if (defaults?.uri !== undefined || context.has('crm.rsc_defaults', attribute.name)) return [];
  const title = to('rsc_defaults');
  const text = written(unit, attribute);
  if (defaults) {
    const end = endOfWordBefore(defaults.unit.text, defaults.unit.text.length);
    const edits = [takenOut(unit, set, attribute), { ...insert(end, ` ${text}`), unit: defaults.unit }];
    return set.attributes.length === 1 ? [] : [{ title, safe: false, edits }];
  }
  const keyword = unit.model.statement?.keyword;
  if (set.attributes.length === 1 && keyword)
    return [{ title, safe: false, edits: [{ span: keyword, newText: 'rsc_defaults' }] }];
  const end = endOfWordBefore(unit.text, unit.text.length);
  const own = takenOut(unit, set, attribute);
  const line = `\nrsc_defaults ${text}`;
  const edits = own.span.end === end ? [{ ...own, newText: line }] : [own, insert(end, line)];
  return [{ title, safe: false, edits }];
}
