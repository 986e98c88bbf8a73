// Puts rows from several sources together.

/** A newer row with what only the older one has. A parameter that is gone is not required. */
export function completed(newer, older) {
  if (!newer) return older;
  const known = new Set(newer.parameters.map(({ name }) => name));
  const lost = older.parameters.filter(({ name }) => !known.has(name)).map(({ required: _, ...row }) => row);
  return { ...newer, parameters: [...newer.parameters, ...lost] };
}

/**
 * Rows with what is known by hand: whole agents that the sources lack, and types of parameters.
 * Types are given by `class:provider:type`, a last `*` standing for any end; the later entry wins.
 * `noDefaults` names parameters whose default is no value, or one of the machine that printed the metadata.
 */
export function curate(rows, { agents, types, noDefaults = {} }) {
  const known = new Set(rows.map(({ id }) => id));
  const all = [...rows, ...agents.filter(({ id }) => !known.has(id))];
  return all.map((row) => {
    const own = Object.entries(types).filter(([id]) => matches(id, row.id));
    const byName = new Map(own.flatMap(([, parameters]) => Object.entries(parameters)));
    return {
      ...row,
      parameters: row.parameters.map((parameter) => {
        const { default: standard, ...rest } = parameter;
        const known = noDefaults[row.id]?.includes(parameter.name) ? rest : parameter;
        return byName.has(parameter.name) ? { ...known, type: byName.get(parameter.name) } : known;
      }),
    };
  });
}

const matches = (pattern, id) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern);
