import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { writtenIn } from './shared-clones';

export const agentAdvice = defineRule<CrmModel>()({
  id: 'crm/agent-advice',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The apache agent asks the server-status page, which the server must offer to the node itself. And mail on a failover is better sent by an alert: a MailTo or ClusterMon resource is one more that can fail.',
    ja: 'apache エージェントは server-status ページを参照するため、サーバーがノード自身に公開している必要がある。フェイルオーバ時のメールは alert で送る方がよい。MailTo や ClusterMon はそれ自体が故障しうるリソースである。',
  },
  messages: {
    status: {
      en: 'The monitor asks http://localhost:80/server-status: switch mod_status on, or set statusurl.',
      ja: 'monitor は http://localhost:80/server-status を参照する。mod_status を有効にするか statusurl を指定すること。',
    },
    alert: {
      en: 'An alert (alert_smtp.sh) tells the same without a resource.',
      ja: 'alert（alert_smtp.sh）ならリソースなしで通知できる。',
    },
  },
  examples: {
    bad: [
      'primitive web apache params configfile=/etc/httpd/conf/httpd.conf\n',
      'primitive m MailTo params email=root\n',
    ],
    good: [
      'primitive web apache params configfile=/etc/httpd/conf/httpd.conf statusurl=http://127.0.0.1/server-status\n',
      'primitive web apache params configfile=/x testurl=http://127.0.0.1/\n',
    ],
  },
  source: 'resource-agents 4.12, ocf:heartbeat:apache; pacemaker 2.1.5, ocf:pacemaker:ClusterMon',
  check({ model: { statement, agent } }, { report }) {
    const id = agent?.row.id;
    if (!statement?.agent || statement.template) return;
    if (id === 'ocf:heartbeat:apache' && writtenIn(statement, 'params', 'statusurl', 'testurl', 'client') === undefined)
      report('status', statement.agent);
    if (id === 'ocf:heartbeat:MailTo' || id === 'ocf:pacemaker:ClusterMon') report('alert', statement.agent);
  },
});
