import type { Entry } from '../../core/model/entries';
import type { AgentFact } from './facts';
import { isTemplated } from './parser/references';
import type { Statement } from './statement';

/**
 * Values that a primitive may not share with another of the same agent, as marks that its like can be found by:
 * `agent`, parameter and value, a line each. What is unique only together with other parameters is none, and what other
 * rules look at (resources of DRBD). Fence devices share accounts, whatever their metadata say.
 */
export function uniqueValues(statement: Statement | undefined, agent: AgentFact | undefined): Entry[] {
  if (statement?.kind !== 'primitive' || !agent || /^stonith:|:drbd$/.test(agent.row.id)) return [];
  const names = new Set(
    agent.row.parameters.filter(({ unique, uniqueGroup }) => unique && !uniqueGroup).map(({ name }) => name),
  );
  if (agent.row.id === 'ocf:heartbeat:Filesystem') names.add('directory');
  return statement.sets.flatMap(({ kind, rules, attributes }) =>
    kind !== 'params' || rules.length > 0
      ? []
      : attributes.flatMap(({ name, value, valueSpan: span }): Entry[] => {
          if (!names.has(name) || !value || !span || isTemplated(value)) return [];
          const plain = name === 'directory' && value.length > 1 ? value.replace(/\/+$/, '') : value;
          const key = [agent.row.id, name, plain].join('\n');
          return [{ namespace: 'crm.unique', name: key, role: 'mark', span, value: statement.name?.text ?? '' }];
        }),
  );
}
