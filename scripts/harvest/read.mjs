// One agent's metadata as a row of the table.
import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  isArray: (name) => ['parameter', 'action', 'option'].includes(name),
});

/** The row of an agent; undefined, with a line on the console, where the XML is none. */
export function toRow(id, xml) {
  const agent = parser.parse(xml)['resource-agent'];
  if (!agent) {
    console.error(`${id}: no resource-agent element`);
    return undefined;
  }
  const actions = list(agent.actions?.action)
    .filter(({ name }) => name !== undefined && name !== 'meta-data')
    .map(toAction);
  const names = new Set(actions.map(({ name }) => name));
  return {
    id,
    ...(names.has('promote') && names.has('demote') && { promotable: true }),
    parameters: unique(
      list(agent.parameters?.parameter)
        .filter(({ name }) => name !== undefined)
        .map((parameter) => toParameter(id, parameter)),
    ),
    actions,
  };
}

// Pacemaker says these to fence agents itself, whatever their metadata demand (pacemaker 2.1.5, lib/fencing/st_rhcs.c).
const givenByCluster = new Set(['action', 'plug', 'port']);

function toParameter(id, { name, required, unique: isUnique, 'unique-group': group, deprecated, obsoletes, content }) {
  const text = withoutHome(plainText(content?.default));
  const given = id.startsWith('stonith:fence_') && givenByCluster.has(name);
  return {
    name,
    type: toType(content ?? {}, text),
    ...(text !== undefined && text !== '' && { default: text }),
    ...(yes(required) && !given && { required: true }),
    ...((yes(isUnique) || group !== undefined) && { unique: true }),
    ...(yes(deprecated) && { deprecated: true }),
    ...(obsoletes !== undefined && { obsoletes }),
  };
}

function toType({ type, option }, standard) {
  const values = list(option)
    .map(({ value }) => plainText(value))
    .filter((value) => value !== undefined);
  if (values.length > 0) return { kind: 'enum', values };
  const kind = kinds[type] ?? 'string';
  return { kind: standard ? believable(kind, standard) : kind };
}

const kinds = {
  boolean: 'boolean',
  integer: 'integer',
  second: 'duration',
  time: 'duration',
  duration: 'duration',
  timeout: 'duration',
};

/** Some metadata declare a type that their own default is not of: then the default is right. */
function believable(kind, standard) {
  const time = /^\d+ *(?:us|ms|s|sec|m|min|h|hr)?$/i;
  switch (kind) {
    case 'boolean':
      return /^(?:true|false|yes|no|on|off|y|n|1|0)$/i.test(standard) ? kind : 'string';
    case 'integer':
      return /^[+-]?\d+$/.test(standard) ? kind : time.test(standard) ? 'duration' : 'string';
    case 'duration':
      return time.test(standard) ? kind : 'string';
    default:
      return kind;
  }
}

function toAction({ name, timeout, interval, role, depth }) {
  const once = interval === undefined || /^0s?$/.test(interval);
  return {
    name,
    ...(timeout !== undefined && { timeout }),
    ...(!once && { interval }),
    ...(role !== undefined && { role }),
    ...(depth !== undefined && depth !== '0' && { depth }),
  };
}

/** The five entities that XML itself knows; nothing else is expanded. */
function plainText(text) {
  return text?.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
  );
}

function list(value) {
  return Array.isArray(value) ? value : [];
}

function unique(rows) {
  return [...new Map(rows.map((row) => [row.name, row])).values()];
}

function yes(value) {
  return value === '1' || value === 'true' || value === 'yes';
}

/** An agent may name a program that it found in the home of whoever asked it; only the program's name is a fact. */
function withoutHome(text) {
  const home = process.env.HOME;
  return home && text?.startsWith(`${home}/`) ? text.slice(text.lastIndexOf('/') + 1) : text;
}
