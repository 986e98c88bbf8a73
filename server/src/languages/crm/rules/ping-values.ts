import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import { writtenIn } from './shared-clones';
import { secondsOf } from './shared-times';

export const pingValues = defineRule<CrmModel>()({
  id: 'crm/ping-values',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The agent pings its hosts one after the other, each as often as `attempts` says: when none answers, that takes hosts × attempts × timeout seconds, which the monitor has to wait for. And with one host only, the failure of that host takes the service down everywhere where a rule bans nodes without connection.',
    ja: 'エージェントはホストを順に、それぞれ `attempts` 回 ping する。応答がないと ホスト数 × attempts × timeout 秒かかるため、monitor のタイムアウトはそれより長くすること。またホストが 1 つだけだと、そのホストの故障で、接続のないノードを禁止する規則により全ノードでサービスが停止する。',
  },
  messages: {
    short: {
      en: '{hosts} hosts × {attempts} attempts × {each} s do not fit into {timeout}.',
      ja: 'ホスト {hosts} × attempts {attempts} × {each} 秒は {timeout} に収まらない。',
    },
    single: {
      en: 'One host only: its failure looks like the loss of the network on every node.',
      ja: 'ホストが 1 つだけである。その故障は全ノードのネットワーク断に見える。',
    },
  },
  examples: {
    bad: [
      'primitive p ocf:pacemaker:ping params host_list="10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4 10.0.0.5" timeout=3 op monitor interval=10s timeout=20s\n',
      'primitive p ocf:pacemaker:ping params host_list=10.0.0.1\n',
    ],
    good: [
      'primitive p ocf:pacemaker:ping params host_list="10.0.0.1 10.0.0.2" timeout=2 op monitor interval=10s timeout=60s\n',
      'primitive p ocf:pacemaker:ping params host_list="10.0.0.1 10.0.0.2 10.0.0.3 10.0.0.4" timeout=5 use_fping=1 op monitor interval=10s timeout=20s\n',
    ],
  },
  source: 'pacemaker 2.1.5, ocf:pacemaker:ping, ping_check',
  check({ model: { statement, agent } }, { report }) {
    if (!statement || agent?.row.id !== 'ocf:pacemaker:ping') return;
    const list = attributesOf(statement, 'params').find(({ name }) => name === 'host_list');
    const value = list?.value?.replace(/["']/g, '') ?? '';
    if (!list?.valueSpan || isTemplated(value) || /[$@{]/.test(value)) return;
    const hosts = value.split(/\s+/).filter((host) => host !== '').length;
    if (hosts === 1) report('single', list.valueSpan, { severity: 'hint' });
    if (/^["']?(?:1|true|yes|on)/i.test(writtenIn(statement, 'params', 'use_fping') ?? '')) return;
    const attempts = Number(writtenIn(statement, 'params', 'attempts')?.replace(/["']/g, '') ?? 3);
    const each = secondsOf(writtenIn(statement, 'params', 'timeout')) ?? 2;
    for (const { name, attributes } of statement.operations) {
      const timeout = attributes.find((attribute) => attribute.name === 'timeout');
      const seconds = secondsOf(timeout?.value);
      if (!/^(?:start|monitor)$/.test(name?.value ?? '') || !timeout?.valueSpan || seconds === undefined) continue;
      if (Number.isFinite(attempts) && hosts * attempts * each > seconds)
        report('short', timeout.valueSpan, { args: { hosts, attempts, each, timeout: timeout.value ?? '' } });
    }
  },
});
