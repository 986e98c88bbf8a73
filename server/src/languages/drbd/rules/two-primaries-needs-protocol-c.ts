import { defineRule } from '../../../core/lint/rule';
import { type Item, members } from '../ast';
import type { DrbdModel } from '../model';

/** The last setting of an option in these blocks. */
function last(blocks: readonly Item[], name: string): Item | undefined {
  return blocks
    .flatMap((block) => (block.kind === 'option' ? [block] : members(block, 'option')))
    .filter(({ keyword }) => keyword.text === name)
    .at(-1);
}

export const twoPrimariesNeedsProtocolC = defineRule<DrbdModel>()({
  id: 'drbd/two-primaries-needs-protocol-c',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Two primaries write at the same time, so each write has to reach both nodes before it counts as done: that is protocol C. With A or B the kernel refuses to connect. drbdadm does not notice.',
    ja: 'デュアルプライマリーでは両ノードが同時に書き込むため、書き込みは両方に届いてから完了とする必要があります（プロトコル C）。A や B ではカーネルが接続を拒否しますが、drbdadm は検出しません。',
  },
  messages: {
    needs: {
      en: 'allow-two-primaries needs protocol C; with {protocol} the nodes do not connect.',
      ja: 'allow-two-primaries にはプロトコル C が必要です。{protocol} では接続できません。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  net { protocol A; allow-two-primaries yes; }\n}\n'],
    good: ['resource r0 {\n  net { protocol C; allow-two-primaries yes; }\n}\n'],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/',
  check(unit, context) {
    for (const section of unit.model.items.filter(({ kind }) => kind === 'resource' || kind === 'common')) {
      const scope = [...members(section, 'option'), ...members(section, 'net')];
      for (const inner of [undefined, ...members(section, 'connection', 'mesh')]) {
        const blocks = inner ? [...scope, ...members(inner, 'net')] : scope;
        const two = last(blocks, 'allow-two-primaries');
        const protocol = last(blocks, 'protocol')?.args[0];
        const isOn = two && (two.args.length === 0 || two.args[0]?.text === 'yes');
        if (!two || !isOn || !protocol || !/^[AB]$/i.test(protocol.text)) continue;
        const inside = !inner || (inner.span.start <= two.span.start && two.span.end <= inner.span.end);
        if (inside || inner.span.start <= protocol.span.start) {
          context.report('needs', two.keyword.span, { args: { protocol: protocol.text } });
        }
      }
    }
  },
});
