import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';

export const missingDisk = defineRule<DrbdModel>()({
  id: 'drbd/missing-disk',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A `meta-disk` without a `disk` describes meta data of nothing. Name the backing device, or write `disk none;` for a diskless host. (Without both DRBD 9 takes the host for diskless; 8.4 always wants a disk.)',
    ja: '`disk` のない `meta-disk` は意味を持ちません。下位デバイスを書くか、ディスクレスのホストなら `disk none;` と書いてください。両方ともない場合、DRBD 9 はディスクレスとみなします（8.4 では disk が必須）。',
  },
  messages: {
    missing: {
      en: 'Volume {volume} has a meta-disk but no disk on host {host}.',
      ja: 'ホスト {host} のボリューム {volume} には meta-disk がありますが disk がありません。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  on alpha { device minor 0; meta-disk internal; }\n}\n'],
    good: ['resource r0 {\n  on alpha { device minor 0; disk /dev/a; meta-disk internal; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    if (oldGeneration(context)) return;
    for (const resource of unit.model.resources) {
      if (resource.incomplete) continue;
      for (const host of resource.hosts) {
        for (const { disk, metaDisk, number } of host.volumes) {
          if (disk || !metaDisk || host.kind === 'stacked') continue;
          const args = { volume: number, host: host.names[0]?.text ?? '' };
          context.report('missing', metaDisk.keyword.span, { args });
        }
      }
    }
  },
});
