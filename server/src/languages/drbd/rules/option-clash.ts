import { defineRule } from '../../../core/lint/rule';
import { type Item, members } from '../ast';
import type { DrbdFacts } from '../facts';
import { placeIn } from '../findings';
import { refusal } from '../generation';
import type { DrbdModel } from '../model';
import { type Clash, clashesIn, markOf, optionsIn, type Setting, settingOf } from '../model/merge';

/** The settings of blocks in one pool: what drbdadm puts together and wants to agree. */
function pool(
  facts: DrbdFacts,
  blocks: readonly Item[],
  section: 'net' | 'disk',
  accept = (_name: string) => true,
): Setting[] {
  const items = blocks.flatMap((block) => (block.kind === 'option' ? [block] : optionsIn(block)));
  return items
    .map((item) => settingOf(item, (name, value) => facts.comparable(section, name, value)))
    .filter(({ name }) => accept(name));
}

function* clashesOf(section: Item, facts: DrbdFacts): Generator<Clash> {
  const syncer = members(section, 'syncer');
  const protocol = members(section, 'option').filter(({ keyword }) => keyword.text === 'protocol');
  const net = [...members(section, 'net'), ...protocol, ...syncer];
  const disk = [...members(section, 'disk'), ...syncer];
  const known = (place: 'net' | 'disk') => (name: string) => facts.option(place, name) !== undefined;
  yield* clashesIn(pool(facts, net, 'net', known('net')));
  yield* clashesIn(pool(facts, disk, 'disk', known('disk')));
  if (section.kind !== 'resource') return;
  const nets = pool(facts, members(section, 'net'), 'net');
  const disks = pool(facts, members(section, 'disk'), 'disk');
  const peer = (name: string) => facts.option('disk', name)?.scope === 'peer-device';
  // A mesh of one host makes no connection, so nothing is put together.
  const meshes = members(section, 'mesh').filter(
    (mesh) => members(mesh, 'hosts').flatMap(({ args }) => args).length > 1,
  );
  for (const mesh of meshes) yield* between(nets, pool(facts, members(mesh, 'net'), 'net'));
  for (const volume of members(section, 'volume')) yield* between(disks, pool(facts, members(volume, 'disk'), 'disk'));
  for (const connection of members(section, 'connection')) {
    yield* between(disks, pool(facts, members(connection, 'disk'), 'disk', peer));
  }
}

/** Clashes of settings in a section with those further out. */
const between = (outer: readonly Setting[], inner: readonly Setting[]): Clash[] =>
  clashesIn([...outer, ...inner]).filter(({ later, first }) => inner.includes(later) && outer.includes(first));

/** Blocks of common that drbdadm copies into every resource, option by option. */
const commonBlocks = ['options', 'startup', 'handlers'];

export const optionClash = defineRule<DrbdModel>()({
  id: 'drbd/option-clash',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The same option arrives twice with different values where drbdadm puts options together: twice in one `net` or `disk`, as `protocol` statement and in `net`, in `syncer` and elsewhere, in a mesh and in the resource. `drbdadm dump` takes it; `up` and `adjust` refuse it. Keep one.',
    ja: 'drbdadm がオプションをまとめる箇所（同じ `net` / `disk` の中、`protocol` 文と `net`、`syncer` とほかのセクション、mesh とリソース）で、同じオプションに異なる値が指定されています。`drbdadm dump` は通りますが、`up` や `adjust` は拒否します。どちらか一方にしてください。',
  },
  messages: {
    clash: {
      en: '"{name}" is {value} here, but {other} elsewhere in the same scope.',
      ja: '「{name}」はここでは {value} ですが、同じ範囲の別の箇所では {other} です。',
    },
    other: { en: 'The other value.', ja: 'もう一方の値。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { timeout 60; timeout 70; }\n}\n',
      'resource r0 {\n  protocol A;\n  net { protocol C; }\n}\n',
    ],
    good: ['resource r0 {\n  protocol C;\n  net { protocol C; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    const { facts, items } = unit.model;
    if (!facts.loaded) return;
    for (const section of items.filter(({ kind }) => kind === 'resource' || kind === 'common')) {
      const clashes = [...clashesOf(section, facts)];
      if (section.kind === 'common') {
        const blocks = members(section, ...commonBlocks);
        for (const block of blocks)
          clashes.push(...clashesIn(optionsIn(block).map((item) => settingOf(item, (_, value) => value))));
        if (!context.lookup('drbd.top', '*').some(({ entry }) => entry.value === 'resource')) continue;
      }
      for (const { later, first } of new Set(clashes)) {
        context.report('clash', markOf(later).span, {
          args: { name: later.name, value: later.shown, other: first.shown },
          severity: refusal(context),
          related: [{ found: placeIn(unit, markOf(first).span), message: 'other' }],
        });
      }
    }
  },
});
