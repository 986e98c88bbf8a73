import { defineRule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
import { at, ownOf, scopesOf } from './shared-options';

export const writeOrder = defineRule<DrbdModel>()({
  id: 'drbd/write-order',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'DRBD keeps writes in order by barriers, flushes or draining. Without any of them a power cut leaves data that never existed at any one moment. Flushes may be off only where every node has a cache that a battery or flash keeps.',
    ja: 'DRBD は barrier・flush・drain のいずれかで書き込みの順序を守る。すべて無効にすると、停電後に存在しえない状態のデータが残る。flush を無効にしてよいのは、全ノードにバッテリーやフラッシュで保護されたキャッシュがある場合だけである。',
  },
  messages: {
    none: {
      en: 'No barrier, no flush, no drain: writes come in any order.',
      ja: 'barrier・flush・drain がすべて無効で、書き込みの順序が守られない。',
    },
    drain: {
      en: 'disk-drain no is for tests: the order of writes is lost.',
      ja: 'disk-drain no は試験用で、書き込みの順序が失われる。',
    },
    flushes: {
      en: '{name} no is safe only with a cache that survives a power cut, on every node.',
      ja: '{name} no が安全なのは、全ノードに停電に耐えるキャッシュがある場合だけである。',
    },
    barrier: {
      en: 'disk-barrier does nothing in Linux since 2.6.36.',
      ja: 'disk-barrier は Linux 2.6.36 以降では効かない。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  disk { disk-barrier no; disk-flushes no; disk-drain no; }\n}\n',
      'resource r0 {\n  disk { disk-drain no; }\n}\n',
      'resource r0 {\n  disk { md-flushes no; }\n}\n',
    ],
    good: ['resource r0 {\n  disk { disk-flushes yes; }\n}\n'],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, disk-barrier, disk-flushes, disk-drain, md-flushes',
  check(unit, context) {
    for (const scope of scopesOf(unit, context)) {
      const { get } = scope;
      const [barrier, flushes, drain] = ['disk-barrier', 'disk-flushes', 'disk-drain'].map((name) => get('disk', name));
      if (drain?.value === 'no' && flushes?.value === 'no') at(context, ownOf(drain, flushes), 'none');
      else if (drain?.value === 'no') at(context, drain, 'drain');
      for (const name of ['disk-flushes', 'md-flushes']) {
        const setting = get('disk', name);
        if (setting?.value === 'no' && drain?.value !== 'no')
          at(context, setting, 'flushes', { severity: 'information', args: { name } });
      }
      if (barrier?.value === 'yes') at(context, barrier, 'barrier', { severity: 'hint' });
    }
  },
});
