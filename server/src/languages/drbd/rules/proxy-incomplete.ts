import { defineRule } from '../../../core/lint/rule';
import { members, walk } from '../ast';
import type { DrbdModel } from '../model';
import { oldReading, reportOld } from '../old-findings';

export const proxyIncomplete = defineRule<DrbdModel>()({
  id: 'drbd/proxy-incomplete',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A `proxy on HOST` section has an `inside` and an `outside` address, and either all ends of a connection go through a proxy or none does.',
    ja: '`proxy on ホスト` セクションには `inside` と `outside` のアドレスが必要です。また、接続の両端がともに proxy を経由するか、どちらも経由しないかでなければなりません。',
  },
  messages: {
    missing: {
      en: 'The proxy section has no {what} address.',
      ja: 'proxy セクションに {what} のアドレスがありません。',
    },
    oneSided: {
      en: 'Only some hosts go through a proxy; all have to, or none.',
      ja: '一部のホストだけが proxy を経由しています。すべてのホストに書くか、すべて外してください。',
    },
    mesh: {
      en: 'With a connection-mesh a proxy cannot stand in a host section; write connections with "via proxy".',
      ja: 'connection-mesh と on セクション内の proxy は併用できません。connection に「via proxy」で書いてください。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  on a {\n    address 127.0.0.1:7788;\n    proxy on a { inside 127.0.0.1:7789; }\n  }\n}\n'],
    good: [
      'resource r0 {\n  on a {\n    address 127.0.0.1:7788;\n    proxy on a { inside 127.0.0.1:7789; outside 10.0.0.1:7788; }\n  }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdadm_postparse.c',
  check(unit, context) {
    if (reportOld(unit, context, 'proxy-incomplete')) {
      for (const { hosts } of oldReading(unit, context)?.resources ?? []) {
        // With more hosts 8.x does not know who the peer is, and does not compare.
        const lacking = hosts.length === 2 && hosts.some(({ proxy }) => proxy) && hosts.find(({ proxy }) => !proxy);
        if (lacking) context.report('oneSided', lacking.span);
      }
      return;
    }
    for (const item of walk(unit.model.items)) {
      if (item.kind === 'proxy-on') {
        for (const what of ['inside', 'outside']) {
          const known = members(item, 'address').some(({ keyword }) => keyword.text === what);
          if (!known && item.body) context.report('missing', item.keyword.span, { args: { what } });
        }
        continue;
      }
      const ends = item.kind === 'resource' ? members(item, 'on', 'floating') : members(item, 'endpoint');
      const through = ends.filter((end) => members(end, 'proxy-on').length > 0);
      const lacking = ends.find((end) => !through.includes(end));
      const [first] = through;
      if (first && members(item, 'mesh').length > 0) context.report('mesh', first.keyword.span);
      if (through.length > 0 && lacking) context.report('oneSided', lacking.keyword.span);
    }
  },
});
