import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, numberOf, ownOf, scopesOf } from './shared-options';

export const startupWaits = defineRule<DrbdModel>()({
  id: 'drbd/startup-waits',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'These times count at boot, when the init script waits for the peer: degr-wfc-timeout after the cluster ran with one node, outdated-wfc-timeout when the peer was outdated. drbdadm shortens the later ones to the earlier; zero waits without end. Under Pacemaker the section is not used.',
    ja: '起動時に init スクリプトが対向を待つ時間である。degr-wfc-timeout は 1 ノードで動いていた後、outdated-wfc-timeout は対向が古いと分かっている場合に使われる。後者ほど短くする（drbdadm は前の値に切り詰める）。0 は無期限に待つ。Pacemaker の管理下では使われない。',
  },
  messages: {
    zero: { en: 'The boot waits for the peer without end.', ja: '起動時に対向を無期限に待つ。' },
    longer: {
      en: '{name} is longer than {other}, which it is cut to.',
      ja: '{name} は {other} より長く、その値に切り詰められる。',
    },
    stacked: {
      en: 'stacked-timeouts takes these times for the lower resource of a stack.',
      ja: 'stacked-timeouts は、これらの時間をスタックの下位リソースに適用する。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  startup { wfc-timeout 0; }\n}\n',
      'resource r0 {\n  startup { wfc-timeout 60; degr-wfc-timeout 120; }\n}\n',
      'resource r0 {\n  startup { wfc-timeout 60; outdated-wfc-timeout 90; }\n}\n',
    ],
    good: ['resource r0 {\n  startup { wfc-timeout 120; degr-wfc-timeout 60; outdated-wfc-timeout 30; }\n}\n'],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, wfc-timeout',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const [wfc, degraded, outdated] = ['wfc-timeout', 'degr-wfc-timeout', 'outdated-wfc-timeout'].map((name) =>
        get('startup', name),
      );
      const [first, second, third] = [wfc, degraded, outdated].map((setting) => numberOf(setting));
      if (first === 0) at(context, wfc, 'zero', { severity: 'information' });
      if (first && second !== undefined && (second > first || second === 0))
        at(context, ownOf(degraded), 'longer', { args: { other: 'wfc-timeout' } });
      if (third !== undefined && ((second && third > second) || (first && third > first)))
        at(context, ownOf(outdated), 'longer', {
          args: { other: second && third > second ? 'degr-wfc-timeout' : 'wfc-timeout' },
        });
      at(context, get('startup', 'stacked-timeouts'), 'stacked', { severity: 'hint' });
    }
  },
});
