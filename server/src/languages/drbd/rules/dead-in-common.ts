import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';

const dead = new Set([
  'connection',
  'mesh',
  'volume',
  'device',
  'disk-path',
  'meta-disk',
  'on',
  'floating',
  'stacked',
  'template-file',
]);

export const deadInCommon = defineRule<DrbdModel>()({
  id: 'drbd/dead-in-common',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'From common, resources take the sections disk, net, options, startup and handlers. Anything else there is read and forgotten: volumes, disks, hosts and connections belong into a resource.',
    ja: 'リソースが common から引き継ぐのは disk、net、options、startup、handlers のセクションだけで、それ以外は読まれても使われない。ボリューム、ディスク、ホスト、接続はリソースに書くこと。',
  },
  messages: {
    dead: { en: '{word} does nothing in common.', ja: 'common の {word} は効かない。' },
    mask: { en: 'cpu-mask is hexadecimal: {value} is not.', ja: 'cpu-mask は 16 進数で書く（{value} は不正）。' },
  },
  examples: {
    bad: ['common {\n  disk /dev/x;\n}\n', 'resource r0 {\n  options { cpu-mask xyz; }\n}\n'],
    good: ['common {\n  disk { on-io-error detach; }\n}\n', 'resource r0 {\n  options { cpu-mask ff; }\n}\n'],
  },
  source: 'drbd-utils 9.22, user/v9/drbdadm_main.c, expand_common',
  check({ model: { items } }, { report }) {
    for (const item of items) {
      if (item.kind === 'common')
        for (const inner of item.body ?? [])
          if (dead.has(inner.kind))
            report('dead', inner.keyword.span, { args: { word: inner.keyword.text }, tags: ['unnecessary'] });
      for (const section of (item.body ?? []).filter(({ kind }) => kind === 'options'))
        for (const option of section.body ?? []) {
          const value = option.args[0];
          if (
            option.keyword.text === 'cpu-mask' &&
            value &&
            value.kind !== 'template' &&
            !/^(?:0x)?[0-9a-f]+(?:,[0-9a-f]+)*$/i.test(value.text)
          )
            report('mask', value.span, { args: { value: value.text } });
        }
    }
  },
});
