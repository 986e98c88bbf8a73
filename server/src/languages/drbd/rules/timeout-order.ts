import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, numberOf, ownOf, scopesOf } from './shared-options';

export const timeoutOrder = defineRule<DrbdModel>()({
  id: 'drbd/timeout-order',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'DRBD measures timeout and ping-timeout in tenths of a second, connect-int and ping-int in seconds. timeout has to be below both, or the kernel takes a peer for dead before it has been asked; ping-timeout below ping-int. ko-count 0 never gives a slow peer up, and disk-timeout makes a slow disk a failed one.',
    ja: 'timeout と ping-timeout の単位は 0.1 秒、connect-int と ping-int は秒である。timeout は両方より短くないと、問い合わせる前に対向を停止とみなす。ping-timeout は ping-int より短くすること。ko-count 0 では遅い対向を切り離さず、disk-timeout は遅いディスクを故障とみなす。',
  },
  messages: {
    above: {
      en: 'timeout is {tenths} tenths of a second: it must be below {other} ({seconds} s).',
      ja: 'timeout は 0.1 秒単位で {tenths} であり、{other}（{seconds} 秒）より短くなければならない。',
    },
    ping: {
      en: 'ping-timeout is {tenths} tenths of a second: it should be below ping-int ({seconds} s).',
      ja: 'ping-timeout は 0.1 秒単位で {tenths} であり、ping-int（{seconds} 秒）より短くすること。',
    },
    units: {
      en: 'ping-timeout counts tenths of a second, ping-int seconds.',
      ja: 'ping-timeout の単位は 0.1 秒、ping-int は秒である。',
    },
    ko: {
      en: 'With ko-count 0 a peer that no longer writes is never given up.',
      ja: 'ko-count 0 では、書き込まなくなった対向を切り離さない。',
    },
    disk: {
      en: 'A disk that takes longer than disk-timeout is detached: a late answer then writes to memory that is used otherwise.',
      ja: 'disk-timeout より遅いディスクは切り離され、遅れて届いた応答が別用途のメモリに書き込むおそれがある。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { timeout 100; ping-int 5; connect-int 5; }\n}\n',
      'resource r0 {\n  net { ping-int 10; ping-timeout 110; }\n}\n',
      'resource r0 {\n  net { ko-count 0; }\n}\n',
      'resource r0 {\n  disk { disk-timeout 100; }\n}\n',
    ],
    good: ['resource r0 {\n  net { timeout 60; ping-int 10; connect-int 10; ping-timeout 5; }\n}\n'],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, timeout, ping-int, ko-count, disk-timeout',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const timeout = get('net', 'timeout');
      const tenths = numberOf(timeout) ?? 60;
      for (const other of ['connect-int', 'ping-int']) {
        const interval = get('net', other);
        const seconds = numberOf(interval) ?? 10;
        const own = ownOf(timeout, interval);
        if (own && tenths >= seconds * 10) {
          at(context, own, 'above', { args: { tenths, other, seconds } });
          break;
        }
      }
      const [pingInt, pingTimeout] = [get('net', 'ping-int'), get('net', 'ping-timeout')];
      const [seconds, wait] = [numberOf(pingInt) ?? 10, numberOf(pingTimeout) ?? 5];
      if (wait >= seconds * 10) at(context, ownOf(pingTimeout, pingInt), 'ping', { args: { tenths: wait, seconds } });
      else if (pingInt && pingTimeout && wait === seconds)
        at(context, ownOf(pingTimeout), 'units', { severity: 'hint' });
      const ko = get('net', 'ko-count');
      if (ko?.value === '0') at(context, ko, 'ko', { severity: 'information' });
      const disk = get('disk', 'disk-timeout');
      if ((numberOf(disk) ?? 0) > 0) at(context, disk, 'disk');
    }
  },
});
