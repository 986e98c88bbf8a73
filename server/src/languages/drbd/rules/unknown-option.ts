import { nearest } from '../../../base/suggest';
import { defineRule } from '../../../core/lint/rule';
import { type DrbdModel, optionsOf } from '../model';
import { isJudgedOption, known, otherPlaces } from '../option-places';

export const unknownOption = defineRule<DrbdModel>()({
  id: 'drbd/unknown-option',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'No DRBD knows this option. drbdadm refuses the whole configuration, and names the first such word only.',
    ja: 'どのバージョンの DRBD にもないオプションです。drbdadm は設定全体を拒否し、最初の 1 つだけを表示します。',
  },
  messages: {
    unknown: { en: 'There is no option "{name}" in {section}.', ja: '{section} にオプション「{name}」はありません。' },
    meant: {
      en: 'There is no option "{name}" in {section}; "{meant}" is meant?',
      ja: '{section} にオプション「{name}」はありません。「{meant}」でしょうか。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  net { timeuot 60; }\n}\n', 'global { usage-cuont no; }\n'],
    good: ['resource r0 {\n  net { timeout 60; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    const { facts } = unit.model;
    if (!facts.loaded) return;
    for (const { option } of optionsOf(unit.model)) {
      const { keyword, place } = option;
      const name = keyword.text;
      if (!isJudgedOption(option) || known(facts, place, name) || otherPlaces(facts, place, name).length > 0) continue;
      const prefix = name.startsWith('no-') ? 'no-' : '';
      const meant = nearest(
        name.slice(prefix.length),
        facts.options(place).map((fact) => fact.name),
      );
      const title = { en: `Replace by ${prefix}${meant}`, ja: `${prefix}${meant} に置き換える` };
      context.report(meant ? 'meant' : 'unknown', keyword.span, {
        args: { name, section: place === 'peer-disk' ? 'disk' : place, ...(meant && { meant: prefix + meant }) },
        ...(meant && {
          fixes: () => [{ title, edits: [{ span: keyword.span, newText: prefix + meant }], safe: false }],
        }),
      });
    }
  },
});
