import { defineRule } from '../../../core/lint/rule';
import { declarationOf } from '../effective/configuration';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { isPromotable } from './shared-clones';
import { configurationOf } from './shared-drbd';
import { constraintsAt, withContainers } from './shared-graph';

export const colocationRole = defineRule<CrmModel>()({
  id: 'crm/colocation-role',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'An order says that this resource starts after the promotion, so it needs the promoted instance; but the colocation is met by any instance, an unpromoted one too. It may be placed where the device cannot be written. Add the role.',
    ja: 'order ではこのリソースが昇格後に起動するとされており、昇格したインスタンスが必要である。しかし colocation は昇格していないインスタンスでも満たされ、書き込めないノードに置かれることがある。役割を付けること。',
  },
  messages: {
    role: {
      en: '“{name}” starts after “{clone}” is promoted, but may be placed with an unpromoted instance: write {clone}:{role}.',
      ja: '「{name}」は「{clone}」の昇格後に起動するが、昇格していないノードにも置かれうる。{clone}:{role} と書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nclone m d meta promotable=true\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m\norder o Mandatory: m:promote fs:start\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nclone m d meta promotable=true\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m:Promoted\norder o Mandatory: m:promote fs:start\n',
      'primitive s ocf:pacemaker:Stateful\nclone m s meta promotable=true\nprimitive x Dummy\ncolocation c inf: x m\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check(unit, context) {
    const { statement } = unit.model;
    const [dependent, other] = statement?.members ?? [];
    if (!statement || !dependent || !other || statement.members.length !== 2 || statement.resourceSets) return;
    if (
      other.qualifier !== undefined ||
      expand(statement)[0]?.kind !== 'colocation' ||
      /^-/.test(statement.score?.text ?? '')
    )
      return;
    const configuration = configurationOf(unit, context);
    const clone = declarationOf(configuration, other.name);
    if (!clone || !isPromotable(clone.statement)) return;
    const waits = withContainers(configuration, dependent.name).some((name) =>
      constraintsAt(configuration, name).some(
        (constraint) =>
          constraint.kind === 'order' &&
          constraint.then.name === name &&
          constraint.first.name === other.name &&
          constraint.first.qualifier === 'promote',
      ),
    );
    if (!waits) return;
    const role = clone.statement.kind === 'ms' ? 'Master' : 'Promoted';
    context.report('role', other.span, {
      args: { name: dependent.name, clone: other.name, role },
      fixes: () => [
        {
          title: { en: `Write ${other.name}:${role}`, ja: `${other.name}:${role} と書く` },
          safe: false,
          edits: [{ span: { start: other.span.end, end: other.span.end }, newText: `:${role}` }],
        },
      ],
    });
  },
});
