import type { RuleContext } from '../../core/lint/rule';

/**
 * Whether the configuration is that of a whole cluster: it names nodes or sets properties, besides resources. Any other
 * is a part, for a cluster that has the rest, and nothing is said of what it lacks.
 */
export const isWholeCluster = ({ has }: Pick<RuleContext, 'has'>): boolean =>
  (has('crm.kind', 'node') || has('crm.kind', 'property')) && has('crm.kind', 'primitive');
