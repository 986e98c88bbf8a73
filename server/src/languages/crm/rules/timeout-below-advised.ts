import { defineRule } from '../../../core/lint/rule';
import { advisedAction } from '../advised';
import type { CrmModel } from '../model';
import { seconds } from '../values';

export const timeoutBelowAdvised = defineRule<CrmModel>()({
  id: 'crm/timeout-below-advised',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'The timeout is shorter than the agent’s authors advise. Under load the operation may not end in time, and Pacemaker treats that as a failure. crm verify warns about it. Take the advised value, or a longer one, unless you measured that less is enough.',
    ja: 'タイムアウトがエージェントの推奨値より短い。高負荷時にオペレーションが間に合わないと、Pacemaker は故障として扱う。crm verify でも警告される。実測で十分と分かっている場合を除き、推奨値以上にすること。',
  },
  messages: {
    short: {
      en: 'The agent advises at least {advised} for {operation}, not {value}.',
      ja: '{operation} の推奨タイムアウトは {advised} 以上（現在 {value}）。',
    },
  },
  examples: {
    bad: [
      'primitive fs ocf:heartbeat:Filesystem params device=/dev/drbd0 directory=/mnt fstype=xfs op start timeout=10s',
    ],
    good: [
      'primitive fs ocf:heartbeat:Filesystem params device=/dev/drbd0 directory=/mnt fstype=xfs op start timeout=60s',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_ops',
  check({ model: { statement, agent } }, context) {
    for (const { name, attributes } of statement?.operations ?? []) {
      const timeout = attributes.find((attribute) => attribute.name === 'timeout');
      const given = timeout?.value === undefined ? undefined : seconds(timeout.value);
      if (!name || !timeout || given === undefined) continue;
      const role = attributes.find((attribute) => attribute.name === 'role')?.value;
      const action = advisedAction(agent, name.value, role);
      const advised = action?.timeout;
      const wanted = advised === undefined ? undefined : seconds(advised);
      if (advised === undefined || wanted === undefined || given >= wanted) continue;
      context.report('short', timeout.word, {
        args: { advised, operation: name.value, value: timeout.value ?? '' },
        fixes: () => [
          {
            title: { en: `Set timeout=${advised}`, ja: `timeout=${advised} にする` },
            safe: false,
            edits: [{ span: timeout.word, newText: `timeout=${advised}` }],
          },
        ],
      });
    }
  },
});
