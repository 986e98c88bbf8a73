import { defineRule } from '../../../core/lint/rule';
import type { Word } from '../ast';
import { placeIn } from '../findings';
import { refusal } from '../generation';
import type { DrbdModel } from '../model';

export const duplicateNodeId = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-node-id',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Every host of a resource has a `node-id` of its own, from 0 to 31. drbdadm compares the digits as they are written; the kernel compares the numbers.',
    ja: '`node-id` はリソース内でホストごとに異なる 0～31 の番号です。drbdadm は文字列として、カーネルは数値として比較します。',
  },
  messages: {
    twice: {
      en: 'The node-id {id} is used twice in this resource.',
      ja: 'このリソースで node-id {id} が重複しています。',
    },
    first: { en: 'It is also used here.', ja: 'ここでも使われています。' },
  },
  examples: {
    bad: ['resource r0 {\n  on a { node-id 0; }\n  on b { node-id 0; }\n}\n'],
    good: ['resource r0 {\n  on a { node-id 0; }\n  on b { node-id 1; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const resource of unit.model.resources) {
      const seen: Word[] = [];
      for (const { nodeId } of resource.hosts) {
        if (!nodeId) continue;
        const first = seen.find(({ text }) => Number.parseInt(text, 10) === Number.parseInt(nodeId.text, 10));
        seen.push(nodeId);
        if (!first) continue;
        context.report('twice', nodeId.span, {
          args: { id: nodeId.text },
          severity: first.text === nodeId.text ? refusal(context) : 'warning',
          related: [{ found: placeIn(unit, first.span), message: 'first' }],
        });
      }
    }
  },
});
