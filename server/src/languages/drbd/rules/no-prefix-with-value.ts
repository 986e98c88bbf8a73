import { defineRule } from '../../../core/lint/rule';
import { type DrbdModel, optionsOf } from '../model';

export const noPrefixWithValue = defineRule<DrbdModel>()({
  id: 'drbd/no-prefix-with-value',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A value cancels the prefix: `no-disk-flushes yes;` leaves the flushes **on**, and `no-disk-flushes no;` turns them off. Write `disk-flushes no;`.',
    ja: '値を付けると接頭辞 `no-` は無効になります。`no-disk-flushes yes;` ではフラッシュは**有効**のまま、`no-disk-flushes no;` で無効になります。`disk-flushes no;` と書いてください。',
  },
  messages: {
    cancelled: {
      en: 'The value cancels "no-": this means {name} {value}.',
      ja: '値があるため「no-」は無効です。「{name} {value}」と解釈されます。',
    },
    number: {
      en: '"no-" before an option that is not yes or no says nothing.',
      ja: 'yes / no 以外の値を取るオプションに「no-」を付けても意味がありません。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  disk { no-disk-flushes yes; }\n}\n'],
    good: ['resource r0 {\n  disk { disk-flushes no; }\n}\n', 'resource r0 {\n  disk { no-disk-flushes; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    const { facts } = unit.model;
    for (const { option, value } of optionsOf(unit.model)) {
      const written = option.keyword.text;
      const fact = written.startsWith('no-') ? facts.option(option.place, written.slice(3)) : undefined;
      if (!fact || option.keyword.kind === 'template') continue;
      const name = written.slice(3);
      if (!value) {
        if (!Object.values(fact.generations).some(({ type }) => type === 'boolean'))
          context.report('number', option.keyword.span);
        continue;
      }
      const span = { start: option.keyword.span.start, end: value.span.end };
      const title = { en: `Write ${name} ${value.text}`, ja: `${name} ${value.text} と書く` };
      const fixes = () => [
        {
          title,
          edits: [{ span, newText: `${name} ${unit.text.slice(value.span.start, value.span.end)}` }],
          safe: false,
        },
      ];
      context.report('cancelled', span, { args: { name, value: value.text }, fixes });
    }
  },
});
