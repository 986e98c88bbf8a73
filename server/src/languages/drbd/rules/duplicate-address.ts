import { defineRule } from '../../../core/lint/rule';
import { isAt } from '../findings';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { addressKey } from '../model/resource';
import { oldClashes } from '../old-findings';

export const duplicateAddress = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-address',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Each resource needs an address and port of its own on every host, and the two ends of a connection differ. Give the resource another port.',
    ja: 'リソースごとに、各ホストで固有のアドレスとポートの組が必要です。また接続の両端は異なるアドレスでなければなりません。別のポートを割り当ててください。',
  },
  messages: {
    resources: {
      en: '{address} is also used by the resource {other}.',
      ja: '{address} はリソース {other} でも使われています。',
    },
    both: {
      en: 'Two hosts of this resource have the same address and port.',
      ja: 'このリソースの 2 つのホストが同じアドレスとポートを使っています。',
    },
    again: { en: '{address} is used more than once.', ja: '{address} が重複しています。' },
    other: { en: 'It is also used here.', ja: 'ここでも使われています。' },
  },
  examples: {
    bad: ['resource r0 {\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.1:7788; }\n}\n'],
    good: ['resource r0 {\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    for (const { use, other } of oldClashes(unit, context, 'address')) {
      const related = [{ found: other, message: 'other' }];
      context.report('again', use.span, { args: { address: use.what }, related });
    }
    if (oldGeneration(context)) return;
    for (const { namespace, name, span, value } of unit.model.entries) {
      if (namespace !== 'drbd.address') continue;
      const others = context
        .lookup(namespace, name)
        .filter((found) => !isAt(found, unit, span) && found.entry.value !== value);
      const [other] = others;
      if (!other) continue;
      context.report('resources', span, {
        args: { address: unit.text.slice(span.start, span.end), other: other.entry.value ?? '' },
        related: [{ found: other, message: 'other' }],
      });
    }
    for (const resource of unit.model.resources) {
      const seen = new Set<string>();
      for (const { address } of resource.hosts) {
        const key = address && addressKey(address);
        if (!address || !key) continue;
        const apart = resource.hosts.length > 2 && resource.connections.length + resource.meshes.length === 0;
        if (seen.has(key)) context.report('both', address.span, { severity: apart ? 'warning' : 'error' });
        seen.add(key);
      }
    }
  },
});
