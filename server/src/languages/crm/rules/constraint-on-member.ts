import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Found } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';

export const constraintOnMember = defineRule<CrmModel>()({
  id: 'crm/constraint-on-member',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The resource lives inside another. Inside a clone or a bundle it has several instances, so Pacemaker cannot tell which one is meant, ignores such a colocation, and crm verify calls it ambiguous: name the clone. Inside a group it works, and draws the whole group along or parts it at this member, which is seldom meant: name the group.',
    ja: 'このリソースはほかのリソースの中にある。clone や bundle の中ではインスタンスが複数になるため対象が決まらず、Pacemaker はこのような colocation を無視し、crm verify は曖昧だと警告する。clone を指定すること。group の中であれば動作はするが、group 全体が引きずられたり、途中で分かれたりする。それが意図でなければ group を指定すること。',
  },
  messages: {
    instances: {
      en: '{name} is inside {container}: a constraint belongs to {container}.',
      ja: '{name} は {container} の中にある。制約は {container} に付けること。',
    },
    grouped: {
      en: '{name} is a member of the group {container}: if all of it is meant, name {container}.',
      ja: '{name} は group {container} のメンバーである。全体が対象なら {container} を指定すること。',
    },
    container: { en: 'it is in here', ja: 'この中にある' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\nclone c a\ncolocation l inf: b a\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ngroup g a b\nlocation l a 100: n1\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\nclone c a\ncolocation l inf: b c\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ngroup g a b\nlocation l g 100: n1\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, _check_if_constraint_ref_is_child',
  kinds: ['location', 'colocation', 'order', 'rsc_ticket'],
  check({ model: { statement } }, context) {
    for (const { name, span } of statement?.members ?? []) {
      const around = containersOf(name, context);
      const outermost = around.at(-1);
      const container = outermost?.entry.value;
      if (!outermost || container === undefined || container === '') continue;
      const isGrouped = around.every(({ unit }) => kindOf(unit.model as CrmModel) === 'group');
      // An order between single members is often meant (the agents of SAP want it so).
      if (isGrouped && statement?.kind === 'order') continue;
      context.report(isGrouped ? 'grouped' : 'instances', span, {
        // crm says nothing of members of groups in locations.
        ...(isGrouped && { severity: statement?.kind === 'colocation' ? 'information' : 'hint' }),
        args: { name, container },
        related: [{ found: outermost, message: 'container' }],
        fixes: () => changeTo(span, container),
      });
    }
  },
});

const kindOf = ({ statement }: CrmModel): string => statement?.kind ?? '';

/** The groups, clones and bundles round a resource, from the inside out. */
function containersOf(name: string, { lookup }: RuleContext): Found[] {
  const around: Found[] = [];
  for (let inner: string | undefined = name; inner !== undefined && around.length < 4; ) {
    const outer: Found | undefined = lookup('crm.member', inner)[0];
    if (outer) around.push(outer);
    inner = outer?.entry.value;
  }
  return around;
}
