import { nearest } from '../../../base/suggest';
import type { ValueType } from '../../../core/facts/types';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const parameterValue = defineRule<CrmModel>()({
  id: 'crm/parameter-value',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The agent says of which type its parameter is, and the value is of another. crm does not look at this: the agent finds out when it starts, or takes what it cannot read for “no” or 0. Write a value of the type that is named.',
    ja: 'エージェントが宣言しているパラメータの型に、値が合っていない。crm はこれを検査せず、エージェントが起動時にエラーにするか、読めない値を「いいえ」や 0 とみなす。示された型の値を書くこと。',
  },
  messages: {
    boolean: {
      en: '“{value}” is neither yes nor no: {name} wants true or false.',
      ja: '「{value}」は真偽値ではない。{name} には true か false を書く。',
    },
    integer: {
      en: '“{value}” is no number, which {name} wants.',
      ja: '「{value}」は数値ではない。{name} には数値を書く。',
    },
    enum: {
      en: '“{value}” is no value for {name}: {values}.',
      ja: '{name} に「{value}」は使えない。使える値: {values}。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1 run_arping=maybe',
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1 arp_count=xx',
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1 clusterip_firewall=ipchains',
    ],
    good: [
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1 run_arping=Yes arp_count=5',
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1 arp_count=$COUNT',
    ],
  },
  source: 'the agents’ metadata; crmsh 4.4.1 does not look',
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement, agent } }, context) {
    if (!statement || !agent) return;
    for (const { kind, attributes } of statement.sets) {
      if (kind !== 'params' && kind !== 'op_params') continue;
      for (const { name, value, valueSpan } of attributes) {
        const type = agent.parameters.get(name)?.type;
        if (!type || !value || !valueSpan || isTemplated(value) || /[^\x20-\x7e]/.test(value)) continue;
        const message = misfit(value, type);
        if (!message) continue;
        const values = type.kind === 'enum' ? type.values : ['true', 'false'];
        context.report(message, valueSpan, {
          args: { name, value, values: values.join(', ') },
          fixes: () => changeTo(valueSpan, message === 'integer' ? undefined : nearest(value, values)),
        });
      }
    }
  },
});

const truths = /^(?:true|false|yes|no|on|off|y|n|0|1|ja|nein|enabled?|disabled?)$/i;

/** Which type a value does not fit. Agents take units behind numbers, so a number need only begin as one. */
function misfit(value: string, type: ValueType): 'boolean' | 'integer' | 'enum' | undefined {
  switch (type.kind) {
    case 'boolean':
      return truths.test(value) ? undefined : 'boolean';
    case 'integer':
    case 'duration':
    case 'port':
      return /^\s*[+-]?\.?\d|infinity/i.test(value) || type.kind === 'port' ? undefined : 'integer';
    case 'enum':
      return type.open || type.values.some((known) => known.toLowerCase() === value.toLowerCase()) ? undefined : 'enum';
    default:
      return undefined;
  }
}
