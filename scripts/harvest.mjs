// Makes the table of resource agents from OCF metadata:
//   npm run harvest -- [--from DIR] [--installed] …
//   --from DIR     a folder with a folder a provider (heartbeat, pacemaker, linbit, … and stonith, stonith-external),
//                  each with metadata XML files named after the agents
//   --installed    this machine's own agents, asked through crm_resource
// Several sources may be given, the newest first: an agent keeps the parameters that any of them knows.
// What metadata does not say, or says wrongly, stands in harvest/curated.json and comes last.
// Only names, types, defaults and times are taken; no text of anybody's.
import { readFileSync, writeFileSync } from 'node:fs';
import { completed, curate } from './harvest/merge.mjs';
import { toRow } from './harvest/read.mjs';
import { inFolder, installed } from './harvest/sources.mjs';

const output = 'server/src/languages/crm/data/agents.generated.json';
const curated = JSON.parse(readFileSync(new URL('harvest/curated.json', import.meta.url), 'utf8'));

const merged = new Map();
for (const { id, xml } of sources(process.argv.slice(2))) {
  const row = toRow(id, xml);
  if (row) merged.set(id, completed(merged.get(id), row));
}
const rows = curate([...merged.values()], curated).sort((a, b) => (a.id < b.id ? -1 : 1));
writeFileSync(output, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
console.log(`${rows.length} agents, ${rows.reduce((sum, row) => sum + row.parameters.length, 0)} parameters`);

function sources(args) {
  const found = [];
  for (let i = 0; i < args.length; i += 1) {
    if (args[i] === '--installed') found.push(...installed());
    else if (args[i] === '--from' && args[i + 1] !== undefined) found.push(...inFolder(args[++i]));
    else usage();
  }
  return found.length > 0 ? found : usage();
}

function usage() {
  console.error('usage: npm run harvest -- (--from DIR | --installed) …');
  process.exit(2);
}
