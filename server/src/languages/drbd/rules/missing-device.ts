import { defineRule } from '../../../core/lint/rule';
import { isTemplate } from '../ast';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';
import { reportOld } from '../old-findings';

export const missingDevice = defineRule<DrbdModel>()({
  id: 'drbd/missing-device',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Every volume needs a `device` with a minor number on every host: in the volume, in the host section, or once for all at the level of the resource. A name without `minor N` has to be `/dev/drbdN`.',
    ja: 'すべてのボリュームには、各ホストでマイナー番号を持つ `device` が必要です。volume、on セクション、またはリソースのレベルに書きます。`minor N` を付けない場合、名前は `/dev/drbdN` でなければなりません。',
  },
  messages: {
    missing: {
      en: 'Volume {volume} has no device on host {host}.',
      ja: 'ホスト {host} のボリューム {volume} に device がありません。',
    },
    minor: {
      en: 'No minor number: write "device {name} minor N;" or a name of the form /dev/drbdN.',
      ja: 'マイナー番号がありません。「device {name} minor N;」または /dev/drbdN の形で書いてください。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  on alpha { disk /dev/a; address 10.0.0.1:7788; }\n  on beta { disk /dev/a; address 10.0.0.2:7788; }\n}\n',
      'resource r0 {\n  device /dev/drbd/by-res/r0;\n}\n',
    ],
    good: [
      'resource r0 {\n  device /dev/drbd0;\n  on alpha { disk /dev/a; address 10.0.0.1:7788; }\n  on beta { disk /dev/a; address 10.0.0.2:7788; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    if (reportOld(unit, context, 'missing-device')) return;
    for (const resource of unit.model.resources) {
      const nameless = new Set<number>();
      for (const host of resource.hosts.length > 0 ? resource.hosts : [{ volumes: resource.volumes, names: [] }]) {
        // Also of those that a later statement replaces.
        for (const device of 'devices' in host ? host.devices.keys() : host.volumes.map((volume) => volume.device)) {
          const { path, minor } = deviceOf(device);
          if (!path || minor !== undefined || isTemplate(path) || nameless.has(path.span.start)) continue;
          nameless.add(path.span.start);
          context.report('minor', path.span, { args: { name: path.text } });
        }
        for (const volume of host.volumes) {
          if (volume.device || resource.incomplete || !('item' in host)) continue;
          const place = volume.explicit ? volume.item.keyword.span : host.item.keyword.span;
          context.report('missing', place, {
            args: { volume: volume.number, host: host.names[0]?.text ?? '' },
          });
        }
      }
    }
  },
});
