import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { at, hostCount, scopesOf } from './shared-options';

export const quorumNodes = defineRule<DrbdModel>()({
  id: 'drbd/quorum-nodes',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Quorum counts the nodes of the resource, diskless ones too. With two nodes either failure stops the other: a third, also without a disk, makes it useful. With three and neither quorum nor fencing a split is not noticed. Where Pacemaker restarts services, on-no-quorum io-error lets it; suspend-io blocks the stop.',
    ja: 'クォーラムはディスクレスを含むリソースのノード数で決まる。2 ノードでは片方の故障でもう片方も止まるため、ディスクレスでよいので 3 台目が必要である。3 台あるのに quorum も fencing もないと、分断を検知できない。Pacemaker の管理下では on-no-quorum io-error とすること（suspend-io では停止処理が止まる）。',
  },
  messages: {
    two: {
      en: 'Quorum with two nodes stops one when the other fails: add a third, diskless one.',
      ja: '2 ノードのクォーラムでは、片方が故障するともう片方も止まる。ディスクレスの 3 台目を追加すること。',
    },
    low: {
      en: 'A quorum of {value} of {hosts} nodes can be had on both sides of a split.',
      ja: '{hosts} ノード中 {value} のクォーラムは、分断の両側で満たされうる。',
    },
    high: {
      en: 'A quorum of {value} is never reached with {hosts} nodes.',
      ja: '{hosts} ノードではクォーラム {value} に達しない。',
    },
    all: {
      en: 'With quorum all the loss of any node stops the others.',
      ja: 'quorum all では、どのノードを失っても全体が止まる。',
    },
    off: {
      en: 'Three nodes, and neither quorum nor fencing: set quorum majority.',
      ja: '3 ノードあるが quorum も fencing もない。quorum majority を設定すること。',
    },
    useless: { en: '{name} does nothing while quorum is off.', ja: 'quorum が off の間、{name} は効かない。' },
    suspend: {
      en: 'on-suspended-primary-outdated counts only with on-no-quorum suspend-io.',
      ja: 'on-suspended-primary-outdated は on-no-quorum suspend-io の場合だけ効く。',
    },
    freeze: {
      en: 'Under Pacemaker use on-no-quorum io-error: suspended I/O blocks the stop.',
      ja: 'Pacemaker の管理下では on-no-quorum io-error とすること（I/O が止まると停止処理も止まる）。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  options { quorum majority; }\n  on a { node-id 0; }\n  on b { node-id 1; }\n}\n',
      'resource r0 {\n  on a { node-id 0; }\n  on b { node-id 1; }\n  on c { node-id 2; }\n}\n',
      'resource r0 {\n  options { on-no-quorum io-error; }\n}\n',
    ],
    good: [
      'resource r0 {\n  options { quorum majority; on-no-quorum io-error; }\n  on a { node-id 0; }\n  on b { node-id 1; }\n  on c { node-id 2; }\n}\n',
      'resource r0 {\n  on a { node-id 0; }\n  on b { node-id 1; }\n}\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-configuring-quorum',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      if (oldGeneration(context)) continue;
      const quorum = get('options', 'quorum');
      const hosts = hostCount(scope);
      const value = quorum?.value ?? 'off';
      const count = Number(value);
      const place = quorum?.own ? quorum : undefined;
      if (hosts === 2 && /^(?:majority|all|2)$/.test(value)) at(context, place, 'two');
      else if (hosts >= 2 && Number.isInteger(count) && count > 0 && count <= hosts / 2)
        at(context, place, 'low', { args: { hosts } });
      else if (hosts > 0 && Number.isInteger(count) && count > hosts) at(context, place, 'high', { args: { hosts } });
      else if (hosts > 2 && value === 'all') at(context, place, 'all');
      const fencing = get('net', 'fencing')?.value ?? 'dont-care';
      const name = scope.resource?.name;
      if (name && hosts > 2 && value === 'off' && fencing === 'dont-care')
        context.report('off', name.span, { severity: 'information' });
      if (value === 'off')
        for (const other of ['on-no-quorum', 'quorum-minimum-redundancy']) {
          const setting = get('options', other);
          if (setting && !context.has('drbd.set', 'quorum'))
            at(context, setting, 'useless', { severity: 'information' });
        }
      const outdated = get('options', 'on-suspended-primary-outdated');
      const policy = get('options', 'on-no-quorum');
      if (outdated && policy?.value === 'io-error') at(context, outdated, 'suspend');
      const managed = name !== undefined && context.nearby.lookup('drbd.resource', name.text).length > 0;
      if (managed && value !== 'off' && policy?.value === 'suspend-io')
        at(context, policy, 'freeze', { severity: 'information', fixTo: 'io-error' });
    }
  },
});
