import type { Span } from '../../../base/span';
import { fill, type Text } from '../../../base/text';
import type { Remark } from './types';

/** What a conversion has to say; `open` ones are left to people. */
const texts = {
  unreadable: {
    open: true,
    en: 'This section has syntax errors; it stays as it is.',
    ja: '構文エラーがあるため、このセクションは変換しません。',
  },
  clash: {
    open: true,
    en: '"{name}" is {value} here and {other} elsewhere; DRBD {target} wants one value.',
    ja: '「{name}」はここでは {value}、別の箇所では {other} です。DRBD {target} では値を一つにする必要があります。',
  },
  dropped: {
    open: false,
    en: '"{name}" was removed: DRBD {target} does not know it.',
    ja: '「{name}」を削除しました。DRBD {target} にはありません。',
  },
  unknown: {
    open: true,
    en: 'DRBD {target} has no "{name}"; what takes its place is for you to say.',
    ja: 'DRBD {target} に「{name}」はありません。代わりの設定を決めてください。',
  },
  value: {
    open: true,
    en: 'DRBD {target} does not take {value} for "{name}".',
    ja: 'DRBD {target} では「{name}」に {value} を指定できません。',
  },
  bare: {
    open: true,
    en: 'DRBD {target} wants a value for "{name}".',
    ja: 'DRBD {target} では「{name}」に値が必要です。',
  },
  promote: {
    open: false,
    en: '"become-primary-on" was removed: DRBD 9 ignores it. auto-promote or the cluster manager does its work.',
    ja: '「become-primary-on」を削除しました。DRBD 9 では無視されます。auto-promote またはクラスタマネージャーを使います。',
  },
  awake: {
    open: true,
    en: 'DRBD 9 ignores "become-primary-on"; DRBD 8.4 makes these hosts Primary at start.',
    ja: 'DRBD 9 では「become-primary-on」は無視されますが、DRBD 8.4 では起動時にこのホストが Primary になります。',
  },
  volumeFencing: {
    open: true,
    en: '"fencing" is a matter of the connection in DRBD 9; for one volume alone it cannot be set.',
    ja: 'DRBD 9 の「fencing」は接続の設定です。ボリュームごとには指定できません。',
  },
  secondAddress: {
    open: true,
    en: '"alternate-link-address" is a second path of a connection in DRBD 9.',
    ja: '「alternate-link-address」は DRBD 9 では接続の二つ目の path です。',
  },
  nodeIds: {
    open: true,
    en: 'DRBD 9 wants a node-id for each host here, and they cannot be worked out from the addresses.',
    ja: 'DRBD 9 では各ホストに node-id が必要ですが、アドレスから決められません。',
  },
  hosts: {
    open: true,
    en: 'DRBD {target} wants connections between more than two hosts to be written out.',
    ja: 'DRBD {target} では、3 ホスト以上の接続を明示する必要があります。',
  },
  order: {
    open: true,
    en: 'DRBD 8 counts "{name}" only for host sections behind it, DRBD 9 for all.',
    ja: 'DRBD 8 では「{name}」は後に書かれたホストにだけ適用され、DRBD 9 ではすべてのホストに適用されます。',
  },
  address: {
    open: true,
    en: 'DRBD 8.4 wants an address for each host.',
    ja: 'DRBD 8.4 では各ホストにアドレスが必要です。',
  },
  noHosts: {
    open: true,
    en: 'DRBD 9 wants the hosts of a resource to be named.',
    ja: 'DRBD 9 ではリソースのホストを記述する必要があります。',
  },
  sameHost: {
    open: true,
    en: 'DRBD 9 takes {name} and {other} for the same host.',
    ja: 'DRBD 9 では {name} と {other} は同じホストとみなされます。',
  },
  twoHosts: {
    open: true,
    en: 'DRBD 8.4 knows two hosts for a resource, not {count}.',
    ja: 'DRBD 8.4 のリソースは 2 ホストまでです（現在 {count}）。',
  },
  ids: {
    open: false,
    en: 'The node-id was removed: DRBD 8.4 has none. Keep a note of it, metadata of DRBD 9 depend on it.',
    ja: 'node-id を削除しました。DRBD 8.4 にはありません。DRBD 9 のメタデータに関わるため控えておいてください。',
  },
  nine: {
    open: true,
    en: '"{name}" has no counterpart in DRBD 8.4.',
    ja: '「{name}」に当たるものは DRBD 8.4 にありません。',
  },
  floatingDisk: {
    open: true,
    en: 'DRBD 8.4 takes a disk and a disk section in one floating host for two of the same: write device, disk and meta-disk into a volume 0 { … }.',
    ja: 'DRBD 8.4 では floating ホスト内の disk 文と disk セクションが衝突します。device、disk、meta-disk を volume 0 { … } に入れてください。',
  },
  lowerVolumes: {
    open: true,
    en: 'DRBD 9 wants the stacked resource to have all volumes of "{name}" below it.',
    ja: 'DRBD 9 では、上位のリソースに下位の「{name}」と同じボリュームがすべて必要です。',
  },
  diskless: {
    open: true,
    en: 'DRBD 8.4 wants a disk on each host.',
    ja: 'DRBD 8.4 では各ホストにディスクが必要です。',
  },
  rate: {
    open: false,
    en: 'Since DRBD 8.4 the resync rate adapts itself (c-plan-ahead 20); a fixed rate counts only with "c-plan-ahead 0".',
    ja: 'DRBD 8.4 以降、再同期の速度は自動で調整されます（c-plan-ahead 20）。固定の速度は「c-plan-ahead 0」のときだけ有効です。',
  },
} as const satisfies Record<string, Text & { readonly open: boolean }>;

export type RemarkId = keyof typeof texts;

/** A remark at a place. */
export function remark(id: RemarkId, span: Span, args: Readonly<Record<string, string | number>> = {}): Remark {
  const { en, ja, open } = texts[id];
  return { span, open, text: { en: fill(en, args), ja: fill(ja, args) } };
}
