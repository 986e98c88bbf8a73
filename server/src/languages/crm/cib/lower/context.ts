import type { CrmFacts } from '../../facts';
import type { SchemaTraits } from '../schema';

/** What the XML of a statement depends on besides its words. */
export interface LowerContext {
  readonly schema: SchemaTraits;
  readonly facts: CrmFacts;
}

const former: Readonly<Record<string, string>> = { Promoted: 'Master', Unpromoted: 'Slave' };

/** The role as the schema knows it; other values as they are (crmsh 4.4.1, crmsh/utils.py, handle_role_for_ocf_1_1). */
export function roleFor({ schema }: LowerContext, value: string, name = 'role'): string {
  const isRole = name === 'role' || name === 'target-role';
  return isRole && !schema.promotedRoles && Object.hasOwn(former, value) ? (former[value] ?? value) : value;
}
