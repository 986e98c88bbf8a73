import { defineRule } from '../../../core/lint/rule';
import { walk } from '../ast';
import { targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { moderniseFix } from '../modernise-fix';

export const oldSyncer = defineRule<DrbdModel>()({
  id: 'drbd/old-syncer',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The `syncer` section is from DRBD 8.3. Its options now stand elsewhere: `rate` is `resync-rate` in `disk`, `after` is `resync-after` in `disk`, `al-extents` and `c-*` are in `disk`, `csums-alg`, `verify-alg` and `use-rle` in `net`, `cpu-mask` and `on-no-data-accessible` in `options`. DRBD 9.22 refuses `rate`, `resync-rate` and `c-*` here, and takes the rest.',
    ja: '`syncer` セクションは DRBD 8.3 のものです。現在は、`rate` は `disk` の `resync-rate`、`after` は `disk` の `resync-after`、`al-extents` と `c-*` は `disk`、`csums-alg`・`verify-alg`・`use-rle` は `net`、`cpu-mask` と `on-no-data-accessible` は `options` に書きます。DRBD 9.22 は syncer 内の `rate`、`resync-rate`、`c-*` を拒否し、それ以外は受け付けます。',
  },
  messages: {
    section: {
      en: 'The syncer section is from DRBD 8.3; its options stand in disk, net and options now.',
      ja: 'syncer セクションは DRBD 8.3 のものです。現在は disk、net、options に書きます。',
    },
    refused: {
      en: 'drbdadm 9 refuses "{name}" in syncer; write "{now}" in the disk section.',
      ja: 'DRBD 9 の drbdadm は syncer の「{name}」を拒否します。disk セクションに「{now}」と書いてください。',
    },
  },
  examples: {
    bad: ['common {\n  syncer { rate 30M; }\n}\n'],
    good: ['common {\n  disk { resync-rate 30M; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    const { facts } = unit.model;
    for (const item of walk(unit.model.items)) {
      const { generation, set } = targetOf(context);
      if (item.kind === 'syncer' && !(set && generation === '8.3'))
        context.report('section', item.keyword.span, {
          severity: 'information',
          tags: ['deprecated'],
          fixes: () => moderniseFix(unit, context),
        });
      if (item.kind !== 'option' || item.place !== 'syncer' || !facts.loaded) continue;
      // What a set 8.x does not know there is a word of another generation.
      if (set && generation.startsWith('8')) continue;
      const generations = facts.option('syncer', item.keyword.text)?.generations;
      if (!generations || generations[generation === 'master' && !set ? '9' : set ? generation : '9']) continue;
      const name = item.keyword.text;
      const now = name === 'rate' ? 'resync-rate' : name;
      const severity = set || generation === '9' ? 'error' : 'warning';
      context.report('refused', item.keyword.span, {
        args: { name, now },
        severity,
        fixes: () => moderniseFix(unit, context),
      });
    }
  },
});
