import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Attribute } from '../statement';

const containers = new Set(['group', 'clone', 'ms']);

export const containerAttribute = defineRule<CrmModel>()({
  id: 'crm/container-attribute',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Behind the members of a group, and behind the one resource of a clone, crm reads parameters. A further resource becomes an attribute without a value and is no member. A meta attribute without the word meta in front becomes a parameter and has no effect. crm says nothing about either. Write all members first, a group for a clone of several, and meta before meta attributes.',
    ja: 'group のメンバーの後、および clone の唯一のリソースの後に書いたものを、crm はパラメータとして読む。さらに書いたリソースは値のない属性になり、メンバーにはならない。meta を付けずに書いたメタ属性もパラメータになり、効果がない。crm はどちらについても何も言わない。メンバーはすべて先に書き、複数のリソースを clone にするときは group にまとめ、メタ属性の前には meta を書くこと。',
  },
  messages: {
    member: {
      en: 'crm makes an attribute without a value of {name}, not a member of this {container}.',
      ja: 'crm は {name} を値のない属性として読む。この {container} のメンバーにはならない。',
    },
    meta: {
      en: '{name} stands among the parameters here and has no effect: write meta in front of it.',
      ja: '{name} はここではパラメータとして読まれ、効果がない。前に meta を書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\nclone c a b\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ngroup g a meta target-role=Started b\n',
      'primitive a ocf:heartbeat:Dummy\nclone c a interleave=true\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\ngroup g a b\nclone c g meta interleave=true\n',
      'primitive a ocf:heartbeat:Dummy\ngroup g a params state=/run/x\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, parsers of groups and clones',
  check({ model: { statement, facts } }, context) {
    if (!statement || !containers.has(statement.kind)) return;
    const meta = facts.attributes({ set: 'meta', statement: statement.kind, present: new Set() });
    const isMeta = ({ name, value }: Attribute): boolean => value !== undefined && meta?.has(name) === true;
    for (const { kind, head, attributes } of statement.sets) {
      for (const { name, word, value } of attributes) {
        if (value !== undefined || isTemplated(name) || context.declarations('crm.resource', name).length === 0)
          continue;
        context.report('member', word, { args: { name, container: statement.kind } });
      }
      if (kind !== 'params' || head) continue;
      const start = attributes[0]?.word.start ?? 0;
      for (const attribute of attributes.filter(isMeta)) {
        const fix = {
          title: { en: 'Write meta in front', ja: '前に meta を書く' },
          safe: false,
          edits: [{ span: { start, end: start }, newText: 'meta ' }],
        };
        // With parameters among them, one word cannot set it right.
        const fixes = () => (attributes.every(isMeta) ? [fix] : []);
        context.report('meta', attribute.nameSpan, { args: { name: attribute.name }, fixes });
      }
    }
  },
});
