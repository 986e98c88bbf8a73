import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { commonOf, oldReading } from '../old-findings';

export const missingProtocol = defineRule<DrbdModel>()({
  id: 'drbd/missing-protocol',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'DRBD 8.3 has no default for `protocol`: the resource or the common section has to name A, B or C. From 8.4 on it is C.',
    ja: 'DRBD 8.3 の `protocol` には既定値がありません。リソースか common セクションに A、B、C のいずれかを書きます。8.4 以降の既定値は C です。',
  },
  messages: {
    missing: {
      en: 'The resource "{name}" has no protocol, and the common section has none.',
      ja: 'リソース「{name}」にも common セクションにも protocol がありません。',
    },
  },
  examples: {
    bad: ['# linux-ha: drbd 8.3\nresource r0 { }\n'],
    good: ['# linux-ha: drbd 8.3\nresource r0 { protocol C; }\n', '# linux-ha: drbd 8.4\nresource r0 { }\n'],
  },
  source: 'drbd-utils 9.22, user/v83/drbdadm_main.c',
  check(unit, context) {
    if (oldGeneration(context) !== '8.3') return;
    const reading = oldReading(unit, context);
    // What stands behind the word that stopped the reading may be a protocol.
    for (const { kind, protocol, name, span } of reading?.stop ? [] : (reading?.resources ?? [])) {
      if (kind === 'resource' && !protocol && !commonOf(context)?.protocol)
        context.report('missing', span, { args: { name } });
    }
  },
});
