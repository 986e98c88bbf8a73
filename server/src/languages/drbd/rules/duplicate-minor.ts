import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { isAt } from '../findings';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';
import { namesIn } from '../names-in';
import { oldClashes } from '../old-findings';

export const duplicateMinor = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-minor',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A minor number names one device on a host, over all resources and volumes: `/dev/drbd0` is minor 0. Two volumes of one host cannot share it.',
    ja: 'マイナー番号はホスト内で 1 つのデバイスを表し、全リソース・全ボリュームを通じて一意でなければなりません（`/dev/drbd0` はマイナー番号 0）。',
  },
  messages: {
    twice: {
      en: 'Minor {minor} is used more than once on host {host}: also by {other}.',
      ja: 'ホスト {host} でマイナー番号 {minor} が重複しています（{other} でも使用）。',
    },
    device: {
      en: 'The device {device} is used more than once on host {host}.',
      ja: 'ホスト {host} でデバイス {device} が重複しています。',
    },
    other: { en: 'It is also used here.', ja: 'ここでも使われています。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  device /dev/drbd0;\n  on alpha { disk /dev/a; }\n}\nresource r1 {\n  device /dev/drbd0;\n  on alpha { disk /dev/b; }\n}\n',
    ],
    good: [
      'resource r0 {\n  device /dev/drbd0;\n  on alpha { disk /dev/a; }\n}\nresource r1 {\n  device /dev/drbd1;\n  on alpha { disk /dev/b; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const { use, other } of oldClashes(unit, context, 'minor', 'device')) {
      const args = {
        host: use.host,
        minor: use.what,
        device: use.what,
        other: other.entry.value ?? `/dev/drbd${use.what}`,
      };
      const related = [{ found: other, message: 'other' }];
      context.report(use.space === 'minor' ? 'twice' : 'device', use.span, { args, related });
    }
    for (const { span, args, other } of stackedClashes(unit, context))
      context.report('twice', span, { args, related: [{ found: other, message: 'other' }] });
    if (oldGeneration(context)) return;
    const reported = new Set<number>();
    for (const { namespace, name, role, span, value } of unit.model.entries) {
      if (namespace !== 'drbd.minor' || role === 'mark' || reported.has(span.start)) continue;
      const other = context
        .declarations(namespace, name)
        .find((found) => !isAt(found, unit, span) || found.entry.value !== value);
      if (!other) continue;
      reported.add(span.start);
      const at = name.lastIndexOf(':');
      context.report('twice', span, {
        args: { host: name.slice(0, at), minor: name.slice(at + 1), other: other.entry.value ?? '' },
        related: [{ found: other, message: 'other' }],
      });
    }
  },
});

/** Minors of stacked sections, which are on the hosts of the resource below. */
function* stackedClashes(unit: Unit<DrbdModel>, context: RuleContext) {
  for (const host of unit.model.resources.flatMap(({ hosts }) => hosts)) {
    if (host.kind !== 'stacked') continue;
    const names = namesIn(context)(host);
    for (const { device, item } of host.volumes) {
      const { minor, minorWord, path } = deviceOf(device);
      if (minor === undefined) continue;
      // DRBD 9 knows of floating sections only the minors that they inherit.
      const find = (name: string) =>
        oldGeneration(context)
          ? context.lookup('drbd.minor', `${name}:${minor}`)[0]
          : context.declarations('drbd.minor', `${name}:${minor}`)[0];
      const name = names.find((known) => find(known)) ?? '';
      const other = find(name);
      const span = minorWord?.span ?? path?.span ?? item.span;
      if (other) yield { span, args: { host: name, minor, other: other.entry.value ?? '' }, other };
    }
  }
}
