import { compareVersions } from '../../../base/versions';
import { defineRule } from '../../../core/lint/rule';
import { withoutAttribute } from '../edits';
import { attributesOf, type CrmModel } from '../model';

/** Properties that Pacemaker no longer reads, and what to write instead. */
const former: Readonly<Record<string, string>> = {
  'default-resource-stickiness': 'rsc_defaults resource-stickiness',
  'default-resource-failure-stickiness': 'rsc_defaults migration-threshold',
  'default-migration-threshold': 'rsc_defaults migration-threshold',
  'is-managed-default': 'rsc_defaults is-managed',
  'default-action-timeout': 'op_defaults timeout',
  'expected-quorum-votes': '',
  'notification-agent': 'alert',
  'notification-recipient': 'alert',
};

const runtime = new Set([
  'dc-version',
  'last-lrm-refresh',
  'have-watchdog',
  'cluster-infrastructure',
  'cluster-recheck-interval-last',
]);

export const formerProperty = defineRule<CrmModel>()({
  id: 'crm/former-property',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['property'],
  docs: {
    en: 'Pacemaker 2 no longer reads this property: what it said does not hold any more, and nobody complains. Names are written with “-”, not “_”. What the cluster writes by itself (dc-version and the like) has no place in a file.',
    ja: 'Pacemaker 2 はこのプロパティを読まない。設定は効かず、警告も出ない。名前の区切りは「_」ではなく「-」である。クラスタ自身が書き込むもの（dc-version など）はファイルに書くものではない。',
  },
  messages: {
    gone: {
      en: '{name} is not read since Pacemaker 2: use {other}.',
      ja: '{name} は Pacemaker 2 以降使われない。{other} を使うこと。',
    },
    nothing: { en: '{name} is not read any more: delete it.', ja: '{name} は使われない。削除すること。' },
    underline: {
      en: 'Pacemaker 2 reads {other}, not {name}.',
      ja: 'Pacemaker 2 で使われるのは {name} ではなく {other} である。',
    },
    runtime: { en: '{name} is written by the cluster itself.', ja: '{name} はクラスタ自身が書き込む。' },
  },
  examples: {
    bad: [
      'property default-resource-stickiness=100\n',
      'property stonith_enabled=false\n',
      'property dc-version=1.1.7\n',
    ],
    good: ['property stonith-enabled=true\n', 'rsc_defaults resource-stickiness=100\n'],
  },
  source: 'pacemaker 2.0.0, change log: names before 1.1 removed',
  check(unit, context) {
    const { statement, facts } = unit.model;
    const target = context.settings.target['pacemaker'];
    if (!statement || (target !== undefined && compareVersions(target, '2') < 0)) return;
    const known = facts.attributes({ set: 'property', statement: 'property', present: new Set() });
    for (const attribute of attributesOf(statement, 'property')) {
      const { name, nameSpan } = attribute;
      const remove = () => [
        {
          title: { en: `Delete ${name}`, ja: `${name} を削除` },
          safe: false,
          edits: [withoutAttribute(unit.text, statement, attribute)],
        },
      ];
      const dashed = name.replaceAll('_', '-');
      if (Object.hasOwn(former, name)) {
        const other = former[name] ?? '';
        context.report(other === '' ? 'nothing' : 'gone', nameSpan, {
          args: { name, other },
          ...(other === '' && { severity: 'hint' as const, fixes: remove }),
          tags: ['deprecated'],
        });
      } else if (runtime.has(name))
        context.report('runtime', nameSpan, { args: { name }, severity: 'hint', tags: ['unnecessary'] });
      else if (dashed !== name && known?.has(dashed))
        context.report('underline', nameSpan, {
          args: { name, other: dashed },
          fixes: () => [
            {
              title: { en: `Change to ${dashed}`, ja: `${dashed} に変更` },
              safe: true,
              edits: [{ span: nameSpan, newText: dashed }],
            },
          ],
        });
    }
  },
});
