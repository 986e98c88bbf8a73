import { own } from '../../base/maps';
import type { ActionRow } from './agent-row';
import type { AgentFact } from './facts';

const renamed: Readonly<Record<string, string>> = { master: 'promoted', slave: 'unpromoted' };
const modern = (role: string): string => own(renamed, role.toLowerCase()) ?? role.toLowerCase();

/** Whether two words name one role, in the old or the new way. */
export const sameRole = (one: string | undefined, other: string): boolean =>
  one !== undefined && modern(one) === modern(other);

/** What an agent advises for an action: for the role, if it has one, else the first (crmsh 4.4.1, crmsh/ra.py, get_op_attr_value). */
export function advisedAction(agent: AgentFact | undefined, name: string, role?: string): ActionRow | undefined {
  const actions = agent?.actions.filter((action) => action.name === name) ?? [];
  return actions.find((action) => role !== undefined && sameRole(action.role, role)) ?? actions[0];
}
