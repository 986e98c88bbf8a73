import { defineRule } from '../../../core/lint/rule';
import { type Item, walk } from '../ast';
import { placeIn } from '../findings';
import type { DrbdModel } from '../model';
import { reportOld } from '../old-findings';

/** Sections that drbdadm takes once; those of connections only where they say anything. */
const once = new Set(['net', 'disk', 'options', 'startup', 'handlers', 'syncer', 'proxy']);

function duplicates(parent: Item): { item: Item; first: Item }[] {
  const seen = new Map<string, Item>();
  const found: { item: Item; first: Item }[] = [];
  for (const item of parent.body ?? []) {
    if (!once.has(item.kind) || !item.body || !counts(parent, item)) continue;
    const first = seen.get(item.kind);
    if (first) found.push({ item, first });
    else if (parent.kind === 'resource' || parent.kind === 'common' || item.body.length > 0) seen.set(item.kind, item);
  }
  return found;
}

function counts(parent: Item, item: Item): boolean {
  if (parent.kind === 'resource' || parent.kind === 'common') return true;
  return (parent.kind === 'connection' || parent.kind === 'mesh') && item.kind === 'net';
}

export const duplicateSection = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-section',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A resource, like the common section, has each of `net`, `disk`, `options`, `startup`, `handlers`, `syncer` and `proxy` once; so has a connection its `net`. drbdadm refuses a second one. Merge the two.',
    ja: 'resource と common には `net`、`disk`、`options`、`startup`、`handlers`、`syncer`、`proxy` をそれぞれ 1 つだけ書けます。connection の `net` も同様です。2 つ目があると drbdadm は設定全体を拒否します。1 つにまとめてください。',
  },
  messages: {
    twice: {
      en: 'A second "{section}" section here; drbdadm takes one. Merge them.',
      ja: '「{section}」セクションが重複しています。1 つにまとめてください。',
    },
    first: { en: 'The first one.', ja: '最初のセクション。' },
  },
  examples: {
    bad: ['resource r0 {\n  net { timeout 60; }\n  net { ping-int 10; }\n}\n'],
    good: ['resource r0 {\n  net { timeout 60; ping-int 10; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    if (reportOld(unit, context, 'duplicate-section')) return;
    for (const parent of walk(unit.model.items)) {
      for (const { item, first } of duplicates(parent)) {
        context.report('twice', item.keyword.span, {
          args: { section: item.keyword.text },
          related: [{ found: placeIn(unit, first.keyword.span), message: 'first' }],
        });
      }
    }
  },
});
