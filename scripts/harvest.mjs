// Makes the tables of resource agents from OCF metadata.
// node scripts/harvest.mjs DIR      DIR holds a folder a provider, each with metadata XML files named after the agents:
//                                   heartbeat, pacemaker, linbit, … (ocf), stonith, stonith-external
// node scripts/harvest.mjs --installed      asks this machine's own agents through crm_resource
// Several sources may be given, the newest first: an agent keeps the parameters that any of them knows.
// Only names, types, defaults and times are taken; no text of anybody's.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';

const output = 'server/src/languages/crm/data/agents.generated.json';
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  processEntities: false,
  isArray: (name) => ['parameter', 'action', 'option'].includes(name),
});

const sources = process.argv.slice(2);
if (sources.length === 0) {
  console.error('usage: node scripts/harvest.mjs (DIR | --installed) …');
  process.exit(2);
}
const merged = new Map();
for (const { id, xml } of sources.flatMap((source) => (source === '--installed' ? installed() : inFolder(source)))) {
  const row = toRow(id, xml);
  if (row) merged.set(id, completed(merged.get(id), row));
}
const rows = [...merged.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(output, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} agents, ${rows.reduce((sum, row) => sum + row.parameters.length, 0)} parameters`);

function inFolder(dir) {
  return readdirSync(dir)
    .filter((provider) => !provider.startsWith('daemons'))
    .flatMap((provider) =>
      readdirSync(join(dir, provider))
        .filter((file) => file.endsWith('.xml'))
        .map((file) => ({
          id: agentId(provider, file.replace(/\.xml$/, '')),
          xml: readFileSync(join(dir, provider, file), 'utf8'),
        })),
    );
}

function agentId(provider, name) {
  if (provider === 'stonith') return `stonith:${name}`;
  return provider === 'stonith-external'
    ? `stonith:external/${name.replace(/^external[-_]/, '')}`
    : `ocf:${provider}:${name}`;
}

function installed() {
  const list = (spec) =>
    execFileSync('crm_resource', ['--list-agents', spec], { encoding: 'utf8', timeout: 60_000 })
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const roots = '/usr/lib/ocf/resource.d';
  const providers = existsSync(roots) ? readdirSync(roots).filter((name) => !name.startsWith('.')) : [];
  const ids = [
    ...providers.flatMap((provider) => list(`ocf:${provider}`).map((type) => `ocf:${provider}:${type}`)),
    ...list('stonith').map((type) => `stonith:${type}`),
  ];
  return ids.flatMap((id) => {
    try {
      return [
        {
          id,
          xml: execFileSync('crm_resource', ['--show-metadata', id], {
            encoding: 'utf8',
            timeout: 30_000,
            stdio: ['ignore', 'pipe', 'ignore'],
          }),
        },
      ];
    } catch {
      console.error(`${id}: no metadata`);
      return [];
    }
  });
}

function toRow(id, xml) {
  const agent = parser.parse(xml)['resource-agent'];
  if (!agent) {
    console.error(`${id}: no resource-agent element`);
    return undefined;
  }
  const parameters = list(agent.parameters?.parameter)
    .filter(({ name }) => name !== undefined)
    .map(toParameter);
  const actions = list(agent.actions?.action)
    .filter(({ name }) => name !== undefined && name !== 'meta-data')
    .map(toAction);
  const names = new Set(actions.map(({ name }) => name));
  return {
    id,
    ...(names.has('promote') && names.has('demote') && { promotable: true }),
    parameters: unique(parameters),
    actions,
  };
}

/** A newer row with what only the older one has. */
function completed(newer, older) {
  if (!newer) return older;
  const known = new Set(newer.parameters.map(({ name }) => name));
  const lost = older.parameters.filter(({ name }) => !known.has(name)).map(({ required: _, ...row }) => row);
  return { ...newer, parameters: [...newer.parameters, ...lost] };
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

function toParameter({ name, required, unique: isUnique, 'unique-group': group, deprecated, obsoletes, content }) {
  const text = plainText(content?.default);
  return {
    name,
    type: toType(content ?? {}),
    ...(text !== undefined && text !== '' && { default: text }),
    ...(yes(required) && { required: true }),
    ...((yes(isUnique) || group !== undefined) && { unique: true }),
    ...(yes(deprecated) && { deprecated: true }),
    ...(obsoletes !== undefined && { obsoletes }),
  };
}

function toType({ type, option }) {
  const values = list(option)
    .map(({ value }) => plainText(value))
    .filter((value) => value !== undefined);
  if (values.length > 0) return { kind: 'enum', values };
  switch (type) {
    case 'boolean':
      return { kind: 'boolean' };
    case 'integer':
      return { kind: 'integer' };
    case 'second':
    case 'time':
    case 'duration':
    case 'timeout':
      return { kind: 'duration' };
    default:
      return { kind: 'string' };
  }
}

function toAction({ name, timeout, interval, role, depth }) {
  const zero = interval === undefined || /^0s?$/.test(interval);
  return {
    name,
    ...(timeout !== undefined && { timeout }),
    ...(!zero && { interval }),
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
