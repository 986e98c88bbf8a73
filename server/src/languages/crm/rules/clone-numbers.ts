import { compareVersions } from '../../../base/versions';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { addMeta, isTrue, writtenIn } from './shared-clones';
import { metaOf, nodesOf } from './shared-drbd';

export const cloneNumbers = defineRule<CrmModel>()({
  id: 'crm/clone-numbers',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['clone', 'ms'],
  docs: {
    en: 'Instances of a clone are alike unless `globally-unique=true` makes each one its own; Pacemaker runs only one of a kind on a node, whatever `clone-node-max` says. And `clone-max` cannot be filled when the nodes together hold fewer instances.',
    ja: 'クローンのインスタンスは、`globally-unique=true` でない限りすべて同じものとして扱われ、`clone-node-max` が何であっても 1 ノードに 1 つしか動かない。また、全ノードで動かせる数より大きい `clone-max` は満たされない。',
  },
  messages: {
    unique: {
      en: 'clone-node-max={count} needs globally-unique=true: Pacemaker runs one instance on a node.',
      ja: 'clone-node-max={count} には globally-unique=true が必要である（1 ノードに 1 つしか動かない）。',
    },
    capacity: {
      en: 'clone-max={max}, but {nodes} nodes hold {room} instances.',
      ja: 'clone-max={max} だが、{nodes} ノードで動かせるのは {room} インスタンスである。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:pacemaker:Dummy\nclone c d meta clone-max=2 clone-node-max=2\n',
      'node a\nnode b\nprimitive d ocf:pacemaker:Dummy\nclone c d meta clone-max=5\n',
    ],
    good: [
      'primitive d ocf:pacemaker:Dummy\nclone c d meta clone-max=2 clone-node-max=2 globally-unique=true\n',
      'node a\nnode b\nprimitive d ocf:pacemaker:Dummy\nclone c d meta clone-max=2\n',
      'primitive d ocf:pacemaker:Dummy\nclone c d meta clone-max=5\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pengine/clone.c, clone_unpack',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement) return;
    const each = metaOf(statement, 'clone-node-max');
    const most = metaOf(statement, 'clone-max');
    const unique = isTrue(writtenIn(statement, 'meta', 'globally-unique'));
    const target = context.settings.target['pacemaker'];
    const isOld = target === undefined || compareVersions(target, '3') < 0;
    if (each && Number(each.value) > 1 && writtenIn(statement, 'meta', 'globally-unique') === undefined && isOld)
      context.report('unique', each.span, {
        args: { count: each.value },
        fixes: () => [addMeta(unit, 'globally-unique', 'true')],
      });
    const nodes = most && isWholeCluster(context) ? nodesOf(context).length : 0;
    const room = nodes * (unique || !isOld ? Math.max(1, Number(each?.value ?? 1)) : 1);
    // Guests and remote nodes count too, and are not all nodes of the file.
    if (!most || nodes < 2 || context.has('crm.more-nodes', '*') || !(Number(most.value) > room)) return;
    context.report('capacity', most.span, { args: { max: most.value, nodes, room } });
  },
});
