import { own } from '../../../base/maps';
import type { Span } from '../../../base/span';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Found, Unit } from '../../../core/workspace/unit';
import { withoutWord } from '../edits';
import { isMadeBefore, resourcesNamed } from '../load';
import type { CrmModel } from '../model';
import { isTyped } from '../reader';

/** What the containers hold. */
const holds: Readonly<Record<string, readonly string[]>> = {
  group: ['primitive'],
  clone: ['primitive', 'group'],
  ms: ['primitive', 'group'],
  bundle: ['primitive'],
};

export const wrongMember = defineRule<CrmModel>()({
  id: 'crm/wrong-member',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A group and a bundle hold primitives; a clone holds a primitive or a group. crm refuses anything else. Turn it round: put the primitives into a group and clone the group.',
    ja: 'group と bundle に入るのは primitive、clone に入るのは primitive か group だけで、それ以外を crm は拒否する。primitive を group にまとめ、その group を clone にすること。',
  },
  messages: {
    kind: {
      en: '{name} is a {kind}: a {container} cannot hold it.',
      ja: '{name} は {kind} であり、{container} には入れられない。',
    },
    twice: {
      en: '{name} is in {other} already: a resource has one container.',
      ja: '{name} は既に {other} に含まれている。リソースの入れ物は一つだけ。',
    },
    lost: {
      en: '{name} is a {kind}, which crm makes after this {container}: it loads the {container} without it, and says so only in passing. A {container} cannot hold a {kind}.',
      ja: '{name} は {kind} で、crm はこの {container} より後に作る。そのため {name} を欠いたまま {container} が読み込まれ、控えめなメッセージしか出ない。{container} に {kind} は入れられない。',
    },
    apart: {
      en: 'crm wants the resources of a container that is written as XML as statements of their own: {name} has none.',
      ja: 'XML で書いた入れ物の中身も、crm は独立した文として必要とする。{name} の文がない。',
    },
    declared: { en: 'declared here', ja: '定義' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nclone c a\nclone d c\n',
      'primitive a ocf:heartbeat:Dummy\ngroup g a\ngroup h a\n',
      'primitive a ocf:heartbeat:Dummy\nclone c a\nprimitive b ocf:heartbeat:Dummy\ngroup g b c\n',
      'xml <group id="g"><primitive id="a" class="ocf" provider="heartbeat" type="Dummy"/></group>\n',
    ],
    good: ['primitive a ocf:heartbeat:Dummy\ngroup g a\nclone c g\n'],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py: checks of containers',
  check(unit, context) {
    const { statement } = unit.model;
    checkXml(unit, context);
    const allowed = statement && Object.hasOwn(holds, statement.kind) ? holds[statement.kind] : undefined;
    if (!statement || !allowed) return;
    for (const { name, span } of statement.members) {
      const declared = resourcesNamed(name, context)[0];
      if (!declared) continue;
      const related = [{ found: declared, message: 'declared' }];
      const kind = declared.entry.value ?? '';
      if (!allowed.includes(kind)) {
        const lost = isLost(unit, declared, context);
        // Without its one resource a clone is refused by every schema.
        const severity = lost && (statement.kind === 'group' || statement.kind === 'bundle') ? 'warning' : 'error';
        const args = { name, kind, container: statement.kind };
        context.report(lost ? 'lost' : 'kind', span, { args, related, severity });
        continue;
      }
      const first = context.lookup('crm.member', declared.entry.name).find((found) => holdsIt(found, declared));
      if (first && first.unit !== unit && first.entry.value !== statement.id?.value) {
        const args = { name, other: first.entry.value ?? '' };
        context.report('twice', span, {
          args,
          related: [{ found: first, message: 'declared' }],
          fixes: () => (statement.kind === 'group' && statement.members.length > 1 ? [takenOut(unit.text, span)] : []),
        });
      }
    }
  },
});

const takenOut = (text: string, span: Span): Fix => ({
  title: { en: 'Take it out of this group', ja: 'この group から外す' },
  safe: false,
  edits: [withoutWord(text, span)],
});

/** `load` makes the member later than its container, which goes without it then. The interpreter reads line by line. */
const isLost = (unit: Unit<CrmModel>, member: Found, context: RuleContext): boolean =>
  !isTyped(context) &&
  unit.model.statement?.shell !== true &&
  !isMadeBefore(member, unit.model.statement?.kind ?? '', unit.index);

/** Whether a container that names the resource can be its container. */
function holdsIt({ unit }: Found, { entry }: Found): boolean {
  const container = (unit.model as CrmModel).statement?.kind ?? '';
  return !Object.hasOwn(holds, container) || holds[container]?.includes(entry.value ?? '') === true;
}

function checkXml(unit: Unit<CrmModel>, context: RuleContext): void {
  for (const { namespace, name, span, value: container = '' } of unit.model.entries) {
    if (namespace !== 'crm.xml-member') continue;
    const declared = resourcesNamed(name, context)[0];
    const kind = declared?.entry.value ?? '';
    if (!declared) context.report('apart', span, { args: { name } });
    else if (!own(holds, container)?.includes(kind)) context.report('kind', span, { args: { name, kind, container } });
  }
}
