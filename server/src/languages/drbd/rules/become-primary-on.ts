import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { commonOf, hostNames, oldReading } from '../old-findings';

export const becomePrimaryOn = defineRule<DrbdModel>()({
  id: 'drbd/become-primary-on',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'In DRBD 8 `become-primary-on` names hosts of the resource, or `both`, which wants `allow-two-primaries` in `net`. DRBD 9 reads the statement and forgets it.',
    ja: 'DRBD 8 の `become-primary-on` にはリソースのホスト名か `both` を書きます。`both` には `net` の `allow-two-primaries` が必要です。DRBD 9 ではこの文は読み飛ばされます。',
  },
  messages: {
    both: {
      en: 'become-primary-on is "both", but allow-two-primaries is not set.',
      ja: 'become-primary-on が both ですが、allow-two-primaries が設定されていません。',
    },
    unknown: {
      en: 'become-primary-on names {host}, which is no host of the resource.',
      ja: 'become-primary-on の {host} は、このリソースのホストではありません。',
    },
  },
  examples: {
    bad: [
      '# linux-ha: drbd 8.4\nresource r0 {\n  meta-disk internal;\n  startup { become-primary-on both; }\n  on a { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n  on b { device minor 0; disk /dev/a; address 10.0.0.2:7788; }\n}\n',
    ],
    good: [
      '# linux-ha: drbd 8.4\nresource r0 {\n  meta-disk internal;\n  startup { become-primary-on a; }\n  on a { device minor 0; disk /dev/a; address 10.0.0.1:7788; }\n  on b { device minor 0; disk /dev/a; address 10.0.0.2:7788; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, user/v84/drbdadm_main.c',
  check(unit, context) {
    if (!oldGeneration(context)) return;
    for (const resource of oldReading(unit, context)?.resources ?? []) {
      if (resource.kind === 'common' || resource.hosts.length === 0) continue;
      const own = resource.becomePrimaryOn.length > 0;
      const common = commonOf(context);
      const words = own ? resource.becomePrimaryOn : (common?.becomePrimaryOn ?? []);
      const known = resource.hosts.flatMap((host) => hostNames(context, host));
      if (known.length === 0) continue;
      const two = resource.twoPrimaries || common?.twoPrimaries;
      for (const { name, span } of words) {
        const at = own ? span : resource.span;
        if (name === 'both' && !two) context.report('both', at);
        if (name !== 'both' && resource.hosts.length === 2 && !known.includes(name))
          context.report('unknown', at, { args: { host: name } });
      }
    }
  },
});
