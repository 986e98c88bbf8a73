/** Where upstream describes an area: a category of words, or `agent/` and the agents' ids. A last `*` stands for any end. */
export interface Manual {
  readonly area: string;
  /** Types of agents that the manual lacks. */
  readonly except?: readonly string[];
  /** The address; `{type}` stands for the type of the agent. */
  readonly link: string;
}

/** The address of the manual of an area. A later row wins. */
export function manualOf(manuals: readonly Manual[], area: string): string | undefined {
  const type = area.slice(area.lastIndexOf(':') + 1);
  const found = manuals.findLast((row) => matches(row.area, area) && !row.except?.includes(type));
  return found?.link.replace('{type}', type);
}

const matches = (pattern: string, area: string): boolean =>
  pattern.endsWith('*') ? area.startsWith(pattern.slice(0, -1)) : area === pattern;
