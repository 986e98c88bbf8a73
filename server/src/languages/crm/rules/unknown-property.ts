import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { Entry } from '../../../core/model/entries';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const unknownProperty = defineRule<CrmModel>()({
  id: 'crm/unknown-property',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'No release of Pacemaker knows a cluster property of this name. The cluster stores it and does nothing with it, so what was meant keeps its default. Correct the name.',
    ja: 'どの Pacemaker にもこの名前のクラスタプロパティはない。クラスタは値を保存するだけで使わず、意図した設定は既定値のままになる。名前を直すこと。',
  },
  messages: {
    unknown: {
      en: 'Pacemaker has no cluster property “{name}”.',
      ja: 'Pacemaker に「{name}」というクラスタプロパティはない。',
    },
    nearest: {
      en: 'Pacemaker has no cluster property “{name}”. Did you mean “{other}”?',
      ja: 'Pacemaker に「{name}」というクラスタプロパティはない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: ['property stonith-enable=false', 'property no-quorum-polcy=ignore'],
    good: [
      'property stonith-enabled=false no-quorum-policy=ignore',
      'property cib-bootstrap-options: have-watchdog=false',
      'property SAPHanaSR: hana_ha1_site_srHook=SOK',
      'property booth: stonith-enable=false',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, CibProperty',
  check({ model: { statement, facts, entries } }, context) {
    const set = statement?.kind === 'property' ? statement.sets[0] : undefined;
    if (!set || !facts.loaded || isOtherSet(entries)) return;
    const table = facts.attributes({ set: 'property', statement: 'property', present: new Set() });
    for (const { name, nameSpan } of set.attributes) {
      if (!table || /^[$@]/.test(name) || isTemplated(name) || table.has(name)) continue;
      if (facts.attributes({ set: 'rsc_defaults', statement: 'rsc_defaults', present: new Set() })?.has(name)) continue;
      const other = nearest(name, table.keys());
      if (other === undefined && !name.includes('-')) continue; // a tool's own property: these have no fixed names
      context.report(other === undefined ? 'unknown' : 'nearest', nameSpan, {
        args: { name, other: other ?? '' },
        fixes: () => changeTo(nameSpan, other),
      });
    }
  },
});

/** Other sets than the cluster's own belong to tools, which put there what they like. */
const isOtherSet = (entries: readonly Entry[]): boolean =>
  entries.some(({ namespace, name }) => namespace === 'crm.defaults-set' && name !== 'cib-bootstrap-options');
