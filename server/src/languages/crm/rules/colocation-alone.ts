import { defineRule } from '../../../core/lint/rule';
import { declarationOf } from '../effective/configuration';
import { constraintsOf, expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { isPromotable, typeOf } from './shared-clones';
import { configurationOf } from './shared-drbd';
import { isCrowded, isInfinite, withContainers, withMembers } from './shared-graph';

/** What lies on a promoted DRBD, or on a volume group. */
const onTop = /^(?:Filesystem|LVM|LVM-activate|iSCSITarget|iSCSILogicalUnit|nfsserver)$/;

export const colocationAlone = defineRule<CrmModel>()({
  id: 'crm/colocation-alone',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'The two are kept on one node, but nothing says which starts first. What lies on a DRBD device or a volume group cannot start before that is there: it needs an order too.',
    ja: '同じノードに置かれるが、起動の順序が決まっていない。DRBD のデバイスやボリュームグループの上にあるものは、それより先に起動できないため、order も必要である。',
  },
  messages: {
    order: {
      en: '“{name}” is placed with “{other}”, but nothing starts that first.',
      ja: '「{name}」は「{other}」と同じノードに置かれるが、先に起動する order がない。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m:Master\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m:Master\norder o Mandatory: m:promote fs:start\n',
      'primitive a Dummy\nprimitive b Dummy\ncolocation c inf: a b\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    const { statement } = unit.model;
    const [pair] = statement ? expand(statement) : [];
    if (!statement || statement.resourceSets || pair?.kind !== 'colocation' || !isInfinite(pair.score)) return;
    const configuration = configurationOf(unit, context);
    const names = withMembers(configuration, pair.dependent.name);
    const base = declarationOf(configuration, pair.with.name)?.statement;
    const isBase = base && (isPromotable(base) || /^LVM/.test(typeOf(base)));
    const uses = names.some((name) => onTop.test(typeNamed(configuration, name)));
    if (!isBase || !uses || (base.kind === 'primitive' && names.includes(pair.with.name))) return;
    const own = new Set([...names, ...withContainers(configuration, pair.dependent.name)]);
    const others = new Set([
      ...withMembers(configuration, pair.with.name),
      ...withContainers(configuration, pair.with.name),
    ]);
    const ordered = [...others].some(
      (name) =>
        isCrowded(configuration, name) ||
        constraintsOf(configuration, name).some(
          (constraint) => constraint.kind === 'order' && own.has(constraint.then.name),
        ),
    );
    const span = statement.members[0]?.span;
    if (!ordered && span) context.report('order', span, { args: { name: pair.dependent.name, other: pair.with.name } });
  },
});

function typeNamed(configuration: Parameters<typeof declarationOf>[0], name: string): string {
  const statement = declarationOf(configuration, name)?.statement;
  return statement?.kind === 'primitive' ? typeOf(statement) : '';
}
