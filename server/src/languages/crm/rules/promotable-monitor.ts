import { defineRule } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import type { Statement } from '../statement';
import { isPromotable, ownUnit, primitivesIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

const promoted = /^(?:promoted|master)$/i;

export const promotableMonitor = defineRule<CrmModel>()({
  id: 'crm/promotable-monitor',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['clone', 'ms'],
  docs: {
    en: 'A monitor without a role watches unpromoted instances only. Without a second one, of `role=Promoted` and with another interval, nobody notices when the promoted instance, the one that does the work, fails.',
    ja: '役割のない monitor が見るのは昇格していないインスタンスだけである。`role=Promoted` で間隔の異なる monitor がないと、実際に働いている昇格済みインスタンスの故障が検知されない。',
  },
  messages: {
    missing: {
      en: '“{name}” has no monitor with role=Promoted: a failure of the promoted instance goes unnoticed.',
      ja: '「{name}」に role=Promoted の monitor がなく、昇格したインスタンスの故障が検知されない。',
    },
  },
  examples: {
    bad: ['primitive s ocf:pacemaker:Stateful op monitor interval=10s timeout=20s\nclone c s meta promotable=true\n'],
    good: [
      'primitive s ocf:pacemaker:Stateful op monitor interval=10s timeout=20s op monitor interval=9s role=Promoted timeout=20s\nclone c s meta promotable=true\n',
      'primitive s ocf:pacemaker:Stateful\nclone c s meta promotable=true\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/collective.html',
  check(unit, context) {
    const { statement } = unit.model;
    const [member] = statement?.members ?? [];
    if (!statement || !member || !isPromotable(statement)) return;
    for (const child of primitivesIn(configurationOf(unit, context), statement)) {
      const monitors = child.statement.operations.filter(({ name }) => name?.value === 'monitor');
      // None at all is another finding.
      if (
        monitors.length === 0 ||
        child.statement.template ||
        monitors.some((operation) => promoted.test(roleOf(operation)))
      )
        continue;
      const home = ownUnit(child);
      context.report('missing', member.span, {
        args: { name: child.statement.name?.text ?? '' },
        related: [{ found: child.found, message: 'missing' }],
        fixes: () => (home ? [addMonitor(home as Unit<CrmModel>, child.statement)] : []),
      });
    }
  },
});

type Operations = Statement['operations'];

const roleOf = ({ attributes }: Operations[number]): string =>
  attributes.find(({ name }) => name === 'role')?.value ?? '';

/** A monitor as the agent advises it, behind the last operation; its interval differs from those that are there. */
function addMonitor(unit: Unit<CrmModel>, { operations }: Statement): Fix {
  const advised = unit.model.agent?.actions.find(({ name, role }) => name === 'monitor' && promoted.test(role ?? ''));
  const taken = new Set(
    operations.map(({ attributes }) => attributes.find(({ name }) => name === 'interval')?.value?.replace(/s$/, '')),
  );
  let seconds = Number.parseInt(advised?.interval ?? '10', 10) || 10;
  while (taken.has(String(seconds))) seconds++;
  const timeout = Number.parseInt(advised?.timeout ?? '20', 10) || 20;
  const newText = ` \\\n\top monitor interval=${seconds}s role=Promoted timeout=${timeout}s`;
  const at = unit.text.trimEnd().length;
  return {
    title: { en: 'Add a monitor with role=Promoted', ja: 'role=Promoted の monitor を追加' },
    safe: false,
    edits: [{ span: { start: at, end: at }, newText, unit }],
  };
}
