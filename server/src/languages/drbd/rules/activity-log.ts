import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, numberOf, scopesOf } from './shared-options';

export const activityLog = defineRule<DrbdModel>()({
  id: 'drbd/activity-log',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: "The activity log says which parts of the disk may differ after a crash. al-extents outside of 67 to 65534 are set to the nearest of these without a word; more than 6433 need meta data with a larger log. With al-updates no the whole disk is resynchronised after a crash. A size below the disk's cuts what is behind it off.",
    ja: 'アクティビティログは、クラッシュ後に差異がありうる範囲を示す。67～65534 の範囲外の al-extents は黙って範囲内に直され、6433 を超えるには大きなログのメタデータが必要である。al-updates no ではクラッシュ後にディスク全体を再同期する。size をディスクより小さくすると、その先は使えない。',
  },
  messages: {
    clamped: { en: 'al-extents {value} is taken as {other}.', ja: 'al-extents {value} は {other} とみなされる。' },
    ring: {
      en: 'More than 6433 extents need meta data with a larger log (--al-stripes).',
      ja: '6433 を超えるには、大きなログのメタデータ（--al-stripes）が必要である。',
    },
    updates: {
      en: 'After a crash the whole disk is resynchronised.',
      ja: 'クラッシュ後にディスク全体が再同期される。',
    },
    size: {
      en: "size fixes the device's size, whatever the disk's is.",
      ja: 'size はディスクの大きさに関わらずデバイスの大きさを固定する。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  disk { al-extents 99999; }\n}\n',
      'resource r0 {\n  disk { al-extents 9000; }\n}\n',
      'resource r0 {\n  disk { al-updates no; }\n}\n',
      'resource r0 {\n  disk { size 1G; }\n}\n',
    ],
    good: ['resource r0 {\n  disk { al-extents 1237; al-updates yes; }\n}\n'],
  },
  source: 'DRBD 9.2, drbd/linux/drbd_limits.h; https://linbit.com/man/v9/drbd-conf-5/',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const extents = get('disk', 'al-extents');
      const count = numberOf(extents);
      if (count !== undefined && (count < 67 || count > 65534))
        at(context, extents, 'clamped', { args: { other: count < 67 ? 67 : 65534 } });
      else if (count !== undefined && count > 6433) at(context, extents, 'ring', { severity: 'hint' });
      const updates = get('disk', 'al-updates');
      if (updates?.value === 'no') at(context, updates, 'updates', { severity: 'warning' });
      const size = get('disk', 'size');
      if (size) at(context, size, 'size');
    }
  },
});
