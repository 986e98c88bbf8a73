import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, hostCount, ownOf, scopesOf } from './shared-options';

export const twoPrimaries = defineRule<DrbdModel>()({
  id: 'drbd/two-primaries',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Two Primaries write at once, so when they lose each other one has to be fenced before the other goes on: that needs fencing resource-and-stonith. With protocol A that waits for nothing, since A does not wait for the peer. More than two nodes with two Primaries are supported for live migration only.',
    ja: '2 つの Primary が同時に書き込むため、互いを見失ったら一方をフェンシングしてから続行する必要がある（fencing resource-and-stonith）。プロトコル A は対向を待たないため、この指定が意味をなさない。3 ノード以上での 2 Primary はライブマイグレーション用途に限られる。',
  },
  messages: {
    fencing: {
      en: 'Two Primaries need fencing resource-and-stonith.',
      ja: '2 つの Primary には fencing resource-and-stonith が必要である。',
    },
    many: {
      en: 'Two Primaries of {hosts} nodes are supported for live migration only.',
      ja: '{hosts} ノード中の 2 Primary は、ライブマイグレーション用途に限られる。',
    },
    async: {
      en: 'resource-and-stonith means nothing with protocol A: writes do not wait for the peer.',
      ja: 'プロトコル A では書き込みが対向を待たないため、resource-and-stonith は意味をなさない。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { allow-two-primaries yes; }\n}\n',
      'resource r0 {\n  net { protocol A; fencing resource-and-stonith; }\n}\n',
    ],
    good: [
      'resource r0 {\n  net { allow-two-primaries yes; fencing resource-and-stonith; }\n}\n',
      'resource r0 {\n  net { allow-two-primaries no; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, allow-two-primaries, fencing',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const [two, fencing, protocol] = ['allow-two-primaries', 'fencing', 'protocol'].map((name) => get('net', name));
      if (two?.value === 'yes') {
        if (
          fencing?.value !== 'resource-and-stonith' &&
          !(scope.resource === undefined && context.has('drbd.set', 'fencing'))
        )
          at(context, ownOf(two, fencing), 'fencing');
        if (hostCount(scope) > 2)
          at(context, two, 'many', { args: { hosts: hostCount(scope) }, severity: 'information' });
      }
      if (fencing?.value === 'resource-and-stonith' && protocol?.value.toUpperCase() === 'A')
        at(context, ownOf(fencing, protocol), 'async');
    }
  },
});
