import { defineRule } from '../../../core/lint/rule';
import { constraintsOf } from '../effective/constraints';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { typeOf } from './shared-clones';
import { configurationOf } from './shared-drbd';
import { isCrowded, withContainers } from './shared-graph';

export const addressAlone = defineRule<CrmModel>()({
  id: 'crm/address-alone',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'This address is in no group and in no colocation, while the cluster runs other services: it may be on another node than the service that clients look for behind it. An address of the cluster itself is fine as it is.',
    ja: 'このアドレスはどのグループにも colocation にも入っておらず、クライアントが期待するサービスと別のノードで動くことがある。クラスタ管理用のアドレスであれば問題ない。',
  },
  messages: {
    alone: {
      en: 'Nothing keeps the address “{name}” with a service.',
      ja: 'アドレス「{name}」をサービスと同じノードに置く制約がない。',
    },
  },
  examples: {
    bad: ['node a\nprimitive vip IPaddr2 params ip=192.0.2.10\nprimitive web ocf:heartbeat:nginx\n'],
    good: [
      'node a\nprimitive vip IPaddr2 params ip=192.0.2.10\nprimitive web ocf:heartbeat:nginx\ngroup g web vip\n',
      'node a\nprimitive vip IPaddr2 params ip=192.0.2.10\n',
      'primitive vip IPaddr2 params ip=192.0.2.10\nprimitive web ocf:heartbeat:nginx\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Clusters_from_Scratch/html/apache.html',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !/^IPaddr2?$|^IPv6addr$/.test(typeOf(statement)) || !isWholeCluster(context)) return;
    if (!context.has('crm.service', '*')) return;
    const configuration = configurationOf(unit, context);
    const names = withContainers(configuration, name.text);
    const tied =
      names.length > 1 ||
      names.some(
        (one) =>
          isCrowded(configuration, one) || constraintsOf(configuration, one).some(({ kind }) => kind === 'colocation'),
      );
    if (!tied) context.report('alone', name.span, { args: { name: name.text } });
  },
});
