import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import { containersOf } from '../effective/configuration';
import { type Constraint, constraintsOf } from '../effective/constraints';
import type { CrmModel } from '../model';
import { clonesOf, configurationOf } from './shared-drbd';

export const drbdNotFollowed = defineRule<CrmModel>()({
  id: 'crm/drbd-not-followed',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'This resource uses the device of a DRBD resource that Pacemaker promotes, but nothing ties the two together: it may start on another node, or before the promotion, where the device cannot be opened for writing. It (or its group) needs a colocation with the promoted instance and an order after the promotion.',
    ja: 'Pacemaker が昇格させる DRBD リソースのデバイスを使うが、両者を結ぶ制約がない。別のノードで、または昇格前に起動し、デバイスに書き込めないことがある。このリソース（またはグループ）に、昇格したインスタンスとの colocation と、昇格後の order が必要である。',
  },
  messages: {
    neither: {
      en: 'Nothing ties “{name}” to “{clone}”, which promotes its device: it needs a colocation and an order.',
      ja: '「{name}」とデバイスを昇格させる「{clone}」を結ぶ制約がない。colocation と order が必要である。',
    },
    other: {
      en: '“{name}” follows “{wrong}”, but its device belongs to “{clone}”.',
      ja: '「{name}」は「{wrong}」に従うが、デバイスは「{clone}」のものである。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms ms_d d meta notify=true\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=ext4\n',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms ms_d d\nprimitive e ocf:linbit:drbd params drbd_resource=r1\nms ms_e e\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=ext4\ncolocation c inf: fs ms_e:Master\n',
    ],
    good: [
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nms ms_d d meta notify=true\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=ext4\ngroup g fs\ncolocation c inf: g ms_d:Master\norder o inf: ms_d:promote g:start\n',
      'primitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=ext4\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!statement || !name) return;
    const used = unit.model.entries.filter(({ namespace }) => namespace === 'drbd.device-use');
    for (const { name: device, span } of used) {
      const resource = resourceOf(context, device);
      const clones = resource === undefined ? [] : clonesOf(unit, context, resource);
      if (clones[0] === undefined) continue;
      const followed = followedBy(unit, context, name.text);
      if (clones.some((clone) => followed.has(clone))) continue;
      const wrong = [...followed].find((other) => isDrbdClone(context, other));
      context.report(wrong === undefined ? 'neither' : 'other', span, {
        args: { name: name.text, clone: clones[0], wrong: wrong ?? '' },
        fixes: () => (wrong === undefined ? [tie(unit, context, name.text, clones[0] ?? '')] : []),
      });
    }
  },
});

/** The colocation and the order that a resource, or the group that it is in, needs with a promoted DRBD. */
function tie(unit: Unit<CrmModel>, context: RuleContext, name: string, clone: string): Fix {
  const outer = containersOf(configurationOf(unit, context), name).at(-1)?.statement.name?.text ?? name;
  const [declared] = context.declarations('crm.resource', clone);
  const role = (declared?.unit.model as CrmModel | undefined)?.statement?.kind === 'ms' ? 'Master' : 'Promoted';
  const at = unit.text.trimEnd().length;
  return {
    title: {
      en: `Tie ${outer} to ${clone}: colocation and order`,
      ja: `${outer} を ${clone} に従わせる（colocation と order）`,
    },
    safe: false,
    edits: [
      {
        span: { start: at, end: at },
        newText: `\ncolocation c-${outer} inf: ${outer} ${clone}:${role}\norder o-${outer} Mandatory: ${clone}:promote ${outer}:start`,
      },
    ],
  };
}

/** The resource that a device belongs to: as a link says, or as the DRBD files near by do. */
const resourceOf = ({ nearby }: RuleContext, device: string): string | undefined =>
  /^\/dev\/drbd\/by-res\/([^/]+)/.exec(device)?.[1] ??
  nearby.lookup('drbd.device', device)[0]?.entry.value?.replace(/\/\d+$/, '');

/** What a resource, or a container round it, is tied to by a colocation or an order. */
function followedBy(unit: Unit<CrmModel>, context: RuleContext, name: string): Set<string> {
  const configuration = configurationOf(unit, context);
  const names = [name, ...containersOf(configuration, name).flatMap(({ statement }) => statement.name?.text ?? [])];
  return new Set(
    names.flatMap((one) => constraintsOf(configuration, one).flatMap((constraint) => otherEnds(constraint, one))),
  );
}

function otherEnds(constraint: Constraint, name: string): string[] {
  const ends =
    constraint.kind === 'colocation'
      ? [constraint.dependent.name, constraint.with.name]
      : constraint.kind === 'order'
        ? [constraint.first.name, constraint.then.name]
        : [];
  return ends.filter((end) => end !== name);
}

/** Whether a name is a clone whose primitive is DRBD's agent. */
function isDrbdClone(context: RuleContext, name: string): boolean {
  const [declared] = context.declarations('crm.resource', name);
  const child = (declared?.unit.model as CrmModel | undefined)?.statement;
  if (!child || (child.kind !== 'clone' && child.kind !== 'ms')) return false;
  return child.members.some(({ name: member }) =>
    context
      .declarations('crm.resource', member)
      .some(({ unit: other }) => (other.model as CrmModel).statement?.agent?.value.endsWith(':drbd')),
  );
}
