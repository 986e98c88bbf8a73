import { defineRule } from '../../../core/lint/rule';
import { type Item, members } from '../ast';
import { placeIn } from '../findings';
import { refusal } from '../generation';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';

const numberOf = (volume: Item): number => Number.parseInt(volume.args[0]?.text ?? '', 10);
const minorOf = (volume: Item): number | undefined => deviceOf(members(volume, 'device')[0]).minor;
const count = (host: Item, number: number): number =>
  members(host, 'volume').filter((v) => numberOf(v) === number).length;

export const duplicateVolume = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-volume',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A volume number stands once in a section. drbdadm does not put two sections of one number together: it compares the lists of the hosts, refuses some combinations with misleading words, and takes others with an "internal error" message. Merge them.',
    ja: '1 つのセクションに同じ番号の volume は 1 つだけ書けます。drbdadm は同じ番号の 2 つの volume をまとめず、組み合わせによって分かりにくいエラーや「internal error」を出します。1 つにまとめてください。',
  },
  messages: {
    twice: { en: 'Volume {volume} stands here a second time.', ja: 'ボリューム {volume} が重複しています。' },
    first: { en: 'The first one.', ja: '最初の定義。' },
  },
  examples: {
    bad: ['resource r0 {\n  volume 0 { device minor 0; }\n  volume 0 { disk /dev/a; }\n}\n'],
    good: ['resource r0 {\n  volume 0 { device minor 0; }\n  volume 1 { device minor 1; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    for (const resource of unit.model.resources) {
      const hosts = resource.hosts.map(({ item }) => item);
      for (const section of [resource.item, ...hosts]) {
        const seen = new Map<number, Item>();
        for (const volume of members(section, 'volume')) {
          const number = numberOf(volume);
          const first = seen.get(number);
          if (!first) seen.set(number, volume);
          if (!first || Number.isNaN(number)) continue;
          const uneven = hosts.some((host) => count(host, number) !== count(section, number));
          const refused = section !== resource.item && (uneven || minorOf(volume) === minorOf(first));
          context.report('twice', (volume.args[0] ?? volume.keyword).span, {
            args: { volume: number },
            severity: refused ? refusal(context) : 'warning',
            related: [{ found: placeIn(unit, first.keyword.span), message: 'first' }],
          });
        }
      }
    }
  },
});
