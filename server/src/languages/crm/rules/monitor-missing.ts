import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix, Severity } from '../../../core/workspace/unit';
import { endOfWordBefore, insert } from '../edits';
import type { AgentFact } from '../facts';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Statement } from '../statement';
import { seconds } from '../values';
import { isWholeCluster } from '../whole';

export const monitorMissing = defineRule<CrmModel>()({
  id: 'crm/monitor-missing',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The resource has no monitor that repeats, so Pacemaker looks at it once, when it starts, and never learns that it died. Neither crm nor crm_verify says so. Add op monitor with an interval. In a part of a configuration this is an information. Fence devices are looked at less often, so for them it is only a hint; Dummy, SBD and agents without a monitor are left out.',
    ja: '繰り返し実行される monitor がないため、Pacemaker は起動時に一度確認するだけで、その後の停止に気付かない。crm も crm_verify もこれを指摘しない。interval を付けた op monitor を加えること。構成の一部だけのファイルでは情報、フェンスデバイスではヒントにとどめ、Dummy、SBD、monitor のないエージェントは対象外とする。',
  },
  messages: {
    missing: {
      en: '{name} has no monitor: Pacemaker will not notice when it fails.',
      ja: '{name} に monitor がない。故障しても Pacemaker は気付かない。',
    },
  },
  examples: {
    bad: [
      'primitive vip IPaddr2 params ip=192.0.2.1',
      'primitive web systemd:nginx op start timeout=60s interval=0',
      'primitive f stonith:fence_ipmilan params ip=192.0.2.9',
    ],
    good: [
      'primitive vip IPaddr2 params ip=192.0.2.1 op monitor interval=10s timeout=20s',
      'primitive vip IPaddr2 params ip=192.0.2.1\nmonitor vip 10s:20s\n',
      'primitive vip @address params ip=192.0.2.1',
      'primitive a ocf:heartbeat:Dummy',
    ],
  },
  source: 'Pacemaker Explained, resource operations',
  kinds: ['primitive'],
  check(unit, context) {
    const { statement, agent } = unit.model;
    const word = statement?.agent;
    const name = statement?.name;
    if (!statement || !word || !name || isTemplated(unit.text) || /:?(?:Dummy|dummypy)$/.test(word.value)) return;
    // SBD watches its disks itself.
    if (/[/_:]sbd$/.test(word.value)) return;
    const isKnownWithout =
      agent && agent.actions.length > 0 && !agent.actions.some((action) => action.name === 'monitor');
    if (isKnownWithout || unit.model.parsed.problems.length > 0 || isMonitored(statement, name.text, context)) return;
    // Of an agent that we do not know, it may be that it has none.
    if (!agent && /^(?:ocf:|[^:]+$)/.test(word.value)) return;
    context.report('missing', name.span, {
      severity: severityOf(word.value, context),
      args: { name: name.text },
      fixes: () => (agent ? addMonitors(unit.text, statement, agent) : []),
    });
  },
});

/** In a part of a configuration it may just not be written yet. */
function severityOf(agent: string, context: RuleContext): Severity {
  if (/^(?:stonith:|fence_)/.test(agent)) return 'hint';
  return isWholeCluster(context) ? 'warning' : 'information';
}

/** A monitor of any interval is another rule's business; so is one that the statement "monitor" adds. */
function isMonitored({ operations, sections }: Statement, name: string, { lookup }: RuleContext): boolean {
  if (operations.some((operation) => operation.name?.value === 'monitor')) return true;
  if (sections.some((section) => 'operations' in section && section.id?.kind === 'id-ref')) return true;
  return lookup('crm.monitor', name).length > 0;
}

/** The monitors that the agent advises, each with an interval of its own. */
function addMonitors(text: string, { operations }: Statement, { actions }: AgentFact): Fix[] {
  const monitors = actions.filter((action) => action.name === 'monitor' && (seconds(action.interval ?? '') ?? 0) > 0);
  const roles = monitors.filter(({ role }) => role !== undefined);
  const chosen = roles.length > 0 ? roles : monitors.slice(0, 1);
  const taken = new Set<number>();
  const lines = chosen.map(({ interval = '', timeout, role }) => {
    let every = seconds(interval) ?? 10;
    while (taken.has(every)) every++;
    taken.add(every);
    const words = ['op monitor', `interval=${every === seconds(interval) ? interval : `${every}s`}`];
    if (timeout !== undefined) words.push(`timeout=${timeout}`);
    if (role !== undefined) words.push(`role=${role}`);
    return ` \\\n  ${words.join(' ')}`;
  });
  const last = operations.at(-1);
  const lastWord = last && (last.attributes.at(-1)?.word ?? last.name);
  const end = lastWord && last.sets.length === 0 ? lastWord.end : endOfWordBefore(text, text.length);
  if (lines.length === 0 || (last && last.sets.length > 0)) return [];
  return [{ title: { en: 'Add a monitor', ja: 'monitor を追加' }, safe: false, edits: [insert(end, lines.join(''))] }];
}
