import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import { saidScope } from '../whole';

export const unknownNode = defineRule<CrmModel>()({
  id: 'crm/unknown-node',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The configuration names its nodes, and this is none of them. Pacemaker takes such a location, rule or fencing target and it never applies; crm verify warns. Correct the name. Remote nodes, guest nodes and the nodes of bundles count, and so do those of a corosync.conf near by; upper and lower case are the same.',
    ja: '設定に列挙されているノードの中に、この名前がない。Pacemaker は location、ルール、フェンシング対象として受け取るが、適用されることはない。crm verify も警告する。名前を直すこと。リモートノード、ゲストノード、bundle のノード、近くの corosync.conf のノードも数え、大文字と小文字は区別しない。',
  },
  messages: {
    unknown: { en: 'There is no node “{name}” here.', ja: '「{name}」というノードはない。' },
    nearest: {
      en: 'There is no node “{name}” here. Did you mean “{other}”?',
      ja: '「{name}」というノードはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: [
      'node alice\nnode bob\nprimitive a ocf:heartbeat:Dummy\nlocation l a 10: alcie\n',
      'node alice\nprimitive a ocf:heartbeat:Dummy\nlocation l a rule 10: #uname eq carol\n',
      'node alice\nprimitive f stonith:fence_ipmilan\nfencing_topology bob: f\n',
    ],
    good: [
      'node 1: alice\nprimitive a ocf:heartbeat:Dummy\nlocation l a 10: Alice\n',
      'primitive a ocf:heartbeat:Dummy\nlocation l a 10: carol\n',
      'node alice\nprimitive a ocf:heartbeat:VirtualDomain meta remote-node=guest\nlocation l a 10: guest\n',
      '# linux-ha: crm scope fragment\nnode alice\nlocation l a 10: bob\n',
      'node alice\nprimitive far ocf:pacemaker:remote\nlocation l far 10: far\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, CibLocation.check_sanity and CibFencingOrder.check_sanity',
  check({ model: { entries } }, context) {
    for (const { namespace, role, name, span } of entries) {
      if (namespace !== 'crm.node' || role !== 'reference' || isTemplated(name)) continue;
      if (!context.has('crm.kind', 'node') || saidScope(context) === 'fragment' || isNode(name, context)) continue;
      const other = nearest(name, nodesOf(context));
      context.report(other === undefined ? 'unknown' : 'nearest', span, {
        args: { name, other: other ?? '' },
        fixes: () => changeTo(span, other),
      });
    }
  },
});

function isNode(name: string, context: RuleContext): boolean {
  if (context.declarations('crm.node', name).length > 0 || context.has('crm.remote-node', name)) return true;
  if (context.nearby.declarations('crm.node', name).length > 0) return true;
  const bundle = /^(.+)-\d+$/.exec(name)?.[1];
  const bearers = [name, bundle].flatMap((id) => (id === undefined ? [] : context.declarations('crm.resource', id)));
  // The resource of a remote node bears its name, and the nodes of a bundle are numbered.
  if (bearers.some(({ entry, unit }) => entry.value === 'bundle' || isRemote(unit.model as CrmModel))) return true;
  const lower = name.toLowerCase();
  return [...nodesOf(context)].some((node) => node.toLowerCase() === lower);
}

const isRemote = ({ statement }: CrmModel): boolean => /:remote$/.test(statement?.agent?.value ?? '');

function* nodesOf({ lookup }: RuleContext): Generator<string> {
  for (const { unit } of lookup('crm.kind', 'node')) {
    const node = unit.entries.find(({ namespace, role }) => namespace === 'crm.node' && role === 'declaration')?.name;
    if (node !== undefined) yield node;
  }
}
