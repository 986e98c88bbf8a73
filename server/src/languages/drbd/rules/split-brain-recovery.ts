import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, scopesOf } from './shared-options';

export const splitBrainRecovery = defineRule<DrbdModel>()({
  id: 'drbd/split-brain-recovery',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'After a split brain these policies decide without asking which side loses its data. Only discard-zero-changes (a side without changes) and discard-secondary after a short split are safe; the others may throw the good data away. A policy that calls a handler needs the handler.',
    ja: 'スプリットブレインの後、これらのポリシーはどちらのデータを捨てるかを自動で決める。安全なのは discard-zero-changes（変更のない側）と、短い分断後の discard-secondary だけで、他は正しいデータを捨てるおそれがある。ハンドラを呼ぶポリシーにはハンドラが必要である。',
  },
  messages: {
    discards: {
      en: '{name} {value} can discard good data without asking.',
      ja: '{name} {value} は正しいデータを確認なしに捨てることがある。',
    },
    violent: {
      en: '{name} {value} changes data below a mounted file system.',
      ja: '{name} {value} は、マウント中のファイルシステムの下のデータを書き換える。',
    },
    handler: {
      en: '{name} {value} needs the handler {handler}.',
      ja: '{name} {value} にはハンドラ {handler} が必要である。',
    },
    async: {
      en: 'rr-conflict auto-discard is for protocol A.',
      ja: 'rr-conflict auto-discard はプロトコル A 用である。',
    },
    useless: {
      en: '{name} {value} does what after-sb-0pri says, and that is disconnect.',
      ja: '{name} {value} は after-sb-0pri の指定に従うが、それが disconnect である。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { after-sb-0pri discard-younger-primary; }\n}\n',
      'resource r0 {\n  net { after-sb-1pri violently-as0p; }\n}\n',
      'resource r0 {\n  net { after-sb-1pri call-pri-lost-after-sb; after-sb-0pri discard-zero-changes; }\n}\n',
      'resource r0 {\n  net { rr-conflict violently; }\n}\n',
    ],
    good: [
      'resource r0 {\n  net { after-sb-0pri discard-zero-changes; after-sb-1pri discard-secondary; after-sb-2pri disconnect; }\n}\n',
    ],
  },
  source:
    'https://linbit.com/man/v9/drbd-conf-5/, after-sb-0pri; https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-configure-split-brain-behavior',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const none = get('net', 'after-sb-0pri');
      if (/^discard-(?!zero-changes)/.test(none?.value ?? '')) at(context, none, 'discards');
      for (const name of ['after-sb-1pri', 'after-sb-2pri', 'rr-conflict']) {
        const setting = get('net', name);
        const value = setting?.value ?? '';
        if (/^violently/.test(value)) at(context, setting, 'violent');
        const handler =
          value === 'call-pri-lost-after-sb' ? 'pri-lost-after-sb' : value === 'call-pri-lost' ? 'pri-lost' : undefined;
        if (handler !== undefined && !get('handlers', handler) && !context.has('drbd.set', handler))
          at(context, setting, 'handler', { args: { handler } });
        if (value === 'auto-discard' && !/^A$/i.test(get('net', 'protocol')?.value ?? 'C'))
          at(context, setting, 'async');
        if (value === 'consensus' && (none?.value ?? 'disconnect') === 'disconnect')
          at(context, setting, 'useless', { severity: 'information' });
      }
    }
  },
});
