import type { Edit } from '../../../base/edits';
import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { advisedAction } from '../advised';
import { insert } from '../edits';
import type { AgentFact } from '../facts';
import type { CrmModel } from '../model';
import type { Attribute } from '../statement';
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
      'primitive p ocf:heartbeat:Dummy op monitor timeout=20s',
      'primitive p ocf:pacemaker:Stateful op monitor interval=10s role=Master op monitor interval=10000ms role=Slave',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy op start interval=0 timeout=20s op monitor interval=10s',
      'primitive p ocf:pacemaker:Stateful op monitor interval=10s role=Master op monitor interval=11s role=Slave',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_ops',
  check({ model: { statement, agent } }, context) {
    const intervals = new Set<number>();
    for (const { name, attributes } of statement?.operations ?? []) {
      const interval = attributes.find((attribute) => attribute.name === 'interval');
      if (name?.value === 'monitor' && !interval && !attributes.some((attribute) => attribute.name.startsWith('$'))) {
        const at = name.end;
        context.report('zero', name, { fixes: () => setInterval(agent, attributes, (text) => insert(at, ` ${text}`)) });
      }
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
      const replace = (newText: string): Edit => ({ span, newText });
      if (value === 0) context.report('zero', span, { fixes: () => setInterval(agent, attributes, replace) });
      else if (intervals.has(value)) context.report('same', span, { fixes: () => oneLater(value, intervals, replace) });
      intervals.add(value);
    }
  },
});

/** The interval that the agent advises for this monitor. */
function setInterval(
  agent: AgentFact | undefined,
  attributes: readonly Attribute[],
  edit: (text: string) => Edit,
): Fix[] {
  const role = attributes.find(({ name }) => name === 'role')?.value;
  const advised = advisedAction(agent, 'monitor', role)?.interval;
  if (advised === undefined || !seconds(advised)) return [];
  const text = `interval=${advised}`;
  return [{ title: { en: `Set ${text}`, ja: `${text} にする` }, safe: false, edits: [edit(text)] }];
}

/** The next whole second that no monitor has. */
function oneLater(value: number, taken: ReadonlySet<number>, edit: (text: string) => Edit): Fix[] {
  let free = Math.floor(value) + 1;
  while (taken.has(free)) free++;
  const text = `interval=${free}s`;
  return [{ title: { en: `Set ${text}`, ja: `${text} にする` }, safe: false, edits: [edit(text)] }];
}
