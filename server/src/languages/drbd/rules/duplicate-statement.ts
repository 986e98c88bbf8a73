import { own } from '../../../base/maps';
import { defineRule } from '../../../core/lint/rule';
import { type Item, walk } from '../ast';
import { placeIn } from '../findings';
import type { DrbdModel } from '../model';
import { reportOld } from '../old-findings';

/** What a host section takes once; its disk counts once in both forms. */
const inHost: Readonly<Record<string, string>> = {
  device: 'device',
  address: 'address',
  'node-id': 'node-id',
  'meta-disk': 'meta-disk',
  'disk-path': 'disk',
  disk: 'disk',
};
const inStacked: Readonly<Record<string, string>> = { device: 'device', address: 'address', 'node-id': 'node-id' };
const inResource: Readonly<Record<string, string>> = { device: 'device' };

function keyOf(parent: Item, item: Item): string | undefined {
  if (item.keyword.text === 'alternate-link-address') return undefined;
  if (parent.kind === 'stacked') return own(inStacked, item.kind);
  // A floating section has no name yet when its statements are counted; only its node-id is compared.
  if (parent.kind === 'floating') return item.kind === 'node-id' ? `node-id ${item.args[0]?.text}` : undefined;
  if (parent.inner === 'host') return own(inHost, item.kind);
  if (parent.kind !== 'resource' && parent.kind !== 'common') return undefined;
  return item.keyword.text === 'protocol' ? 'protocol' : own(inResource, item.kind);
}

export const duplicateStatement = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-statement',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A host section takes `device`, `disk`, `meta-disk`, `address` and `node-id` once each, a resource `protocol` and `device`. A `disk` with a path and a `disk` block count as the same in a host section: move the block to the resource or into a volume.',
    ja: 'on セクションには `device`、`disk`、`meta-disk`、`address`、`node-id` を、resource には `protocol` と `device` をそれぞれ 1 回だけ書けます。on セクションではパスの `disk` とブロックの `disk` も同じものと数えられるので、ブロックは resource か volume に移してください。',
  },
  messages: {
    twice: {
      en: 'A second "{name}" in this section; drbdadm takes one.',
      ja: 'このセクションに「{name}」が 2 つあります。1 つしか書けません。',
    },
    first: { en: 'The first one.', ja: '最初の文。' },
  },
  examples: {
    bad: ['resource r0 {\n  on alpha {\n    address 10.0.0.1:7788;\n    address 10.0.0.2:7788;\n  }\n}\n'],
    good: ['resource r0 {\n  volume 0 {\n    disk /dev/vg/r0;\n    disk { al-extents 1237; }\n  }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    if (reportOld(unit, context, 'duplicate-statement')) return;
    for (const parent of walk(unit.model.items)) {
      const seen = new Map<string, Item>();
      for (const item of parent.body ?? []) {
        const key = keyOf(parent, item);
        const first = key && seen.get(key);
        if (key && !first) seen.set(key, item);
        if (!key || !first) continue;
        context.report('twice', item.keyword.span, {
          args: { name: key },
          related: [{ found: placeIn(unit, first.keyword.span), message: 'first' }],
        });
      }
    }
  },
});
