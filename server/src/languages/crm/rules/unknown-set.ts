import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import { namesAll } from '../whole';

export const unknownSet = defineRule<CrmModel>()({
  id: 'crm/unknown-set',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: '$id-ref= uses the attributes that stand elsewhere under an id, and nothing in this configuration has that id. crm says “Reference not found” and goes on; the schema refuses the commit. Correct the id, or give it to a set with $id=. A resource’s own name stands for its set of that kind.',
    ja: '$id-ref= は、別の場所で id を付けて書かれた属性を使う指定だが、その id を持つものが設定内にない。crm は「Reference not found」と表示するだけで読み進め、commit でスキーマに拒否される。id を直すか、$id= で集合に id を付けること。リソース名を書くと、そのリソースの同種の集合を指す。',
  },
  messages: {
    unknown: { en: 'No set has the id “{name}” here.', ja: '「{name}」という id の集合は定義されていない。' },
  },
  examples: {
    bad: ['node n1\nprimitive a ocf:heartbeat:Dummy params $id-ref=common\n'],
    good: [
      'node n1\nprimitive a ocf:heartbeat:Dummy params $id=common state=/x\nprimitive b ocf:heartbeat:Dummy params $id-ref=common\n',
      'node n1\nprimitive a ocf:heartbeat:Dummy params state=/x\nprimitive b ocf:heartbeat:Dummy params $id-ref=a-instance_attributes\n',
      'primitive a ocf:heartbeat:Dummy params $id-ref=common\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py: Reference not found',
  check({ model }, context) {
    for (const { namespace, role, name, span } of model.entries) {
      if (namespace !== 'crm.set-id' || role !== 'reference' || isTemplated(name)) continue;
      if (namesAll(context) && !isKnown(name, context)) context.report('unknown', span, { args: { name } });
    }
  },
});

/** An id given by hand, one that crm makes out of another (`a-instance_attributes`), or the name of a resource. */
function isKnown(name: string, { declarations, has }: RuleContext): boolean {
  if (declarations('crm.set-id', name).length > 0 || has('crm.defaults-set', name)) return true;
  const parts = name.split('-').slice(0, 20);
  return parts.some((_, index) => has('crm.id', parts.slice(0, parts.length - index).join('-')));
}
