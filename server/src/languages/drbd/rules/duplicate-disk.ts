import { defineRule } from '../../../core/lint/rule';
import { isAt } from '../findings';
import { refusal } from '../generation';
import type { DrbdModel } from '../model';
import { oldClashes } from '../old-findings';

export const duplicateDisk = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-disk',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A backing device carries one volume. Used twice on a host, the second attach fails or one volume overwrites the other. drbdadm itself notices this only where the path stands at the level of the resource.',
    ja: '下位デバイスは 1 つのボリュームにしか使えません。同じホストで 2 回使うと、アタッチに失敗するか、データを上書きします。drbdadm が検出するのは、パスがリソースのレベルに書かれている場合だけです。',
  },
  messages: {
    twice: {
      en: 'The disk {disk} is used more than once on host {host}: also by {other}.',
      ja: 'ホスト {host} でディスク {disk} が重複しています（{other} でも使用）。',
    },
    again: {
      en: 'The disk {disk} is used more than once on host {host}.',
      ja: 'ホスト {host} でディスク {disk} が重複しています。',
    },
    other: { en: 'It is also used here.', ja: 'ここでも使われています。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  on alpha { device minor 0; disk /dev/a; }\n}\nresource r1 {\n  on alpha { device minor 1; disk /dev/a; }\n}\n',
    ],
    good: [
      'resource r0 {\n  on alpha { device minor 0; disk /dev/a; }\n}\nresource r1 {\n  on alpha { device minor 1; disk /dev/b; }\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, drbdadm_postparse.c',
  check(unit, context) {
    const reported = new Set<number>();
    for (const { use, other } of oldClashes(unit, context, 'disk')) {
      reported.add(use.span.start);
      const args = { host: use.host, disk: use.what, other: '' };
      context.report('again', use.span, { args, severity: 'error', related: [{ found: other, message: 'other' }] });
    }
    for (const { namespace, name, span, value } of unit.model.entries) {
      if (namespace !== 'drbd.disk' || reported.has(span.start)) continue;
      const others = context
        .lookup(namespace, name)
        .filter((found) => !isAt(found, unit, span) || found.entry.value !== value);
      const [other] = others;
      if (!other) continue;
      reported.add(span.start);
      const at = name.indexOf(':/') < 0 ? name.lastIndexOf(':') : name.indexOf(':/');
      const refused =
        value?.startsWith('inherited ') && others.some((found) => found.entry.value?.startsWith('inherited '));
      context.report('twice', span, {
        args: {
          host: name.slice(0, at),
          disk: name.slice(at + 1),
          other: (other.entry.value ?? '').replace(/^inherited /, ''),
        },
        severity: refused ? refusal(context) : 'warning',
        related: [{ found: other, message: 'other' }],
      });
    }
  },
});
