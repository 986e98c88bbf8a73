import { defineRule } from '../../../core/lint/rule';
import { type DrbdModel, optionsOf } from '../model';

export const resyncAfterUnknown = defineRule<DrbdModel>()({
  id: 'drbd/resync-after-unknown',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: '`resync-after` names a resource, or `RESOURCE/VOLUME`, that is defined elsewhere. drbdadm refuses an unknown one on a terminal, and drops the option silently otherwise. A resource cannot wait for itself.',
    ja: '`resync-after` には、ほかで定義されたリソースまたは `リソース/ボリューム` を書きます。未定義の場合、drbdadm は端末ではエラーにし、それ以外では黙って無視します。自分自身を待つことはできません。',
  },
  messages: {
    unknown: { en: 'The resource "{name}" is not defined here.', ja: 'リソース「{name}」は定義されていません。' },
    self: { en: 'A volume cannot wait for itself.', ja: '自分自身の再同期を待つことはできません。' },
  },
  examples: {
    bad: ['resource r0 {\n  disk { resync-after r9; }\n}\n', 'resource r0 {\n  disk { resync-after r0; }\n}\n'],
    good: ['resource r9 { }\nresource r0 {\n  disk { resync-after r9; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    for (const { option, value } of optionsOf(unit.model)) {
      if (!/^(resync-after|after)$/.test(option.keyword.text) || !value || value.kind === 'template') continue;
      const [name = '', volume] = value.text.split('/');
      if (name === '-1') continue;
      const own = unit.model.resources.find(
        ({ item }) => item.span.start <= value.span.start && value.span.end <= item.span.end,
      );
      if (own?.name?.text === name && volume === undefined && own.hosts.every(({ volumes }) => volumes.length < 2)) {
        context.report('self', value.span);
      } else if (!context.lookup('drbd.resource', name).some(({ entry }) => entry.role === 'declaration')) {
        context.report('unknown', value.span, { args: { name } });
      }
    }
  },
});
