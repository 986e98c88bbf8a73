import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, scopesOf } from './shared-options';

export const authentication = defineRule<DrbdModel>()({
  id: 'drbd/authentication',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: "Peers prove who they are only when both cram-hmac-alg and shared-secret are set; one alone does nothing or keeps them from connecting. Names of digests are the kernel's: sha256, not sha-256. data-integrity-alg is for finding broken network hardware: it costs time, and drops the connection where the page changes while it is sent.",
    ja: '対向の認証には cram-hmac-alg と shared-secret の両方が必要で、片方だけでは効かないか接続できない。ダイジェストはカーネルの名前で書く（sha-256 ではなく sha256）。data-integrity-alg は通信機器の故障調査用で、性能が落ち、送信中にページが変わると接続が切れる。',
  },
  messages: {
    secret: { en: '{name} does nothing without {other}.', ja: '{name} は {other} がないと効かない。' },
    digest: {
      en: 'No kernel has a digest {value}; {other} is meant?',
      ja: 'カーネルに {value} というダイジェストはない。{other} の誤りでは？',
    },
    unknown: {
      en: '{value} is no digest that kernels usually have.',
      ja: '{value} は一般的なカーネルにあるダイジェストではない。',
    },
    integrity: {
      en: 'data-integrity-alg is for tests; verify-alg finds differences in use.',
      ja: 'data-integrity-alg は試験用である。運用中の検査には verify-alg を使うこと。',
    },
    csums: {
      en: 'csums-after-crash-only does nothing without csums-alg.',
      ja: 'csums-after-crash-only は csums-alg がないと効かない。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { cram-hmac-alg sha1; }\n}\n',
      'resource r0 {\n  net { verify-alg sha-1; }\n}\n',
      'resource r0 {\n  net { data-integrity-alg sha1; }\n}\n',
      'resource r0 {\n  net { csums-after-crash-only yes; }\n}\n',
    ],
    good: [
      'resource r0 {\n  net { cram-hmac-alg sha256; shared-secret "x"; verify-alg crc32c; }\n}\n',
      'common {\n  net { shared-secret "x"; }\n}\nresource r0 {\n  net { cram-hmac-alg sha256; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, cram-hmac-alg, verify-alg, data-integrity-alg',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const [digest, secret] = [get('net', 'cram-hmac-alg'), get('net', 'shared-secret')];
      if (digest && !secret && !context.has('drbd.set', 'shared-secret'))
        at(context, digest, 'secret', { args: { other: 'shared-secret' } });
      if (secret && !digest && !context.has('drbd.set', 'cram-hmac-alg'))
        at(context, secret, 'secret', { args: { other: 'cram-hmac-alg' } });
      for (const name of ['cram-hmac-alg', 'verify-alg', 'csums-alg', 'data-integrity-alg']) {
        const setting = get('net', name);
        const value = setting?.value.toLowerCase() ?? '';
        if (!setting || value === '' || digests.test(value)) continue;
        const plain = value.replace(/[-_]/g, '');
        if (digests.test(plain)) at(context, setting, 'digest', { args: { other: plain }, fixTo: plain });
        else at(context, setting, 'unknown', { severity: 'information' });
      }
      at(context, get('net', 'data-integrity-alg'), 'integrity', { severity: 'information' });
      const csums = get('net', 'csums-after-crash-only');
      if (csums?.value === 'yes' && !get('net', 'csums-alg') && !context.has('drbd.set', 'csums-alg'))
        at(context, csums, 'csums');
    }
  },
});

/** Digests of the kernel's crypto API. */
const digests =
  /^(?:hmac\()?(?:crc32c?|md[45]|sha(?:1|224|256|384|512)|sha3-\d+|rmd160|wp(?:256|384|512)|blake2[bs]-\d+|xxhash64|sm3|crct10dif|tgr\d+)(?:-\w+)?\)?$/;
