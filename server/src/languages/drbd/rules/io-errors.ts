import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, scopesOf } from './shared-options';

export const ioErrors = defineRule<DrbdModel>()({
  id: 'drbd/io-errors',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'With detach a node whose disk fails goes on without it, over the network. pass_on hands the error to the file system, and call-local-io-error calls a handler, which has to be there.',
    ja: 'detach では、ディスクが故障したノードはネットワーク経由で動き続ける。pass_on はエラーをファイルシステムに渡す。call-local-io-error はハンドラを呼ぶため、その設定が必要である。',
  },
  messages: {
    pass: {
      en: 'pass_on hands a disk error to the file system: detach goes on over the network.',
      ja: 'pass_on はディスクのエラーをファイルシステムに渡す。detach ならネットワーク経由で継続する。',
    },
    handler: { en: '{value} needs the handler {handler}.', ja: '{value} にはハンドラ {handler} が必要である。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  disk { on-io-error pass_on; }\n}\n',
      'resource r0 {\n  disk { on-io-error call-local-io-error; }\n}\n',
    ],
    good: [
      'resource r0 {\n  disk { on-io-error detach; }\n}\n',
      'resource r0 {\n  disk { on-io-error call-local-io-error; }\n  handlers { local-io-error "/bin/x"; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, on-io-error',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const setting = get('disk', 'on-io-error');
      if (setting?.value === 'pass_on') at(context, setting, 'pass', { fixTo: 'detach' });
      if (
        setting?.value === 'call-local-io-error' &&
        !get('handlers', 'local-io-error') &&
        !context.has('drbd.set', 'local-io-error')
      )
        at(context, setting, 'handler', { severity: 'warning', args: { handler: 'local-io-error' } });
    }
  },
});
