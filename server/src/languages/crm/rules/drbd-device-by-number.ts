import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const drbdDeviceByNumber = defineRule<CrmModel>()({
  id: 'crm/drbd-device-by-number',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: '`/dev/drbd0` is named by its minor number, which can change when resources are renumbered. The link below `/dev/drbd/by-res/` is named by the resource, so it says what is meant and stays.',
    ja: '`/dev/drbd0` はマイナー番号による名前で、番号を振り直すと変わる。`/dev/drbd/by-res/` 以下のリンクはリソース名によるため、意味が明確で変わらない。',
  },
  messages: {
    link: { en: 'This is volume {volume}: {link} says so.', ja: 'これはボリューム {volume} で、{link} とも書ける。' },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  device /dev/drbd0;\n  on a { disk /dev/x; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0 directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  device /dev/drbd0;\n  on a { disk /dev/x; }\n}\n',
      'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=ext4\n',
    ],
  },
  source: 'drbd-utils 9.22, 65-drbd.rules and drbdadm sh-udev',
  check(unit, { nearby, report }) {
    for (const { namespace, name, span } of unit.model.entries) {
      if (namespace !== 'drbd.device-use' || !/^\/dev\/drbd\d+$/.test(name)) continue;
      const volumes = new Set(nearby.lookup('drbd.device', name).map(({ entry }) => entry.value ?? ''));
      const [volume] = volumes;
      const link =
        volume === undefined || volumes.size > 1 ? undefined : nearby.lookup('drbd.by-res', volume)[0]?.entry.value;
      if (volume === undefined || link === undefined) continue;
      report('link', span, {
        args: { volume, link },
        fixes: () => [
          { title: { en: `Change to ${link}`, ja: `${link} に変更` }, safe: false, edits: [{ span, newText: link }] },
        ],
      });
    }
  },
});
