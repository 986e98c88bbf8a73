import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Found, Unit } from '../../../core/workspace/unit';
import { oldGeneration } from '../generation';
import { endKey, type LinkEnd, linksOf } from '../links';
import type { DrbdModel } from '../model';
import { addressKeyOf, type ResourceView } from '../model/resource';
import { namesIn } from '../names-in';
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
    ids: {
      en: 'Both hosts have the address {address}, so drbdadm cannot tell which is node 0: give each a node-id.',
      ja: '両方のホストのアドレスが {address} で、drbdadm が node-id を割り当てられません。各ホストに node-id を指定してください。',
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
    const namesOf = namesIn(context);
    for (const resource of unit.model.resources) {
      if (resource.incomplete) continue;
      const { links, slips } = linksOf(resource, namesOf);
      for (const { rule, message, span, args } of slips)
        if (rule === 'duplicate-address') context.report(message, span, { args });
      const ends = new Map(links.flatMap(({ paths }) => paths.flat()).map((end) => [endKey(end), end]));
      for (const [key, end] of ends) {
        const other = key && usedElsewhere(unit, context, key, end, resource);
        if (!other) continue;
        const own = end.host?.address?.ip === end.ip ? end.host?.address?.span : undefined;
        context.report('resources', own ?? end.ip?.span ?? end.span, {
          args: { address: `${end.ip?.text}:${end.port?.text}`, other: other.name },
          related: [{ found: other.found, message: 'other' }],
        });
      }
    }
  },
});

/** Another resource with a connection that has an end at this address. */
function usedElsewhere(
  unit: Unit<DrbdModel>,
  context: RuleContext,
  key: string,
  { ip, port }: LinkEnd,
  self: ResourceView,
): { readonly name: string; readonly found: Found } | undefined {
  const name = addressKeyOf(ip?.text ?? '', port?.text ?? '');
  for (const found of ['drbd.address', 'drbd.other-address'].flatMap((space) => context.lookup(space, name))) {
    for (const resource of (found.unit.model as DrbdModel).resources) {
      if (found.unit === unit && resource.item === self.item) continue;
      const { links } = linksOf(resource, namesIn(context));
      if (links.some(({ paths }) => paths.flat().some((end) => endKey(end) === key)))
        return { name: resource.name?.text ?? '', found };
    }
  }
  return undefined;
}
