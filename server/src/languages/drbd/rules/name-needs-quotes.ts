import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { oldReading } from '../old-findings';
import { quote } from '../repairs';

export const nameNeedsQuotes = defineRule<DrbdModel>()({
  id: 'drbd/name-needs-quotes',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A name that looks like a number, an address or (since DRBD 9) a version such as `1.2.3` is read as such, and then refused. Put it in quotes.',
    ja: '数値、アドレス、または（DRBD 9 以降）`1.2.3` のようなバージョンに見える名前は、そのように解釈されて拒否されます。引用符で囲んでください。',
  },
  messages: {
    number: {
      en: '{word} is read as a number or an address; as a name it needs quotes.',
      ja: '{word} は数値またはアドレスと解釈されます。名前に使うには引用符が必要です。',
    },
  },
  examples: {
    bad: ['resource 10 { }\n', 'resource 1.2.3 { }\n'],
    good: ['resource "10" { }\n', '# linux-ha: drbd 8.4\nresource 1.2.3 { }\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_scanner.fl of each generation',
  check(unit, context) {
    const stop = oldReading(unit, context)?.stop;
    const found = oldGeneration(context)
      ? [stop].flatMap((at) => (at?.name && at.got === 'number' ? [at.span] : []))
      : unit.model.parsed.badNames.flatMap(({ token, reserved }) => (reserved ? [] : [token]));
    for (const { start, end } of found) {
      const args = { word: unit.text.slice(start, end) };
      const span = { start, end };
      context.report('number', span, { args, fixes: () => quote({ code: '', span }, unit.text) });
    }
  },
});
