import { defineRule } from '../../../core/lint/rule';
import { type Item, members } from '../ast';
import { oldGeneration } from '../generation';
import { linksOf } from '../links';
import type { DrbdModel } from '../model';
import { namesIn } from '../names-in';

/** What is wrong with the ends of a connection, with the place to say so. */
function* slips(
  connection: Item,
): Generator<{ message: string; item: Item; args?: Record<string, string | number>; mild?: boolean }> {
  const own = members(connection, 'endpoint');
  const paths = members(connection, 'path');
  const [path] = paths;
  // drbdadm refuses hosts behind a path, but takes a path behind hosts.
  const late = path && own.find(({ span }) => span.start > path.span.start);
  if (path && own[0]) yield { message: 'mixed', item: late ?? path, ...(!late && { mild: true }) };
  if (own.length === 0 && paths.length === 0) yield { message: 'empty', item: connection };
  for (const group of [...(own.length > 0 ? [connection] : []), ...paths]) {
    const ends = members(group, 'endpoint');
    const third = ends[2];
    if (third) yield { message: 'many', item: third, args: { section: group.keyword.text } };
    else if (ends.length < 2)
      yield { message: 'few', item: group, args: { section: group.keyword.text, count: ends.length } };
  }
}

export const connectionEndpoints = defineRule<DrbdModel>()({
  id: 'drbd/connection-endpoints',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A connection joins two hosts: it has two `host` lines, or one or more `path` sections with two each, but not both. Every `host` has a section in the resource with an address, or names one itself.',
    ja: '接続は 2 つのホストを結びます。`host` 行を 2 つ、または `host` を 2 つずつ持つ `path` セクションを 1 つ以上書きます（両方は不可）。各ホストには、アドレスを持つ on セクションか、ここでのアドレス指定が必要です。',
  },
  messages: {
    mixed: {
      en: 'Hosts of its own and paths in one connection; put these hosts into a path too.',
      ja: '1 つの接続に host と path が混在しています。host も path の中に書いてください。',
    },
    empty: {
      en: 'A connection needs two hosts or at least one path.',
      ja: '接続には 2 つの host、または 1 つ以上の path が必要です。',
    },
    many: {
      en: 'A {section} has two ends, not more; write another section for the others.',
      ja: '{section} に書ける host は 2 つだけです。残りは別のセクションに書いてください。',
    },
    few: {
      en: 'This {section} has {count} of its two ends.',
      ja: 'この {section} には host が {count} つしかありません。2 つ必要です。',
    },
    host: {
      en: 'The resource has no section for the host {host}.',
      ja: 'このリソースにホスト {host} の on セクションがありません。',
    },
    address: {
      en: 'Neither here nor in its section has the host {host} an address.',
      ja: 'ホスト {host} のアドレスが、ここにも on セクションにもありません。',
    },
    volume: { en: 'The resource has no volume {volume}.', ja: 'このリソースにボリューム {volume} はありません。' },
    same: { en: 'Both ends are the host {host}.', ja: '両端が同じホスト {host} です。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n  connection { host a; }\n}\n',
      'resource r0 {\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n  connection { host a; host c; }\n}\n',
    ],
    good: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n  connection { host a; host b; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdadm_postparse.c',
  check(unit, context) {
    if (oldGeneration(context)) return;
    for (const resource of unit.model.resources) {
      for (const { item } of resource.connections) {
        for (const slip of slips(item))
          context.report(slip.message, slip.item.keyword.span, {
            severity: slip.mild ? 'warning' : 'error',
            ...(slip.args && { args: slip.args }),
          });
      }
      if (resource.incomplete) continue;
      for (const { rule, message, span, args } of linksOf(resource, namesIn(context)).slips)
        if (rule === 'connection-endpoints') context.report(message, span, { args });
    }
  },
});
