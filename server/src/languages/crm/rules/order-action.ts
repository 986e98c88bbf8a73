import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { declarationOf } from '../effective/configuration';
import { constraintsOf, expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import type { Member } from '../statement';
import { isPromotable, typeOf } from './shared-clones';
import { configurationOf } from './shared-drbd';
import { withContainers, withMembers } from './shared-graph';

export const orderAction = defineRule<CrmModel>()({
  id: 'crm/order-action',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'Without an action of its own the second resource of an order gets that of the first: `ms_r0:promote fs` waits for a promotion of the file system, which never comes, so the order holds nothing back. And an order after a promotable clone without `:promote` is met as soon as DRBD is started, before the device can be written.',
    ja: 'order の 2 番目のリソースは、アクションを書かないと 1 番目のものを引き継ぐ。`ms_r0:promote fs` は存在しない「ファイルシステムの promote」への順序となり、何も待たない。また promotable クローンの後の order に `:promote` がないと、DRBD の起動だけで満たされ、書き込めないうちに次が起動する。',
  },
  messages: {
    inherits: {
      en: '“{name}” inherits the action {action}, which it does not have: write {name}:start.',
      ja: '「{name}」はアクション {action} を引き継ぐが、対応していない。{name}:start と書くこと。',
    },
    promote: {
      en: '“{name}” needs the promoted instance: write {first}:promote {name}:start.',
      ja: '「{name}」には昇格したインスタンスが必要である。{first}:promote {name}:start と書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\norder o Mandatory: m:promote fs\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\ncolocation c inf: fs m:Master\norder o Mandatory: m fs\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\norder o Mandatory: m:promote fs:start\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive x Dummy\norder o Mandatory: m x\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pacemaker/pcmk_sched_ordering.c, unpack_simple_rsc_order',
  check(unit, context) {
    const { statement } = unit.model;
    const [first, second] = statement?.members ?? [];
    if (!statement || !first || !second || statement.members.length !== 2 || statement.resourceSets) return;
    if (expand(statement)[0]?.kind !== 'order') return;
    const configuration = configurationOf(unit, context);
    const [from, to] = [first.name, second.name].map((name) => declarationOf(configuration, name));
    if (!from || !to || to.statement.kind === 'rsc_template') return;
    const action = first.qualifier ?? '';
    const promotes = isPromotable(to.statement);
    if (/^(?:promote|demote)$/.test(action) && second.qualifier === undefined && !promotes) {
      const needed = action === 'demote' ? 'stop' : 'start';
      context.report('inherits', second.span, {
        args: { name: second.name, action },
        fixes: () => [append([[second, needed]])],
      });
    }
    if (action !== '' || second.qualifier !== undefined || promotes || !isPromotable(from.statement)) return;
    const usesPromoted =
      withContainers(configuration, second.name).some((name) =>
        constraintsOf(configuration, name).some(
          (constraint) =>
            constraint.kind === 'colocation' &&
            constraint.dependent.name === name &&
            constraint.with.name === first.name &&
            /^(?:promoted|master)$/i.test(constraint.with.qualifier),
        ),
      ) || withMembers(configuration, second.name).some((name) => isOnDrbd(configuration, name));
    if (!usesPromoted) return;
    context.report('promote', first.span, {
      args: { first: first.name, name: second.name },
      fixes: () => [
        append([
          [first, 'promote'],
          [second, 'start'],
        ]),
      ],
    });
  },
});

/** Whether a resource is a file system on a DRBD device. */
function isOnDrbd(configuration: Parameters<typeof declarationOf>[0], name: string): boolean {
  const statement = declarationOf(configuration, name)?.statement;
  return (
    statement !== undefined &&
    typeOf(statement) === 'Filesystem' &&
    statement.sets.some(({ attributes }) =>
      attributes.some((one) => one.name === 'device' && one.value?.startsWith('/dev/drbd')),
    )
  );
}

const append = (actions: readonly (readonly [Member, string])[]): Fix => {
  const written = actions.map(([{ name }, action]) => `${name}:${action}`).join(' ');
  return {
    title: { en: `Write ${written}`, ja: `${written} と書く` },
    safe: false,
    edits: actions.map(([{ span }, action]) => ({ span: { start: span.end, end: span.end }, newText: `:${action}` })),
  };
};
