import { defineRule } from '../../../core/lint/rule';
import { type DrbdModel, optionsOf } from '../model';
import { isJudgedOption, known, otherPlaces } from '../option-places';

export const optionInWrongSection = defineRule<DrbdModel>()({
  id: 'drbd/option-in-wrong-section',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The option exists, but not in this section; drbdadm refuses it here. In a connection, `disk` takes only options that concern the peer (`c-max-rate`, `resync-rate`, …).',
    ja: 'オプションは存在しますが、このセクションには書けません。connection の `disk` に書けるのは、対向ノードに関するもの（`c-max-rate`、`resync-rate` など）だけです。',
  },
  messages: {
    wrong: {
      en: 'The option "{name}" belongs into {section}, not here.',
      ja: 'オプション「{name}」は {section} セクションに書きます。',
    },
    peer: {
      en: 'In a connection the disk section has only options of the peer; "{name}" belongs into the disk section of the resource or volume.',
      ja: 'connection の disk には対向ノードのオプションしか書けません。「{name}」は resource か volume の disk に書きます。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  net { on-io-error detach; }\n}\n'],
    good: ['resource r0 {\n  disk { on-io-error detach; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    const { facts } = unit.model;
    if (!facts.loaded) return;
    for (const { option } of optionsOf(unit.model)) {
      const { keyword, place } = option;
      if (!isJudgedOption(option) || known(facts, place, keyword.text)) continue;
      const others = otherPlaces(facts, place, keyword.text);
      if (others.length === 0) continue;
      const message = place === 'peer-disk' && others.includes('disk') ? 'peer' : 'wrong';
      const args = { name: keyword.text, section: others.slice(0, 2).join(', ') };
      context.report(message, keyword.span, { args });
    }
  },
});
