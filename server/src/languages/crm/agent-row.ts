import type { ValueType } from '../../core/facts/types';

/** What a resource agent's metadata says of one parameter. */
export interface ParameterRow {
  readonly name: string;
  readonly type: ValueType;
  readonly default?: string;
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Parameters of one group are unique together, not each alone. */
  readonly uniqueGroup?: string;
  readonly deprecated?: boolean;
  /** The older name of the same parameter. */
  readonly obsoletes?: string;
}

/** An action that an agent offers, with the times that its authors advise. */
export interface ActionRow {
  readonly name: string;
  readonly timeout?: string;
  readonly interval?: string;
  readonly role?: string;
  readonly depth?: string;
}

/** A resource agent as its OCF metadata describes it; made by `npm run harvest`. */
export interface AgentRow {
  /** `class:provider:type`, or `class:type` where the class has no providers. */
  readonly id: string;
  readonly promotable?: boolean;
  readonly parameters: readonly ParameterRow[];
  readonly actions: readonly ActionRow[];
}
