import { defineRule } from '../../../core/lint/rule';
import { isTemplate, walk } from '../ast';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';
import { reportOld } from '../old-findings';

export const deviceName = defineRule<DrbdModel>()({
  id: 'drbd/device-name',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A device is called `/dev/drbdN`, and N is its minor number; or `/dev/drbd_NAME minor N` with any name behind the underscore. `/dev/` may be left out. drbdadm checks this on the host concerned only, so the fault shows up late.',
    ja: 'デバイス名は `/dev/drbdN`（N はマイナー番号）、または `/dev/drbd_名前 minor N` の形で書きます。`/dev/` は省略できます。drbdadm は該当ホスト上でしか検査しないため、誤りの発見が遅れがちです。',
  },
  messages: {
    prefix: { en: 'A device name starts with /dev/drbd.', ja: 'デバイス名は /dev/drbd で始まる必要があります。' },
    underscore: {
      en: "A device name of one's own choice starts with /dev/drbd_, with the underscore.",
      ja: '任意のデバイス名は /dev/drbd_（アンダースコア付き）で始まる必要があります。',
    },
    minor: {
      en: 'The name says minor {named}, the statement minor {minor}.',
      ja: '名前のマイナー番号 {named} と指定されたマイナー番号 {minor} が一致しません。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  device /dev/drbd1 minor 2;\n}\n', 'resource r0 {\n  device /dev/mydata minor 2;\n}\n'],
    good: ['resource r0 {\n  device /dev/drbd_data minor 2;\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    if (reportOld(unit, context, 'device-name')) return;
    for (const item of walk(unit.model.items)) {
      if (item.kind !== 'device' || item.place === 'common') continue;
      const { path, minor } = deviceOf(item);
      if (!path || isTemplate(path)) continue;
      const name = path.text.replace(/^\/dev\//, '');
      const named = /^drbd(\d+)$/.exec(name)?.[1];
      if (!name.startsWith('drbd')) context.report('prefix', path.span);
      else if (named !== undefined) {
        if (minor !== undefined && Number(named) !== minor) {
          context.report('minor', path.span, { args: { named: Number(named), minor } });
        }
      } else if (!name.startsWith('drbd_') && minor !== undefined) context.report('underscore', path.span);
    }
  },
});
