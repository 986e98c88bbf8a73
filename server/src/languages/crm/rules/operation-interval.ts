import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { seconds } from '../values';

export const operationInterval = defineRule<CrmModel>()({
  id: 'crm/operation-interval',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'start, stop, promote and demote run once: their interval must be 0. A monitor repeats: its interval must not be 0, and two monitors of a resource need different intervals, since Pacemaker tells them apart by it.',
    ja: 'start、stop、promote、demote は一度だけ実行されるため interval は 0 でなければならない。monitor は繰り返すため 0 にできない。また Pacemaker は monitor を interval で区別するので、同じリソースの monitor には異なる値が必要。',
  },
  messages: {
    once: { en: 'The interval of {operation} must be 0.', ja: '{operation} の interval は 0 でなければならない。' },
    zero: {
      en: 'A monitor with interval 0 never runs again after the start.',
      ja: 'interval が 0 の monitor は、起動後に繰り返されない。',
    },
    same: {
      en: 'Another monitor of this resource has the same interval: Pacemaker cannot tell them apart.',
      ja: '同じリソースの別の monitor と interval が同じで、Pacemaker が区別できない。',
    },
  },
  examples: {
    bad: [
      'primitive p ocf:heartbeat:Dummy op start interval=10s timeout=20s',
      'primitive p ocf:heartbeat:Dummy op monitor interval=0',
      'primitive p ocf:pacemaker:Stateful op monitor interval=10s role=Master op monitor interval=10000ms role=Slave',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy op start interval=0 timeout=20s op monitor interval=10s',
      'primitive p ocf:pacemaker:Stateful op monitor interval=10s role=Master op monitor interval=11s role=Slave',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_ops',
  check({ model: { statement } }, context) {
    const intervals = new Set<number>();
    for (const { name, attributes } of statement?.operations ?? []) {
      const interval = attributes.find((attribute) => attribute.name === 'interval');
      const value = interval?.value === undefined ? undefined : seconds(interval.value);
      if (!name || !interval || value === undefined) continue;
      const operation = name.value;
      const span = interval.word;
      const zeroFix = () => [
        {
          title: { en: 'Set interval=0', ja: 'interval=0 にする' },
          safe: false,
          edits: [{ span, newText: 'interval=0' }],
        },
      ];
      if (['start', 'stop', 'promote', 'demote'].includes(operation) && value !== 0)
        context.report('once', span, { args: { operation }, fixes: zeroFix });
      if (operation !== 'monitor') continue;
      if (value === 0) context.report('zero', span);
      else if (intervals.has(value)) context.report('same', span);
      intervals.add(value);
    }
  },
});
