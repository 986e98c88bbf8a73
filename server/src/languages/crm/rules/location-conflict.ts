import { defineRule } from '../../../core/lint/rule';
import { expand } from '../effective/constraints';
import type { CrmModel } from '../model';
import { configurationOf } from './shared-drbd';
import { isBan, isInfinite } from './shared-graph';
import { placesOf } from './shared-places';

export const locationConflict = defineRule<CrmModel>()({
  id: 'crm/location-conflict',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['location'],
  docs: {
    en: 'Two constraints say the opposite of one resource on one node. Pacemaker adds their scores, and minus infinity wins: the resource never runs there.',
    ja: '同じリソースと同じノードに対し、2 つの制約が反対のことを指定している。Pacemaker はスコアを合算し、マイナス無限大が優先されるため、そのノードでは動かない。',
  },
  messages: {
    against: {
      en: '“{id}” says the opposite of {resource} on {node}; -inf wins.',
      ja: '「{id}」が {node} での {resource} について反対のことを指定しており、-inf が優先される。',
    },
    other: { en: 'The other constraint.', ja: 'もう一方の制約。' },
  },
  examples: {
    bad: ['primitive a Dummy\nlocation l a inf: n1\nlocation m a -inf: n1\n'],
    good: [
      'primitive a Dummy\nlocation l a inf: n1\nlocation m a -inf: n2\n',
      'primitive a Dummy\nlocation l a 100: n1\nlocation m a -inf: n1\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/common/scores.c, pcmk__add_scores',
  check(unit, context) {
    const { statement } = unit.model;
    const node = statement?.node;
    const score = statement?.score?.text;
    if (!node || (!isInfinite(score) && !isBan(score)) || statement.pattern !== undefined) return;
    const configuration = configurationOf(unit, context);
    for (const constraint of expand(statement)) {
      if (constraint.kind !== 'location') continue;
      const against = placesOf(configuration, constraint.resource.name).find(
        (place) =>
          place.node === node.name &&
          place.id !== statement.name?.text &&
          (isInfinite(score) ? isBan(place.score) : isInfinite(place.score)),
      );
      if (!against) continue;
      context.report('against', node.span, {
        args: { id: against.id, resource: constraint.resource.name, node: node.name },
        related: against.found ? [{ found: against.found, message: 'other' }] : [],
      });
      return;
    }
  },
});
