// One agent's metadata as a row of the table, read as the server reads imported ones.
import { readMetadata, withoutWords } from '../../server/src/languages/crm/metadata/read-metadata.ts';

/** The row of an agent; undefined, with a line on the console, where the XML is no metadata. */
export function toRow(id, xml) {
  const agent = readMetadata(id, xml);
  if ('problem' in agent) {
    console.error(`${id}: ${agent.problem} ${agent.detail ?? ''}`);
    return undefined;
  }
  const row = withoutWords(agent);
  return {
    ...row,
    parameters: row.parameters.map((parameter) => ({
      ...parameter,
      ...(parameter.default !== undefined && { default: withoutHome(parameter.default) }),
    })),
  };
}

/** An agent may name a program that it found in the home of whoever asked it; only the program's name is a fact. */
function withoutHome(text) {
  const home = process.env.HOME;
  return home && text.startsWith(`${home}/`) ? text.slice(text.lastIndexOf('/') + 1) : text;
}
