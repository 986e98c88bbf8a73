import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const drbdDeviceUnknown = defineRule<CrmModel>()({
  id: 'crm/drbd-device-unknown',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'No volume in the DRBD files near by has this device, so it will not be there when the resource starts. The link below `/dev/drbd/by-res/` ends in the volume’s number where the resource has `volume` sections, and in the resource’s name where it has none.',
    ja: '近くの DRBD 設定ファイルに、このデバイスを持つボリュームがない。起動時にデバイスが存在しないことになる。`/dev/drbd/by-res/` 以下のリンクは、`volume` セクションがあればボリューム番号で、なければリソース名で終わる。',
  },
  messages: {
    unknown: {
      en: 'No DRBD resource near by has the device {device}.',
      ja: '近くの DRBD リソースに {device} というデバイスはない。',
    },
    link: {
      en: 'The link of that volume is {right}.',
      ja: 'このボリュームのリンクは {right} である。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd1 directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  device /dev/drbd0;\n  on a { disk /dev/x; }\n}\n',
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0 directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  volume 0 { device /dev/drbd0; disk /dev/x; }\n  on a { address 10.0.0.1:7788; }\n}\n',
    ],
    good: [
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  device /dev/drbd0;\n  on a { disk /dev/x; }\n}\n',
      '== a.crm ==\nprimitive fs Filesystem params device=/dev/drbd/by-disk/x directory=/srv fstype=ext4\n== drbd.d/r0.res ==\nresource r0 {\n  device /dev/drbd0;\n  on a { disk /dev/x; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, 65-drbd.rules and drbdadm sh-udev',
  check(unit, { nearby, report }) {
    for (const { namespace, name, span } of unit.model.entries) {
      if (namespace !== 'drbd.device-use' || isTemplated(name) || !/^\/dev\/drbd(?:\d+$|\/by-res\/)/.test(name))
        continue;
      if (nearby.has('drbd.device', name)) continue;
      const right = linkOf(name, (volume) => nearby.lookup('drbd.by-res', volume)[0]?.entry.value);
      if (right !== undefined) report('link', span, { args: { right }, fixes: () => [replace(span, right)] });
      else if (nearby.lookup('drbd.top', '*').some(({ entry }) => entry.value === 'resource'))
        report('unknown', span, { args: { device: name } });
    }
  },
});

/** The link that is meant by one with, or without, the volume's number. */
function linkOf(name: string, find: (volume: string) => string | undefined): string | undefined {
  const [, resource, volume = '0'] = /^\/dev\/drbd\/by-res\/([^/]+)(?:\/(\d+))?$/.exec(name) ?? [];
  return resource === undefined ? undefined : find(`${resource}/${volume}`);
}

const replace = (span: { start: number; end: number }, newText: string): Fix => ({
  title: { en: `Change to ${newText}`, ja: `${newText} に変更` },
  safe: false,
  edits: [{ span, newText }],
});
