import { defineRule } from '../../../core/lint/rule';
import { withoutWord } from '../edits';
import { attributesOf, type CrmModel } from '../model';
import type { Attribute } from '../statement';

export const fencingWanted = defineRule<CrmModel>()({
  id: 'crm/fencing-wanted',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'on-fail=fence and requires=fencing (or unfencing) ask for fencing, and the cluster has it switched off (stonith-enabled=false). Pacemaker treats such a failure as it treats one without fencing, or starts the resource without the safety that it asks for; crm_verify complains of requires. Switch fencing on, or take the attribute away.',
    ja: 'on-fail=fence や requires=fencing（unfencing）はフェンシングを前提とするが、クラスタでは無効になっている（stonith-enabled=false）。故障時にフェンシングは行われず、求めた保護なしにリソースが起動される。requires については crm_verify も警告する。フェンシングを有効にするか、この属性を外すこと。',
  },
  messages: {
    off: {
      en: '{word} asks for fencing, which is switched off here.',
      ja: '{word} はフェンシングを前提とするが、無効に設定されている。',
    },
    property: { en: 'switched off here', ja: 'ここで無効' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s on-fail=fence\nproperty stonith-enabled=false\n',
      'primitive a ocf:heartbeat:Dummy meta requires=fencing\nproperty stonith-enabled=no\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s on-fail=fence\nproperty stonith-enabled=true\n',
      'primitive a ocf:heartbeat:Dummy op monitor interval=10s on-fail=fence\n',
      'primitive a ocf:heartbeat:Dummy meta requires=quorum\nproperty stonith-enabled=false\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pengine/complex.c, unpack_requires',
  kinds: ['primitive', 'rsc_template', 'group', 'clone', 'ms', 'rsc_defaults', 'op_defaults'],
  check({ text, model: { statement } }, context) {
    if (!statement) return;
    const wanted = [
      ...statement.operations.flatMap(({ attributes }) => attributes).filter(isFence),
      ...attributesOf(statement, 'op_defaults').filter(isFence),
      ...['meta', 'rsc_defaults'].flatMap((kind) => attributesOf(statement, kind)).filter(isRequired),
    ];
    if (wanted.length === 0) return;
    const off = ['stonith-enabled', 'fencing-enabled']
      .flatMap((name) => context.lookup('crm.property', name))
      .find(({ entry }) => /^(?:false|no|off|n|0)$/i.test(entry.value ?? ''));
    if (!off) return;
    for (const { word } of wanted)
      context.report('off', word, {
        args: { word: word.value },
        related: [{ found: off, message: 'property' }],
        fixes: () => [
          {
            title: { en: `Delete ${word.value}`, ja: `${word.value} を削除` },
            safe: false,
            edits: [withoutWord(text, word)],
          },
        ],
      });
  },
});

const isFence = ({ name, value }: Attribute): boolean => name === 'on-fail' && value?.toLowerCase() === 'fence';

const isRequired = ({ name, value }: Attribute): boolean =>
  name === 'requires' && /^(?:un)?fencing$/i.test(value ?? '');
