import { defineRule } from '../../../core/lint/rule';
import { walk } from '../ast';
import { targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { moderniseFix } from '../modernise-fix';

export const fencingInDisk = defineRule<DrbdModel>()({
  id: 'drbd/fencing-in-disk',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: '`fencing` moved from `disk` (DRBD 8) to `net` (DRBD 9), since fencing is a matter of the connection. drbdadm 9.22 refuses it in `disk`.',
    ja: '`fencing` は DRBD 8 では `disk`、DRBD 9 では `net` に書きます。drbdadm 9.22 は `disk` の `fencing` を拒否します。',
  },
  messages: {
    moved: {
      en: 'In DRBD 9 "fencing" stands in the net section.',
      ja: 'DRBD 9 では「fencing」は net セクションに書きます。',
    },
    early: {
      en: 'In DRBD 8 "fencing" stands in the disk section.',
      ja: 'DRBD 8 では「fencing」は disk セクションに書きます。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  disk { fencing resource-only; }\n}\n'],
    good: ['resource r0 {\n  net { fencing resource-only; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const { kind, place, keyword } of walk(unit.model.items)) {
      if (kind !== 'option' || keyword.text !== 'fencing') continue;
      const { generation, set } = targetOf(context);
      const old = generation.startsWith('8');
      if (place === 'disk' && !(set && (old || generation === 'master'))) {
        context.report('moved', keyword.span, {
          severity: set || generation === '9' ? 'error' : 'warning',
          fixes: () => moderniseFix(unit, context),
        });
      }
      if (place === 'net' && old && set) context.report('early', keyword.span);
    }
  },
});
