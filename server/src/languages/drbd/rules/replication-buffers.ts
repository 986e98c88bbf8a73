import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, numberOf, ownOf, scopesOf } from './shared-options';

export const replicationBuffers = defineRule<DrbdModel>()({
  id: 'drbd/replication-buffers',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Running ahead of a slow link (pull-ahead) and DRBD Proxy are for asynchronous replication: with protocol B or C a write waits for the peer all the same. Small buffers cost speed at once: sndbuf-size below 32K, max-epoch-size below 10.',
    ja: '遅い回線への pull-ahead や DRBD Proxy は非同期レプリケーション用で、プロトコル B や C では書き込みが対向を待つ。sndbuf-size が 32K 未満、max-epoch-size が 10 未満など、小さいバッファは性能を大きく下げる。',
  },
  messages: {
    ahead: {
      en: 'on-congestion {value} is for protocol A, not {protocol}.',
      ja: 'on-congestion {value} はプロトコル A 用である（現在は {protocol}）。',
    },
    threshold: {
      en: 'on-congestion {value} needs congestion-fill: 0 never counts as congested.',
      ja: 'on-congestion {value} には congestion-fill が必要である（0 では輻輳と判定されない）。',
    },
    proxy: {
      en: 'DRBD Proxy is for protocol A, not {protocol}.',
      ja: 'DRBD Proxy はプロトコル A 用である（現在は {protocol}）。',
    },
    small: { en: '{name} {value} is so small that it costs speed.', ja: '{name} {value} は小さすぎて性能が落ちる。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { protocol C; on-congestion pull-ahead; congestion-fill 2G; }\n}\n',
      'resource r0 {\n  net { protocol A; on-congestion pull-ahead; }\n}\n',
      'resource r0 {\n  net { sndbuf-size 16K; }\n}\n',
    ],
    good: [
      'resource r0 {\n  net { protocol A; on-congestion pull-ahead; congestion-fill 2G; }\n}\n',
      'resource r0 {\n  net { sndbuf-size 0; max-epoch-size 2048; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, on-congestion, protocol, sndbuf-size',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const protocol = get('net', 'protocol');
      const mode = (protocol?.value ?? 'C').toUpperCase();
      const congestion = get('net', 'on-congestion');
      if (congestion && congestion.value !== 'block') {
        if (mode !== 'A')
          at(context, ownOf(congestion, protocol), 'ahead', { args: { value: congestion.value, protocol: mode } });
        else if ((numberOf(get('net', 'congestion-fill')) ?? 0) === 0 && !get('net', 'congestion-extents'))
          at(context, congestion, 'threshold');
      }
      const proxy = scope.item.body?.find(({ kind }) => kind === 'proxy');
      if (proxy && mode !== 'A') context.report('proxy', proxy.keyword.span, { args: { protocol: mode } });
      const buffer = get('net', 'sndbuf-size');
      const bytes = numberOf(buffer);
      if (bytes !== undefined && bytes > 0 && bytes < 32 * 1024) at(context, buffer, 'small');
      const epoch = get('net', 'max-epoch-size');
      if ((numberOf(epoch) ?? 10) < 10) at(context, epoch, 'small');
    }
  },
});
