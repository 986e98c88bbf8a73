import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { secondsOf } from './shared-times';

export const fencingTimes = defineRule<CrmModel>()({
  id: 'crm/fencing-times',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['property'],
  docs: {
    en: 'SBD has fenced a node only when its message timeout (msgwait, mostly 120 s or more, never below 10) has passed: stonith-timeout must be longer by a fifth. And `stonith-watchdog-timeout=-1` makes Pacemaker work out a value that is not the same on all nodes when their watchdogs differ: write twice SBD_WATCHDOG_TIMEOUT.',
    ja: 'SBD によるフェンシングは、メッセージのタイムアウト（msgwait）が過ぎて初めて完了する。stonith-timeout はその 1.2 倍以上とすること。また `stonith-watchdog-timeout=-1` では各ノードの watchdog から値が計算され、ノードにより異なることがある。SBD_WATCHDOG_TIMEOUT の 2 倍を書くこと。',
  },
  messages: {
    short: {
      en: 'stonith-timeout={value} is short for SBD: at least 1.2 times its msgwait.',
      ja: 'stonith-timeout={value} は SBD には短い。msgwait の 1.2 倍以上とすること。',
    },
    negative: {
      en: 'Write twice SBD_WATCHDOG_TIMEOUT instead of {value}.',
      ja: '{value} ではなく SBD_WATCHDOG_TIMEOUT の 2 倍を書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive st stonith:fence_sbd params devices=/dev/x\nproperty stonith-timeout=10s\n',
      'property stonith-watchdog-timeout=-1\n',
    ],
    good: [
      'primitive st stonith:fence_sbd params devices=/dev/x\nproperty stonith-timeout=150s\n',
      'property stonith-watchdog-timeout=10s\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/options.html; sbd(8)',
  check({ model: { statement } }, context) {
    if (!statement) return;
    for (const { name, value = '', valueSpan } of attributesOf(statement, 'property')) {
      if (!valueSpan) continue;
      const args = { value };
      if (/^(?:stonith|fencing)-watchdog-timeout$/.test(name) && /^["']?-/.test(value))
        context.report('negative', valueSpan, { args, severity: 'information' });
      const seconds = name === 'stonith-timeout' || name === 'fencing-timeout' ? secondsOf(value) : undefined;
      // The smallest msgwait that sbd makes by itself is 10 seconds, twice its watchdog's.
      if (seconds !== undefined && seconds < 24 && hasSbd(context.lookup('crm.fencing', 'device')))
        context.report('short', valueSpan, { args });
    }
  },
});

const hasSbd = (devices: readonly { readonly unit: { readonly model: unknown } }[]): boolean =>
  devices.some(({ unit }) => /sbd$/.test((unit.model as CrmModel).statement?.agent?.value ?? ''));
