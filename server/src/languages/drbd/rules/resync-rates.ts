import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, numberOf, ownOf, scopesOf } from './shared-options';

export const resyncRates = defineRule<DrbdModel>()({
  id: 'drbd/resync-rates',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Since 8.4 a controller sets the speed of a resync between c-min-rate and c-max-rate; resync-rate is only what it begins with, unless c-plan-ahead is 0, and then the c- options do nothing. Rates are bytes a second in KiB where there is no suffix.',
    ja: '8.4 以降、再同期の速度は c-min-rate と c-max-rate の間で自動調整され、resync-rate は開始時の値でしかない。c-plan-ahead が 0 の場合だけ resync-rate が使われ、c- で始まるオプションは効かない。接尾辞のない値の単位は KiB/s である。',
  },
  messages: {
    start: {
      en: 'resync-rate is only the start: set c-max-rate, or c-plan-ahead 0 for a fixed rate.',
      ja: 'resync-rate は開始時の値でしかない。c-max-rate を設定するか、固定するなら c-plan-ahead 0 とすること。',
    },
    above: {
      en: 'c-min-rate ({min}) is above c-max-rate ({max}).',
      ja: 'c-min-rate（{min}）が c-max-rate（{max}）を超えている。',
    },
    plan: { en: '{name} does nothing with c-plan-ahead 0.', ja: '{name} は c-plan-ahead 0 では効かない。' },
    unit: { en: '{value} KiB/s: a suffix is missing?', ja: '{value} KiB/s になる。接尾辞の書き忘れでは？' },
    both: {
      en: 'c-fill-target stands over c-delay-target: set it to 0.',
      ja: 'c-fill-target が c-delay-target より優先される。使うなら 0 とすること。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  disk { resync-rate 100M; }\n}\n',
      'resource r0 {\n  disk { c-max-rate 100M; c-min-rate 200M; }\n}\n',
      'resource r0 {\n  disk { c-plan-ahead 0; c-max-rate 100M; }\n}\n',
      'resource r0 {\n  disk { c-max-rate 100000000; }\n}\n',
    ],
    good: [
      'resource r0 {\n  disk { c-plan-ahead 0; resync-rate 100M; }\n}\n',
      'resource r0 {\n  disk { c-min-rate 10M; c-max-rate 100M; }\n}\n',
      '# linux-ha: drbd 8.3\nresource r0 {\n  syncer { rate 100M; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, resync-rate, c-plan-ahead, c-max-rate',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const [rate, plan, max, min] = ['resync-rate', 'c-plan-ahead', 'c-max-rate', 'c-min-rate'].map((name) =>
        get('disk', name),
      );
      const fixed = numberOf(plan) === 0;
      if (rate && !fixed && !max) at(context, ownOf(rate), 'start', { severity: 'information' });
      const [low, high] = [numberOf(min), numberOf(max)];
      if (low !== undefined && high && low > high)
        at(context, ownOf(min, max), 'above', { args: { min: min?.value ?? '', max: max?.value ?? '' } });
      if (fixed)
        for (const name of ['c-fill-target', 'c-delay-target', 'c-max-rate']) at(context, get('disk', name), 'plan');
      for (const setting of [rate, max, min])
        if (/^\d+$/.test(setting?.value ?? '') && Number(setting?.value) > 1_000_000) at(context, setting, 'unit');
      const [delay, fill] = [get('disk', 'c-delay-target'), get('disk', 'c-fill-target')];
      if (!fixed && delay && fill?.value !== '0') at(context, ownOf(delay), 'both', { severity: 'information' });
    }
  },
});
