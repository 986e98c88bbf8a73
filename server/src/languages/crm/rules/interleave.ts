import { defineRule } from '../../../core/lint/rule';
import { declarationOf } from '../effective/configuration';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { addMeta, isCloneStatement, isTrue, ownUnit, writtenIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

export const interleave = defineRule<CrmModel>()({
  id: 'crm/interleave',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'A clone that follows another clone waits for all instances of it, on every node: when one node of the first comes or goes, the second is restarted everywhere. With `interleave=true` an instance waits only for the one on its own node.',
    ja: '別のクローンに続くクローンは、全ノードのインスタンスがそろうのを待つ。そのため 1 ノードの出入りのたびに、後のクローンが全ノードで再起動する。`interleave=true` にすると同じノードのインスタンスだけを待つ。',
  },
  messages: {
    missing: {
      en: 'Without interleave=true on “{later}”, every change of “{first}” on one node restarts it on all.',
      ja: '「{later}」に interleave=true がないと、「{first}」が 1 ノードで変わるたびに全ノードで再起動する。',
    },
  },
  examples: {
    bad: [
      'primitive d ocf:pacemaker:Dummy\nprimitive e ocf:pacemaker:Dummy\nclone a d meta interleave=true\nclone b e\norder o Mandatory: a b\n',
    ],
    good: [
      'primitive d ocf:pacemaker:Dummy\nprimitive e ocf:pacemaker:Dummy\nclone a d\nclone b e meta interleave=true\norder o Mandatory: a b\n',
      'primitive d ocf:pacemaker:Dummy\nprimitive e ocf:pacemaker:Dummy\nclone a d\norder o Mandatory: a e\n',
      'primitive d ocf:pacemaker:Dummy\nprimitive e ocf:pacemaker:Dummy\nclone a d\nclone b e\norder o Optional: a b\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/collective.html, interleave',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement) return;
    const configuration = configurationOf(unit, context);
    const reported = new Set<string>();
    for (const constraint of expand(statement)) {
      if (constraint.kind !== 'order' || constraint.strength !== 'Mandatory' || reported.has(constraint.then.name))
        continue;
      const [first, then] = [constraint.first.name, constraint.then.name].map((name) =>
        declarationOf(configuration, name),
      );
      if (!first || !then || !isCloneStatement(first.statement) || !isCloneStatement(then.statement)) continue;
      if (isTrue(writtenIn(then.statement, 'meta', 'interleave'))) continue;
      reported.add(constraint.then.name);
      const home = ownUnit(then);
      const span = statement.members.find(({ name }) => name === constraint.then.name)?.span ?? statement.keyword;
      context.report('missing', span, {
        args: { first: constraint.first.name, later: constraint.then.name },
        fixes: () => (home ? [addMeta(unit, 'interleave', 'true', home)] : []),
      });
    }
  },
});
