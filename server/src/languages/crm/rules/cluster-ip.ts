import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { cloneRound, isTrue, writtenIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

export const clusterIp = defineRule<CrmModel>()({
  id: 'crm/cluster-ip',
  severity: 'information',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'An IPaddr2 that runs on several nodes at once shares the address by the CLUSTERIP target of iptables. Linux 6.3 and several distributions before it have dropped that target: the address then does not come up. A load balancer, or one address a node with DNS, does the same.',
    ja: '複数ノードで同時に動く IPaddr2 は、iptables の CLUSTERIP ターゲットでアドレスを共有する。このターゲットは Linux 6.3（一部のディストリビューションではそれ以前）で廃止されており、アドレスが起動しない。ロードバランサー、またはノードごとのアドレスと DNS で代替できる。',
  },
  messages: {
    gone: {
      en: 'An address on several nodes needs the CLUSTERIP target, which newer kernels do not have.',
      ja: '複数ノードでのアドレス共有には CLUSTERIP ターゲットが必要だが、新しいカーネルにはない。',
    },
  },
  examples: {
    bad: [
      'primitive v IPaddr2 params ip=192.0.2.10\nclone c v meta clone-max=2 clone-node-max=2 globally-unique=true\n',
    ],
    good: [
      'primitive v IPaddr2 params ip=192.0.2.10\n',
      'primitive v IPaddr2 params ip=127.0.0.9 lvs_support=true\nclone c v\n',
    ],
  },
  source: 'Linux 6.3 change log: netfilter, ipt_CLUSTERIP removed',
  check(unit, context) {
    const { statement, agent } = unit.model;
    const name = statement?.name;
    if (!name || agent?.row.id !== 'ocf:heartbeat:IPaddr2') return;
    const hash = attributesOf(statement, 'params').find((attribute) => attribute.name === 'clusterip_hash');
    const clone = cloneRound(configurationOf(unit, context), name.text);
    if (!clone || (!hash && !isTrue(writtenIn(clone.statement, 'meta', 'globally-unique')))) return;
    context.report('gone', hash?.nameSpan ?? name.span);
  },
});
