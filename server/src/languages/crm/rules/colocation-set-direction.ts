import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';

export const colocationSetDirection = defineRule<CrmModel>()({
  id: 'crm/colocation-set-direction',
  severity: 'information',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'With two resources the first goes where the second is. With three or more crm makes a set of them, and a set reads the other way round: the first is placed first, each further one goes to the one before. Whoever adds a third resource to a colocation turns it round.',
    ja: '2 つのリソースでは 1 番目が 2 番目のいる場所に置かれる。3 つ以上では crm がセットとして扱い、読む向きが逆になる。つまり 1 番目が先に置かれ、以降はその前のものに従う。3 つ目を追加すると向きが逆転することに注意。',
  },
  messages: {
    turned: {
      en: 'With three or more, “{first}” is placed first and the others follow: the other way round than with two.',
      ja: '3 つ以上では「{first}」が先に配置され、残りがそれに従う（2 つの場合と逆の向き）。',
    },
  },
  examples: {
    bad: ['primitive a Dummy\nprimitive b Dummy\nprimitive c Dummy\ncolocation x inf: a b c\n'],
    good: [
      'primitive a Dummy\nprimitive b Dummy\ncolocation x inf: a b\n',
      'primitive a Dummy\nprimitive b Dummy\nprimitive c Dummy\ncolocation x inf: ( a b ) c\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/pacemaker/pcmk_sched_colocation.c, unpack_colocation_set',
  check({ text, model: { statement } }, { report }) {
    const [first] = statement?.members ?? [];
    if (!statement?.resourceSets || !first || expand(statement)[0]?.kind !== 'colocation') return;
    // Whoever writes brackets knows of sets; scores below zero have no direction.
    if (statement.resourceSets.length !== 1 || statement.members.length < 3 || /[()[\]]/.test(text)) return;
    if (/^-/.test(statement.score?.text ?? '')) return;
    report('turned', first.span, { args: { first: first.name } });
  },
});
