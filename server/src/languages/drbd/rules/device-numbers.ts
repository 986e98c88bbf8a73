import { defineRule } from '../../../core/lint/rule';
import { members } from '../ast';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';

export const deviceNumbers = defineRule<DrbdModel>()({
  id: 'drbd/device-numbers',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'A device has its number in its name. Names of one’s own (/dev/drbd_data) are no longer made by newer tools: the link below /dev/drbd/by-res does that. One volume with different numbers on its hosts works, and misleads. Some statements of the resource are lost when it has volume sections, too.',
    ja: 'デバイス名にはマイナー番号が入る。独自の名前（/dev/drbd_data）は新しいツールでは作られないため、/dev/drbd/by-res 以下のリンクを使うこと。1 つのボリュームの番号がホストごとに異なっていても動くが、混乱のもとである。volume セクションがあると、リソース直下の一部の文が無効になることもある。',
  },
  messages: {
    named: {
      en: 'Newer tools make no {device}: use /dev/drbd{minor} or the link below /dev/drbd/by-res.',
      ja: '新しいツールは {device} を作らない。/dev/drbd{minor} または /dev/drbd/by-res 以下のリンクを使うこと。',
    },
    differs: {
      en: 'Volume {volume} is minor {minor} here, and {other} on {host}.',
      ja: 'ボリューム {volume} はここではマイナー番号 {minor}、{host} では {other} である。',
    },
    range: {
      en: 'Minors go up to 1048575, volumes to 65534.',
      ja: 'マイナー番号は 1048575 まで、ボリューム番号は 65534 までである。',
    },
    mixed: {
      en: 'Statements of a volume stand beside volume sections: write them into volume 0 { }.',
      ja: 'volume セクションと並べてボリュームの文が書かれている。volume 0 { } に入れること。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  device /dev/drbd_data minor 0;\n  on a { disk /dev/x; }\n}\n',
      'resource r0 {\n  on a { device minor 0; disk /dev/x; }\n  on b { device minor 1; disk /dev/x; }\n}\n',
      'resource r0 {\n  device /dev/drbd0;\n  disk /dev/x;\n  volume 1 { device /dev/drbd1; disk /dev/y; }\n}\n',
    ],
    good: ['resource r0 {\n  device /dev/drbd0 minor 0;\n  on a { disk /dev/x; }\n  on b { disk /dev/x; }\n}\n'],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, device',
  check({ model: { resources } }, { report }) {
    for (const resource of resources) {
      const { hosts } = resource;
      const seen = new Set<number>();
      const numbers = new Map<number, { minor: number; host: string }>();
      for (const host of hosts)
        for (const volume of host.volumes) {
          const { minor, minorWord, path } = deviceOf(volume.device);
          const at = path ?? minorWord;
          if (!at || minor === undefined || seen.has(at.span.start)) continue;
          seen.add(at.span.start);
          if (path && /^\/?(?:dev\/)?drbd_/.test(path.text))
            report('named', at.span, { args: { device: path.text, minor } });
          if (minor > 1_048_575 || volume.number > 65_534) report('range', at.span, { severity: 'warning' });
          const other = numbers.get(volume.number);
          const name = host.names[0]?.text ?? '';
          if (other && other.minor !== minor && host.kind === 'on')
            report('differs', at.span, {
              args: { volume: volume.number, minor, other: other.minor, host: other.host },
              severity: 'hint',
            });
          else if (!other && host.kind === 'on') numbers.set(volume.number, { minor, host: name });
        }
      for (const section of [resource.item, ...resource.hosts.map(({ item }) => item)]) {
        const [bare] = members(section, 'device', 'disk-path', 'meta-disk');
        if (bare && members(section, 'volume').length > 0) report('mixed', bare.keyword.span, { severity: 'warning' });
      }
    }
  },
});
