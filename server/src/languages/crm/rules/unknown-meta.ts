import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const unknownMeta = defineRule<CrmModel>()({
  id: 'crm/unknown-meta',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Pacemaker knows no meta attribute of this name. It is stored and ignored, so what was meant keeps its default. Correct the name.',
    ja: 'Pacemaker にこの名前のメタ属性はない。保存されるだけで無視され、意図した設定は既定値のままになる。名前を直すこと。',
  },
  messages: {
    nearest: {
      en: 'Pacemaker has no meta attribute “{name}”. Did you mean “{other}”?',
      ja: 'Pacemaker に「{name}」というメタ属性はない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: ['primitive p ocf:heartbeat:Dummy meta target-rol=Started', 'clone c p meta interleaved=true'],
    good: ['primitive p ocf:heartbeat:Dummy meta target-role=Started', 'clone c p meta interleave=true clone-max=2'],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, sanity_check_meta',
  check({ model: { statement, facts } }, context) {
    if (!statement || !facts.loaded || statement.kind === 'alert') return;
    const own = facts.attributes({ set: 'meta', statement: statement.kind, present: new Set() });
    const clone = facts.attributes({ set: 'meta', statement: 'clone', present: new Set() });
    const primitive = facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() });
    if (!own?.size) return;
    for (const { name, nameSpan } of attributesOf(statement, 'meta')) {
      if (/^[$@]/.test(name) || isTemplated(name)) continue;
      if (own.has(name) || clone?.has(name) || primitive?.has(name) || name.includes(':')) continue;
      const other = nearest(name, [...own.keys()]);
      if (other === undefined) continue; // tools keep their own notes there; only what looks like a slip is said
      context.report('nearest', nameSpan, {
        args: { name, other },
        fixes: () => changeTo(nameSpan, other),
      });
    }
  },
});
