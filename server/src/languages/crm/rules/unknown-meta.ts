import { nearest } from '../../../base/suggest';
import type { Fact } from '../../../core/facts/types';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { SetKind } from '../slot-kinds';

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
    bad: [
      'rsc_defaults resource_stickiness=100',
      'op_defaults time-out=20s',
      'primitive p ocf:heartbeat:Dummy meta target-rol=Started',
      'clone c p meta interleaved=true',
    ],
    good: ['primitive p ocf:heartbeat:Dummy meta target-role=Started', 'clone c p meta interleave=true clone-max=2'],
  },
  source: 'crmsh 4.4.1, crmsh/xmlutil.py, sanity_check_meta',
  check({ model: { statement, facts, agent } }, context) {
    if (!statement || !facts.loaded || statement.kind === 'alert') return;
    const namesOf = (set: SetKind, kind: string) =>
      facts.attributes({ set, statement: kind, present: new Set() }) ?? new Map<string, Fact>();
    for (const { kind, attributes } of statement.sets) {
      if (kind !== 'meta' && kind !== 'rsc_defaults' && kind !== 'op_defaults') continue;
      const own = namesOf(kind, statement.kind);
      // What belongs to another kind of resource is another rule's business.
      const known = kind === 'op_defaults' ? [own] : [own, namesOf('meta', 'clone'), namesOf('meta', 'primitive')];
      if (own.size === 0) continue;
      for (const { name, nameSpan } of attributes) {
        if (/^[$@]/.test(name) || isTemplated(name) || name.includes(':')) continue;
        if (known.some((table) => table.has(name)) || agent?.parameters.has(name)) continue;
        const other = nearest(name, [...own.keys()]);
        if (other === undefined) continue; // tools keep their own notes there; only what looks like a slip is said
        context.report('nearest', nameSpan, { args: { name, other }, fixes: () => changeTo(nameSpan, other) });
      }
    }
  },
});
