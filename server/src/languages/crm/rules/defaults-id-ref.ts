import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

const kinds = new Set(['property', 'rsc_defaults', 'op_defaults']);

export const defaultsIdRef = defineRule<CrmModel>()({
  id: 'crm/defaults-id-ref',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Properties and defaults cannot stand for another set: crm takes $id-ref= here and drops it without a message; what stands behind it goes into the usual set. Write the attributes out.',
    ja: 'property、rsc_defaults、op_defaults では別の属性セットを参照できない。crm は $id-ref= を受け付けるが、何も言わずに捨て、残りの属性を通常のセットに入れる。属性を直接書くこと。',
  },
  messages: {
    lost: {
      en: 'crm drops $id-ref= here without a message: {statement} cannot use another set.',
      ja: 'crm はここの $id-ref= を黙って捨てる。{statement} では別のセットを参照できない。',
    },
  },
  examples: {
    bad: ['rsc_defaults $id-ref=other resource-stickiness=1\n'],
    good: ['rsc_defaults $id=mine resource-stickiness=1\n', 'primitive a ocf:heartbeat:Dummy meta $id-ref=other\n'],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, set_property_cli',
  check({ model: { statement } }, context) {
    if (!statement || !kinds.has(statement.kind)) return;
    const used = statement.sets[0]?.attributes.find(({ name }) => name.toLowerCase() === '$id-ref');
    if (used) context.report('lost', used.word, { args: { statement: statement.kind }, tags: ['unnecessary'] });
  },
});
