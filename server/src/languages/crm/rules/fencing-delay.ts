import { defineRule } from '../../../core/lint/rule';
import { constraintsOf } from '../effective/constraints';
import { attributesOf, type CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { configurationOf, nodesOf } from './shared-drbd';
import { isBan } from './shared-graph';

export const fencingDelay = defineRule<CrmModel>()({
  id: 'crm/fencing-delay',
  severity: 'information',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'When the link between two nodes breaks, both fence the other at the same moment and both go down. A delay on one device (`pcmk_delay_base=5s` on the one for the node that should win) or the property priority-fencing-delay decides the race. A node’s own device is better kept off it by a location.',
    ja: '2 ノード間の通信が切れると、双方が同時に相手をフェンシングして両方が停止する。片方のデバイスに遅延（勝たせたいノード用のデバイスに `pcmk_delay_base=5s`）を設定するか、プロパティ priority-fencing-delay を使うこと。また自ノード用のデバイスは location で自ノードから外すとよい。',
  },
  messages: {
    race: {
      en: 'Two nodes and no delay: both may fence the other at once.',
      ja: '2 ノードで遅延がなく、同時に互いをフェンシングするおそれがある。',
    },
    own: {
      en: 'Keep “{name}” off the node that it fences: location l-{name} {name} -inf: {node}.',
      ja: '「{name}」は対象のノード自身では動かさない方がよい（location l-{name} {name} -inf: {node}）。',
    },
  },
  examples: {
    bad: [
      'node a\nnode b\nprimitive sa stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list=a\nprimitive sb stonith:fence_ipmilan params ip=10.0.0.2 pcmk_host_list=b\n',
      'node a\nnode b\nnode c\nprimitive sa stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list=a\n',
    ],
    good: [
      'node a\nnode b\nprimitive sa stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list=a pcmk_delay_base=5s\nprimitive sb stonith:fence_ipmilan params ip=10.0.0.2 pcmk_host_list=b\nlocation l sa -inf: a\nlocation m sb -inf: b\n',
      'node a\nnode b\nprimitive sb stonith:fence_sbd params devices=/dev/x pcmk_delay_max=10s\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/fencing.html, pcmk_delay_base',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !statement.agent?.value.startsWith('stonith:') || !isWholeCluster(context)) return;
    const params = attributesOf(statement, 'params');
    const nodes = nodesOf(context);
    const devices = context.lookup('crm.fencing', 'device').map((found) => (found.unit.model as CrmModel).statement);
    if (
      nodes.length === 2 &&
      devices[0]?.name?.text === name.text &&
      !context.has('crm.property', 'priority-fencing-delay')
    ) {
      const delayed = devices.some(
        (device) =>
          device &&
          (device.template ||
            attributesOf(device, 'params').some(({ name: param }) =>
              /^(?:pcmk_delay_(?:base|max)|delay)$/.test(param),
            )),
      );
      if (!delayed) context.report('race', statement.agent);
    }
    const list =
      params
        .find(({ name: param }) => param === 'pcmk_host_list')
        ?.value?.replace(/["']/g, '')
        .trim() ?? '';
    if (!nodes.includes(list)) return;
    const kept = constraintsOf(configurationOf(unit, context), name.text).some(
      (constraint) =>
        constraint.kind === 'location' &&
        (constraint.node === undefined || (constraint.node === list && isBan(constraint.score))),
    );
    if (!kept) context.report('own', name.span, { args: { name: name.text, node: list }, severity: 'hint' });
  },
});
