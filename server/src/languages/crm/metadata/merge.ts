import type { ValueType } from '../../../core/facts/types';
import type { AgentRow } from '../agent-row';
import { fits } from '../values';
import type { ImportedAgent, ImportedParameter } from './imported';

/**
 * The bundled agents with an import over them. An agent that the user's cluster described has the parameters and
 * actions that stand there, no others; where metadata know a value only as text, ours may still say more.
 */
export function mergeAgents(bundled: readonly AgentRow[], imported: readonly ImportedAgent[]): ImportedAgent[] {
  const rows = new Map<string, ImportedAgent>(bundled.map((row) => [row.id, row]));
  for (const agent of imported) rows.set(agent.id, over(rows.get(agent.id), agent));
  return [...rows.values()];
}

function over(ours: AgentRow | undefined, agent: ImportedAgent): ImportedAgent {
  const known = new Map(ours?.parameters.map((row) => [row.name, row.type]));
  return {
    ...agent,
    parameters: agent.parameters.map((row) => ({ ...row, type: betterType(known.get(row.name), row) })),
  };
}

/** A list of values that another release's metadata do not confirm may have grown since. */
function betterType(ours: ValueType | undefined, { type, default: standard }: ImportedParameter): ValueType {
  if (!ours || type.kind !== 'string' || ours.kind === 'string') return type;
  if (standard !== undefined && !fits(standard, ours)) return type;
  return ours.kind === 'enum' ? { ...ours, open: true } : ours;
}
