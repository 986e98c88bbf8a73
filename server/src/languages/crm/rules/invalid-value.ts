import { nearest } from '../../../base/suggest';
import type { Fact, ValueType } from '../../../core/facts/types';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Attribute } from '../statement';
import { clearDuration, fits } from '../values';

export const invalidValue = defineRule<CrmModel>()({
  id: 'crm/invalid-value',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The value cannot be what this property, meta attribute or operation attribute takes. Pacemaker falls back to the default, or to something else that was not meant. Write one of the values that are named.',
    ja: 'このプロパティ、メタ属性、オペレーション属性に使えない値が書かれている。Pacemaker は既定値など意図しない値で動作する。示された値のいずれかを書くこと。',
  },
  messages: {
    enum: {
      en: '“{value}” is no value for {name}: {values}.',
      ja: '{name} に「{value}」は使えない。使える値: {values}。',
    },
    type: {
      en: '“{value}” is no value for {name}: expected {kind}.',
      ja: '{name} に「{value}」は使えない。{kind} を書く。',
    },
  },
  examples: {
    bad: [
      'property stonith-enabled=maybe',
      'primitive p ocf:heartbeat:Dummy op monitor interval=10s on-fail=explode',
      'primitive p ocf:heartbeat:Dummy meta is-managed=sometimes',
      'primitive p ocf:heartbeat:Dummy op monitor interval=10x',
    ],
    good: [
      'property stonith-enabled=true no-quorum-policy=freeze',
      'primitive p ocf:heartbeat:Dummy op monitor interval=10s on-fail=restart',
      'property stonith-enabled={{ fencing }}',
    ],
  },
  check({ model: { statement, facts } }, context) {
    if (!statement || !facts.loaded) return;
    const judge = ({ name, value, valueSpan }: Attribute, fact: Fact | undefined, inSchema = false): void => {
      const type = fact?.type;
      if (
        !type ||
        value === undefined ||
        value === '' ||
        !valueSpan ||
        isTemplated(value) ||
        /[“”„″‘’′]/.test(value) ||
        fits(value, type)
      )
        return;
      const values = type.kind === 'enum' ? type.values.join(', ') : '';
      context.report(type.kind === 'enum' ? 'enum' : 'type', valueSpan, {
        args: { name, value, values, kind: type.kind },
        fixes: () => changeTo(valueSpan, meant(value, type)),
        // The schema lists these, and refuses the commit.
        ...(inSchema && (type.kind === 'enum' || type.kind === 'boolean') && { severity: 'error' }),
      });
    };
    for (const { kind, attributes } of statement.sets) {
      if (!['property', 'meta', 'rsc_defaults', 'op_defaults'].includes(kind) || statement.kind === 'alert') continue;
      const table = facts.attributes({ set: kind, statement: statement.kind, present: new Set() });
      const wider = facts.attributes({ set: 'meta', statement: 'clone', present: new Set() });
      for (const attribute of attributes)
        judge(attribute, table?.get(attribute.name) ?? (kind === 'meta' ? wider?.get(attribute.name) : undefined));
    }
    const operation = facts.attributes({ set: 'op', statement: statement.kind, present: new Set() });
    for (const { attributes } of statement.operations)
      for (const attribute of attributes) {
        // Of two by the same name the last one counts.
        const last = attributes.findLast(({ name }) => name === attribute.name);
        judge(attribute, operation?.get(attribute.name), attribute === last);
      }
  },
});

/** The value that was probably meant. */
function meant(value: string, type: ValueType): string | undefined {
  if (type.kind === 'duration') return clearDuration(value);
  if (type.kind === 'enum') return nearest(value, type.values);
  return type.kind === 'boolean' ? nearest(value, ['true', 'false']) : undefined;
}
