import { nearest } from '../../../base/suggest';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import { clonesOf, drbdResourceOf, hostsOf, metaOf, nodesOf, primitivesOf } from './shared-drbd';

export const drbdHosts = defineRule<CrmModel>()({
  id: 'crm/drbd-hosts',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'Pacemaker starts DRBD on its nodes, and DRBD finds its own section there by the host name (`uname -n`). A host that no node has the name of never runs under Pacemaker; on a node without an `on` section the agent fails. Use the same names on both sides, or keep the resource off the other nodes with a location constraint.',
    ja: 'Pacemaker は自分のノードで DRBD を起動し、DRBD はホスト名（`uname -n`）で自分の `on` セクションを探す。ノード名と一致しないホストは Pacemaker の管理下で動かず、`on` セクションのないノードではエージェントが失敗する。両方の名前を揃えるか、location 制約で他のノードを除外すること。',
  },
  messages: {
    domain: {
      en: '“on {host}” of the DRBD resource {resource} and the node “{node}” are not one name: both have to be what “uname -n” says.',
      ja: 'DRBD リソース {resource} の「on {host}」とノード「{node}」の名前が一致しない。どちらも uname -n の値とすること。',
    },
    typo: {
      en: '“on {host}” of the DRBD resource {resource} is no node of the cluster. Is “{node}” meant?',
      ja: 'DRBD リソース {resource} の「on {host}」というノードはない。「{node}」の誤りでは？',
    },
    none: {
      en: 'No host of the DRBD resource {resource} ({hosts}) is a node of the cluster.',
      ja: 'DRBD リソース {resource} のホスト（{hosts}）にクラスタのノードが 1 つもない。',
    },
    node: {
      en: 'The DRBD resource {resource} has no “on {node}”, and nothing keeps it off that node.',
      ja: 'DRBD リソース {resource} に「on {node}」がなく、そのノードを除外する制約もない。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nnode alice\nnode bob\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r0.res ==\nresource r0 {\n  on alice { address 10.0.0.1:7788; }\n  on bob.example.com { address 10.0.0.2:7788; }\n}\n',
      '== a.crm ==\nnode alice\nnode bob\nnode carol\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p\n== drbd.d/r0.res ==\nresource r0 {\n  on alice { address 10.0.0.1:7788; }\n  on bob { address 10.0.0.2:7788; }\n}\n',
    ],
    good: [
      '== a.crm ==\nnode alice\nnode bob\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r0.res ==\nresource r0 {\n  on alice { address 10.0.0.1:7788; }\n  on bob { address 10.0.0.2:7788; }\n  on far-away { address 10.9.0.2:7788; }\n}\n',
      '== a.crm ==\nnode alice\nnode bob\nnode carol\nprimitive p ocf:linbit:drbd params drbd_resource=r0\nms ms_p p\nlocation l ms_p -inf: carol\n== drbd.d/r0.res ==\nresource r0 {\n  on alice { address 10.0.0.1:7788; }\n  on bob { address 10.0.0.2:7788; }\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-configure-resource',
  check(unit, context) {
    const resource = drbdResourceOf(unit.model.statement);
    const hosts = resource ? hostsOf(context, resource.name) : [];
    const nodes = hosts.length > 0 ? nodesOf(context) : [];
    if (!resource || nodes.length === 0) return;
    const report = (message: string, args: Record<string, string>) =>
      context.report(message, resource.span, { args: { resource: resource.name, hosts: hosts.join(', '), ...args } });
    const strange = hosts.filter((host) => !nodes.includes(host));
    const free = nodes.filter((node) => !hosts.includes(node));
    let explained = false;
    for (const host of strange) {
      const sameHost = free.find((node) => shortName(node) === shortName(host));
      const similar = sameHost ?? nearest(host, free);
      if (similar === undefined) continue;
      explained = true;
      report(sameHost === undefined ? 'typo' : 'domain', { host, node: similar });
    }
    if (explained) return;
    if (strange.length === hosts.length) report('none', {});
    else if (free[0] !== undefined && !isLimited(unit, context, resource.name, hosts.length))
      report('node', { node: free[0] });
  },
});

const shortName = (host: string): string => host.replace(/\..*$/, '').toLowerCase();

/** Whether something says where the resource runs: constraints on it or on its clone, or a number of instances. */
function isLimited(unit: Unit<CrmModel>, context: RuleContext, resource: string, hosts: number): boolean {
  if (context.has('crm.property', 'symmetric-cluster')) return true;
  const names = [...primitivesOf(context, resource), ...clonesOf(unit, context, resource)];
  return names.some((name) =>
    context.lookup('crm.resource', name).some((found) => {
      const statement = (found.unit.model as CrmModel).statement;
      if (statement?.kind === 'location') return true;
      const most = statement && metaOf(statement, 'clone-max');
      return most !== undefined && Number(most.value) <= hosts;
    }),
  );
}
