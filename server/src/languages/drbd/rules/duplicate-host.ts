import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Word } from '../ast';
import { sameHost } from '../effective/host-names';
import { placeIn } from '../findings';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import type { ResourceView } from '../model/resource';
import { namesIn } from '../names-in';
import { reportOld } from '../old-findings';

/** Stacked sections whose hosts, those of the resource below, have another section in the resource. */
function* overlaps({ hosts }: ResourceView, context: RuleContext) {
  const same = oldGeneration(context) ? (a: string, b: string) => a === b : sameHost;
  const namesOf = namesIn(context);
  for (const host of hosts.filter(({ kind }) => kind === 'stacked')) {
    const others = hosts.filter((other) => other !== host).flatMap(namesOf);
    const name = namesOf(host).find((own) => others.some((other) => same(own, other)));
    if (name !== undefined) yield { host, name };
  }
}

export const duplicateHost = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-host',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A host has one section in a resource. DRBD 9 compares host names without regard to case, and takes a short name and a qualified one that starts with it for the same host.',
    ja: '1 つのリソースに同じホストの on セクションを 2 つ書くことはできません。DRBD 9 はホスト名の大文字・小文字を区別せず、短い名前と、それで始まる完全修飾名を同じホストとみなします。',
  },
  messages: {
    twice: {
      en: 'The host "{host}" has more than one section in this resource.',
      ja: 'ホスト「{host}」のセクションが重複しています。',
    },
    same: {
      en: '"{host}" and "{other}" are the same host for DRBD.',
      ja: 'DRBD は「{host}」と「{other}」を同じホストとみなします。',
    },
    stacked: {
      en: 'The resource below is on host {host}, which has another section in this resource.',
      ja: '下位のリソースのホスト {host} には、このリソースに別のセクションもあります。',
    },
    first: { en: 'The other one.', ja: 'もう一方。' },
  },
  examples: {
    bad: ['resource r0 {\n  on alpha { address 10.0.0.1:7788; }\n  on ALPHA { address 10.0.0.2:7788; }\n}\n'],
    good: ['resource r0 {\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdadm_postparse.c',
  check(unit, context) {
    for (const resource of unit.model.resources) {
      for (const { host, name } of overlaps(resource, context))
        context.report('stacked', host.item.keyword.span, { args: { host: name } });
    }
    if (reportOld(unit, context, 'duplicate-host')) return;
    for (const resource of unit.model.resources) {
      const seen: Word[] = [];
      for (const name of resource.hosts.filter(({ kind }) => kind === 'on').flatMap(({ names }) => names)) {
        const first = seen.find((other) => sameHost(other.text, name.text));
        seen.push(name);
        if (!first || name.kind === 'template') continue;
        context.report(first.text === name.text ? 'twice' : 'same', name.span, {
          args: { host: name.text, other: first.text },
          related: [{ found: placeIn(unit, first.span), message: 'first' }],
        });
      }
    }
  },
});
