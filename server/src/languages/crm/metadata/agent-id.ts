const part = '[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}';
const ids = new RegExp(`^(?:ocf:${part}:${part}|stonith:(?:external/)?${part})$`);

/** Whether a text names an agent that has metadata: `ocf:provider:type`, `stonith:type`. */
export const isAgentId = (id: string): boolean => ids.test(id);

/**
 * The agent that a metadata file is about, by its name without `.xml` and the name of its folder: a folder a provider,
 * `stonith` and `stonith-external` for fence agents, or a file name that says it all (`ocf:heartbeat:IPaddr2`).
 * Undefined: they name no agent.
 */
export function agentIdOf(folder: string, name: string): string | undefined {
  const id = written(name) ?? byFolder(folder, name);
  return isAgentId(id) ? id : undefined;
}

function written(name: string): string | undefined {
  if (isAgentId(name)) return name;
  const ocf = /^ocf_([^_]+)_(.+)$/.exec(name);
  if (ocf) return `ocf:${ocf[1]}:${ocf[2]}`;
  return name.startsWith('fence_') ? `stonith:${name}` : undefined;
}

function byFolder(folder: string, name: string): string {
  if (folder === 'stonith') return `stonith:${name}`;
  return folder === 'stonith-external' || folder === 'external'
    ? `stonith:external/${name.replace(/^external[-_]/, '')}`
    : `ocf:${folder}:${name}`;
}
