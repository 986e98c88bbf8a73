import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const durationInMilliseconds = defineRule<CrmModel>()({
  id: 'crm/duration-in-milliseconds',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A number without a unit counts seconds. Heartbeat 1 counted milliseconds, and round thousands such as timeout=20000 are mostly a leftover of that: here they are five and a half hours, in which a dead service is waited for. Write the unit.',
    ja: '単位のない数値は秒である。Heartbeat 1 ではミリ秒だったため、timeout=20000 のような 1000 の倍数はその名残であることが多い。この例は 5 時間半となり、停止したサービスをその間待ち続ける。単位を付けること。',
  },
  messages: {
    long: {
      en: '{name}={value} are seconds, {hours} hours: write {meant} if milliseconds were meant.',
      ja: '{name}={value} は秒であり、{hours} 時間になる。ミリ秒のつもりなら {meant} と書く。',
    },
  },
  examples: {
    bad: ['primitive a ocf:heartbeat:Dummy op monitor interval=10000 timeout=20000', 'op_defaults timeout=60000'],
    good: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=86400 timeout=20000ms',
      'primitive a ocf:heartbeat:Dummy op monitor interval=600 timeout=1000',
    ],
  },
  source: 'pacemaker 2.1.5, lib/common/utils.c, crm_get_msec',
  kinds: ['primitive', 'rsc_template', 'op_defaults'],
  check({ model: { statement } }, context) {
    const lists = [
      ...(statement?.operations ?? []),
      ...(statement?.sets.filter(({ kind }) => kind === 'op_defaults') ?? []),
    ];
    for (const { attributes } of lists)
      for (const { name, value = '', valueSpan } of attributes) {
        const number = /^\d{4,9}$/.test(value) ? Number(value) : 0;
        if (!/^(?:timeout|interval)$/.test(name) || !valueSpan || number < 3600 || number % 1000 !== 0) continue;
        const meant = `${number / 1000}s`;
        context.report('long', valueSpan, {
          args: { name, value, meant, hours: Math.round(number / 360) / 10 },
          fixes: () => [
            {
              title: { en: `Write ${meant}`, ja: `${meant} にする` },
              safe: false,
              edits: [{ span: valueSpan, newText: meant }],
            },
          ],
        });
      }
  },
});
