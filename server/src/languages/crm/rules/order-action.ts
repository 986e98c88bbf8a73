import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { type Configuration, declarationOf } from '../effective/configuration';
import { expand, type Ordering } from '../effective/constraints';
import type { CrmModel } from '../model';
import type { Member, Statement } from '../statement';
import { isPromotable, typeOf } from './shared-clones';
import { configurationOf } from './shared-drbd';
import { constraintsAt, withContainers, withMembers } from './shared-graph';

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
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\nprimitive x Dummy\norder o Mandatory: m fs x\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\nprimitive x Dummy\norder o Mandatory: m:promote fs x\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive fs Filesystem params device=/dev/drbd0\norder o Mandatory: m:promote fs:start\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nprimitive x Dummy\norder o Mandatory: m x\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pacemaker/pcmk_sched_ordering.c, unpack_simple_rsc_order',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement) return;
    const configuration = configurationOf(unit, context);
    if (!statement.resourceSets) checkInherited(statement, configuration, context);
    const pair = expand(statement).find(
      (order) => order.kind === 'order' && needsPromotion(statement, configuration, order),
    );
    if (pair?.kind !== 'order') return;
    const [first, second] = [pair.first, pair.then].map(({ name }) =>
      statement.members.find((member) => member.name === name),
    );
    if (!first || !second) return;
    // In sets it is the action of the first that is missing: those without one start.
    const added: (readonly [Member, string])[] = [[first, 'promote']];
    if (!statement.resourceSets) added.push([second, 'start']);
    const isBracketed = /[([]/.test(unit.text.slice(0, first.span.start));
    context.report('promote', first.span, {
      args: { first: first.name, name: second.name },
      fixes: () => (isBracketed ? [] : [append(added)]),
    });
  },
});

/** The second of two takes over an action that it does not have. */
function checkInherited({ members }: Statement, configuration: Configuration, context: RuleContext): void {
  const [first, second, more] = members;
  const action = first?.qualifier ?? '';
  if (!second || more || second.qualifier !== undefined || !/^(?:promote|demote)$/.test(action)) return;
  const to = declarationOf(configuration, second.name)?.statement;
  if (!to || to.kind === 'rsc_template' || isPromotable(to)) return;
  context.report('inherits', second.span, {
    args: { name: second.name, action },
    fixes: () => [append([[second, action === 'demote' ? 'stop' : 'start']])],
  });
}

/** Whether an order without actions puts what needs a promoted instance behind the start of a promotable clone. */
function needsPromotion(statement: Statement, configuration: Configuration, { first, then }: Ordering): boolean {
  const isSaid = statement.resourceSets
    ? statement.resourceSets.some(({ members, qualifier }) => qualifier !== '' && members.includes(first.name))
    : first.qualifier !== '' || then.qualifier !== '';
  const [from, to] = [first.name, then.name].map((name) => declarationOf(configuration, name)?.statement);
  if (isSaid || !from || !to || to.kind === 'rsc_template' || isPromotable(to) || !isPromotable(from)) return false;
  const isPlaced = withContainers(configuration, then.name).some((name) =>
    constraintsAt(configuration, name).some(
      (constraint) =>
        constraint.kind === 'colocation' &&
        constraint.dependent.name === name &&
        constraint.with.name === first.name &&
        /^(?:promoted|master)$/i.test(constraint.with.qualifier),
    ),
  );
  return isPlaced || withMembers(configuration, then.name).some((name) => isOnDrbd(configuration, name));
}

/** Whether a resource is a file system on a DRBD device. */
function isOnDrbd(configuration: Configuration, name: string): boolean {
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
