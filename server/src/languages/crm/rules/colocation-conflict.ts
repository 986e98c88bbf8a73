import { defineRule } from '../../../core/lint/rule';
import type { Configuration } from '../effective/configuration';
import { type Colocation, expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { constraintsAt, isBan, isClone, isInfinite } from './shared-graph';
import { keptWith } from './shared-together';

export const colocationConflict = defineRule<CrmModel>()({
  id: 'crm/colocation-conflict',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['colocation'],
  docs: {
    en: 'This colocation keeps two resources apart that something else, another colocation or a group, keeps on one node. Both cannot hold: one of the two never starts, or they run together in spite of this. Delete one of the constraints.',
    ja: 'この colocation は 2 つのリソースを別のノードに離すが、別の colocation またはグループが同じノードに置いている。両立しないため、一方が起動しないか、この制約に反して同じノードで動く。どちらかの制約を削除すること。',
  },
  messages: {
    apart: {
      en: '“{one}” and “{other}” are kept together by {ties}, and apart by this.',
      ja: '「{one}」と「{other}」は {ties} により同じノードに置かれるが、この制約は離している。',
    },
  },
  examples: {
    bad: [
      'primitive a Dummy\nprimitive b Dummy\ncolocation c1 inf: a b\ncolocation c2 -inf: a b\n',
      'primitive a Dummy\nprimitive b Dummy\ngroup g a b\ncolocation c -inf: b a\n',
      'primitive a Dummy\nprimitive b Dummy\nprimitive d Dummy\ncolocation c1 inf: a b\ncolocation c2 inf: b d\ncolocation c3 -inf: a d\n',
    ],
    good: [
      'primitive a Dummy\nprimitive b Dummy\ncolocation c1 100: a b\ncolocation c2 -inf: a b\n',
      'primitive s ocf:pacemaker:Stateful\nclone m s meta promotable=true\nprimitive a Dummy\ncolocation c1 inf: a m\ncolocation c2 -inf: a m:Promoted\n',
      'primitive d Dummy\nclone c d\nprimitive a Dummy\nprimitive b Dummy\ncolocation c1 inf: a c\ncolocation c2 inf: b c\ncolocation c3 -inf: a b\n',
    ],
  },
  source: 'measured with pacemaker 2.1.5, crm_simulate',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.score || !isBan(statement.score.text)) return;
    const configuration = configurationOf(unit, context);
    for (const constraint of expand(statement)) {
      const ties = constraint.kind === 'colocation' ? tiesOf(configuration, constraint) : undefined;
      if (!ties || constraint.kind !== 'colocation') continue;
      const args = { one: constraint.dependent.name, other: constraint.with.name, ties: ties.join(', ') };
      context.report('apart', statement.score.span, { args });
      return;
    }
  },
});

/** What keeps two resources together; undefined where nothing does, or where roles may tell their places apart. */
function tiesOf(configuration: Configuration, { dependent, with: other }: Colocation): readonly string[] | undefined {
  if (dependent.name === other.name || dependent.qualifier !== '') return undefined;
  const [one, two] = [dependent.name, other.name].map((name) => keptWith(configuration, name));
  if (other.qualifier !== '') return sameRole(configuration, { dependent, with: other });
  for (const [name, ties] of one ?? []) {
    const others = two?.get(name);
    // Two that go with a clone go with different instances.
    if (others && (name === other.name || name === dependent.name || isClone(configuration, name) === false))
      return [...new Set([...ties, ...others])];
  }
  return undefined;
}

/** The same two, with the same role, are to be together. */
function sameRole(
  configuration: Configuration,
  { dependent, with: other }: Pick<Colocation, 'dependent' | 'with'>,
): readonly string[] | undefined {
  const ids = constraintsAt(configuration, dependent.name).flatMap((constraint) =>
    constraint.kind === 'colocation' &&
    isInfinite(constraint.score) &&
    constraint.dependent.name === dependent.name &&
    constraint.dependent.qualifier === '' &&
    constraint.with.name === other.name &&
    constraint.with.qualifier.toLowerCase() === other.qualifier.toLowerCase()
      ? [constraint.id]
      : [],
  );
  return ids.length > 0 ? ids : undefined;
}
