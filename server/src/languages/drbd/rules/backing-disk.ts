import { defineRule, type RuleContext } from '../../../core/lint/rule';
import { isTemplate, type Word } from '../ast';
import type { DrbdModel } from '../model';
import type { HostView, VolumeView } from '../model/resource';

export const backingDisk = defineRule<DrbdModel>()({
  id: 'drbd/backing-disk',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Meta data on the data disk itself are `internal`: as a path they overwrite the data. A DRBD device below another is stacking, and is written with stacked-on-top-of. A path begins with a slash. And names such as /dev/sdb are given anew at each boot: a logical volume or a link below /dev/disk/by-id stays.',
    ja: 'データディスク自身に置くメタデータは `internal` と書く（パスで書くとデータを上書きする）。DRBD デバイスを下位デバイスにするのはスタックであり、stacked-on-top-of で書く。パスは「/」で始める。また /dev/sdb のような名前は起動のたびに割り当てられるため、論理ボリュームや /dev/disk/by-id 以下のリンクを使うこと。',
  },
  messages: {
    same: {
      en: 'The meta data lie on the data disk itself: write internal.',
      ja: 'メタデータがデータディスク自身を指している。internal と書くこと。',
    },
    data: {
      en: 'The meta data lie on {disk}, the data disk of {other}.',
      ja: 'メタデータが {other} のデータディスク {disk} を指している。',
    },
    drbd: {
      en: '{disk} is a DRBD device: stacking is written with stacked-on-top-of.',
      ja: '{disk} は DRBD デバイスである。スタックには stacked-on-top-of を使うこと。',
    },
    relative: { en: '{disk} must be an absolute path.', ja: '{disk} は絶対パスでなければならない。' },
    unstable: {
      en: '{disk} can be another disk after the next boot.',
      ja: '{disk} は次の起動後に別のディスクを指すことがある。',
    },
    unused: { en: 'Without a disk there are no meta data.', ja: 'ディスクがなければメタデータもない。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  device minor 0;\n  disk /dev/vg0/a;\n  meta-disk /dev/vg0/a;\n  on a { address 10.0.0.1:7788; }\n}\n',
      'resource r0 {\n  device minor 0;\n  disk /dev/drbd0;\n  on a { address 10.0.0.1:7788; }\n}\n',
      'resource r0 {\n  device minor 0;\n  disk sdb1;\n  on a { address 10.0.0.1:7788; }\n}\n',
      'resource r0 {\n  device minor 0;\n  disk /dev/sdb1;\n  on a { address 10.0.0.1:7788; }\n}\n',
    ],
    good: [
      'resource r0 {\n  device minor 0;\n  disk /dev/vg0/a;\n  meta-disk internal;\n  on a { address 10.0.0.1:7788; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, disk, meta-disk',
  check(unit, context) {
    const seen = new Set<number>();
    for (const resource of unit.model.resources)
      for (const host of resource.hosts) for (const volume of host.volumes) checkVolume(host, volume, seen, context);
  },
});

function checkVolume(host: HostView, volume: VolumeView, seen: Set<number>, context: RuleContext): void {
  const [disk, meta] = [volume.disk?.args[0], volume.metaDisk?.args[0]];
  const report = (message: string, word: Word, options: Parameters<RuleContext['report']>[2] = {}): void => {
    if (seen.has(word.span.start)) return; // hosts inherit it from the resource
    seen.add(word.span.start);
    context.report(message, word.span, { args: { disk: word.text }, ...options });
  };
  if (disk && !isTemplate(disk) && !volume.diskless && host.kind !== 'stacked') {
    if (!disk.text.startsWith('/')) report('relative', disk);
    else if (/^\/dev\/drbd(?:\d+$|\/|_)/.test(disk.text)) report('drbd', disk);
    else if (/^\/dev\/(?:[sv]d[a-z]+\d*|xvd[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|dm-\d+|loop\d+)$/.test(disk.text))
      report('unstable', disk, { severity: 'hint' });
  }
  if (!meta || isTemplate(meta) || meta.text === 'internal') return;
  if (volume.diskless) {
    if (!volume.inherited.has(volume.metaDisk as never)) report('unused', meta, { severity: 'hint' });
    return;
  }
  if (disk && meta.text === disk.text) {
    report('same', meta, {
      fixes: () => [
        {
          title: { en: 'Write internal', ja: 'internal と書く' },
          safe: false,
          edits: [{ span: meta.span, newText: 'internal' }],
        },
      ],
    });
    return;
  }
  if (!meta.text.startsWith('/')) report('relative', meta);
  for (const name of host.names) {
    const [other] = context.lookup('drbd.disk', `${name.text}:${meta.text}`);
    if (other)
      report('data', meta, { args: { disk: meta.text, other: (other.entry.value ?? '').replace('inherited ', '') } });
  }
}
