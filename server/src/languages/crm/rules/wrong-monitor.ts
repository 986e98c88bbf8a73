import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { resourcesNamed } from '../load';
import type { CrmModel } from '../model';
import { isTyped } from '../reader';
import { seconds } from '../values';

export const wrongMonitor = defineRule<CrmModel>()({
  id: 'crm/wrong-monitor',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: '“monitor” adds a monitor operation to a primitive; crm refuses it for anything else, and where the primitive has a monitor of this interval already. Name the primitive inside the group or clone, or choose another interval.',
    ja: '「monitor」文は primitive に monitor 操作を足す。それ以外のリソースや、同じ間隔の monitor が既にある primitive に対しては crm が拒否する。group や clone の中の primitive を指定するか、間隔を変えること。',
  },
  messages: {
    kind: {
      en: '{name} is a {kind}: crm adds a monitor to primitives only. Name the primitive in it.',
      ja: '{name} は {kind}。monitor を足せるのは primitive だけなので、中の primitive を指定すること。',
    },
    same: {
      en: '{name} has a monitor of this interval already: choose another interval.',
      ja: '{name} には同じ間隔の monitor が既にある。間隔を変えること。',
    },
    declared: { en: 'declared here', ja: '定義' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nclone c a\nmonitor c 10s\n',
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s\nmonitor a 10\n',
      'primitive a ocf:heartbeat:Dummy\nmonitor a 10s\nmonitor a 10s:20s\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s\nmonitor a 20s\n',
      'primitive a ocf:heartbeat:Dummy op start interval=0 timeout=20s\nmonitor a 10s\n',
      'configure\nprimitive a Dummy\nmonitor a 10s\nshow\nprimitive b Dummy\ncommit\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, add_op and add_operation',
  check(unit, context) {
    const { statement } = unit.model;
    const member = statement?.kind === 'monitor' ? statement.members[0] : undefined;
    const declared = member && resourcesNamed(member.name, context)[0];
    if (!member || !declared) return;
    const related = [{ found: declared, message: 'declared' }];
    const { name, span } = member;
    const kind = declared.entry.value ?? '';
    if (kind !== 'primitive') context.report('kind', span, { args: { name, kind }, related });
    else if (clashes(earlierMonitors(unit, declared.entry.name, context), intervalOf(unit)))
      context.report('same', span, { args: { name }, related });
  },
});

const intervalOf = ({ model }: Unit<CrmModel>): string => model.statement?.interval?.split(':')[0] ?? '';

/** The intervals of the monitors that a primitive has when this statement is read. */
function earlierMonitors(unit: Unit<CrmModel>, name: string, context: RuleContext): string[] {
  const inOrder = isTyped(context);
  return context.lookup('crm.monitor', name).flatMap(({ unit: other, entry }) => {
    const isLater = other === unit || other.index > unit.index;
    if (entry.value !== 'statement') return isLater && inOrder ? [] : [entry.value ?? ''];
    return isLater ? [] : [intervalOf(other as Unit<CrmModel>)];
  });
}

/** Without an interval it is the one monitor that there is, or the one of interval 0 (crmsh/xmlutil.py, find_operation). */
const clashes = (earlier: readonly string[], interval: string): boolean =>
  (interval === '' && earlier.length === 1) || earlier.some((other) => isSame(other, interval));

/** As crmsh compares them: in milliseconds; what it cannot read is all the same to it (crmsh/utils.py, crm_msec). */
const isSame = (one: string, other: string): boolean => milliseconds(one) === milliseconds(other);

const milliseconds = (text: string): number => {
  const [written] = /^\s*\d+\s*[a-z]*/i.exec(text || '0') ?? [];
  const value = written === undefined ? undefined : seconds(written);
  return value === undefined ? -1 : Math.floor(value * 1000);
};
