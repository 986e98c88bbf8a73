import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const corosyncNodes = defineRule<CrmModel>()({
  id: 'crm/corosync-nodes',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['node'],
  docs: {
    en: 'The `corosync.conf` beside this file has a node list without this node. Pacemaker takes the names of its nodes from there: what is said of any other name is said of a node that never comes.',
    ja: '同じ場所にある `corosync.conf` のノード一覧に、このノードがない。Pacemaker はノード名をそこから得るため、それ以外の名前への設定は存在しないノードへの設定となる。',
  },
  messages: {
    unknown: {
      en: 'corosync.conf has no node “{name}”.',
      ja: 'corosync.conf に「{name}」というノードはない。',
    },
    nearest: {
      en: 'corosync.conf has no node “{name}”. Did you mean “{other}”?',
      ja: 'corosync.conf に「{name}」というノードはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: ['== a.crm ==\nnode alice\n== corosync.conf ==\nnodelist {\n  node {\n    name: db1\n  }\n}\n'],
    good: [
      '== a.crm ==\nnode db1\n== corosync.conf ==\nnodelist {\n  node {\n    name: db1\n  }\n}\n',
      '== a.crm ==\nnode far:remote\n== corosync.conf ==\nnodelist {\n  node {\n    name: db1\n  }\n}\n',
      '== a.crm ==\nnode alice\n== corosync.conf ==\ntotem {\n  version: 2\n}\n',
    ],
  },
  source: 'corosync.conf(5), corosync 3; pacemaker 2.1.5, lib/cluster/corosync.c, pcmk__corosync_name',
  check({ model: { statement } }, context) {
    const name = statement?.name;
    if (!name || isTemplated(name.text) || (statement.nodeType ?? 'normal') === 'remote') return;
    const { nearby } = context;
    if (!nearby.has('crm.corosync', '*') || nearby.declarations('crm.node', name.text).length > 0) return;
    // A guest node is declared by a resource, a remote one by its connection.
    if (context.has('crm.remote-node', name.text) || context.declarations('crm.resource', name.text).length > 0) return;
    const other = nearest(name.text, nearby.declared('crm.node'));
    context.report(other === undefined ? 'unknown' : 'nearest', name.span, {
      args: { name: name.text, other: other ?? '' },
      fixes: () => changeTo(name.span, other),
    });
  },
});
