import { defineRule } from '../../../core/lint/rule';
import { constraintsOf, expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { isBinding, isClone, isCrowded, withContainers, withMembers } from './shared-graph';

export const orderAlone = defineRule<CrmModel>()({
  id: 'crm/order-alone',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'These two start one after the other, but nothing keeps them on one node. That is right for services that reach each other over the network; a file system and what lies on it need a colocation too.',
    ja: 'この 2 つは順に起動するが、同じノードに置く制約がない。ネットワーク経由で使うサービスならそれでよいが、ファイルシステムとその上のサービスには colocation も必要である。',
  },
  messages: {
    apart: {
      en: '“{first}” and “{second}” are ordered but not colocated: they may run on different nodes.',
      ja: '「{first}」と「{second}」には order があるが colocation がなく、別のノードで動くことがある。',
    },
  },
  examples: {
    bad: ['primitive a Dummy\nprimitive b Dummy\norder o Mandatory: a b\n'],
    good: [
      'primitive a Dummy\nprimitive b Dummy\norder o Mandatory: a b\ncolocation c inf: b a\n',
      'primitive a Dummy\nclone ca a\nprimitive b Dummy\norder o Mandatory: ca b\n',
      'order o Mandatory: a b\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check(unit, context) {
    const { statement } = unit.model;
    const [one, two] = statement?.members ?? [];
    if (!statement || !one || !two || statement.members.length !== 2) return;
    const [pair] = expand(statement);
    const configuration = configurationOf(unit, context);
    if (pair?.kind !== 'order' || !isBinding(pair)) return;
    // A clone runs everywhere, so it is on the other's node anyway; a promoted instance is not.
    const [first, second] = [one.name, two.name].map((name) => isClone(configuration, name));
    if (first === undefined || second === undefined || second || (first && pair.first.qualifier !== 'promote')) return;
    const around = (name: string) =>
      new Set([...withContainers(configuration, name), ...withMembers(configuration, name)]);
    const [left, right] = [around(one.name), around(two.name)];
    if ([...left].some((name) => right.has(name)) || [...left].some((name) => isCrowded(configuration, name))) return;
    const together = [...left].some((name) =>
      constraintsOf(configuration, name).some(
        (constraint) =>
          constraint.kind === 'colocation' && (right.has(constraint.with.name) || right.has(constraint.dependent.name)),
      ),
    );
    if (!together) context.report('apart', one.span, { args: { first: one.name, second: two.name } });
  },
});
