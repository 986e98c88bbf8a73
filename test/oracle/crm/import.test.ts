import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Collected, type MetadataText, readAll } from '../../../client/src/import-flow';
import { machineAgents } from '../../../client/src/import-machine';
import { type Run, run } from '../../../client/src/import-run';
import { nodeAgents } from '../../../client/src/import-ssh';
import { crmData } from '../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../server/src/languages/crm/facts';
import { type ImportedAgent, toImportedAgents } from '../../../server/src/languages/crm/metadata/imported';
import { readMetadata } from '../../../server/src/languages/crm/metadata/read-metadata';
import { fits } from '../../../server/src/languages/crm/values';

const quiet = { signal: new AbortController().signal, report: () => undefined };
const idOf = ({ owner }: MetadataText) => ('id' in owner ? owner.id : owner.name);

async function readOf({ texts }: Collected): Promise<ImportedAgent[]> {
  const { agents, problems } = await readAll(
    texts,
    async (text) => {
      const agent = readMetadata(idOf(text), text.xml);
      return 'problem' in agent ? { problem: agent.problem } : { id: agent.id, agent };
    },
    quiet,
  );
  assert.deepEqual(problems, []);
  return agents as ImportedAgent[];
}

suite('the agents that are installed here', () => {
  let byPacemaker: ImportedAgent[];

  test('are imported whole through crm_resource, and kept as they were', async () => {
    const start = performance.now();
    const collected = await machineAgents({ ...quiet, run });
    byPacemaker = await readOf(collected);
    console.log(
      `      ${byPacemaker.length} agents in ${((performance.now() - start) / 1000).toFixed(1)} s; no metadata: ${collected.silent.join(', ')}`,
    );
    assert.ok(byPacemaker.length > 10);
    const kept = {
      version: 1,
      source: { kind: 'machine', name: 'here' },
      date: new Date().toISOString(),
      agents: byPacemaker,
    };
    assert.deepEqual(toImportedAgents(JSON.parse(JSON.stringify(kept))), kept);
  }).timeout(300_000);

  test('make sense: defaults are values of their types, what we explain stays explained', () => {
    const facts = buildCrmFacts(crmData, byPacemaker);
    for (const { id, parameters } of byPacemaker) {
      const agent = facts.agent(id);
      assert.ok(agent?.fact.upstream, id);
      for (const { name, type, default: standard } of agent.parameters.values())
        assert.ok(standard === undefined || !type || fits(standard, type), `${id} ${name}: ${standard}`);
      for (const { name } of parameters) assert.ok(agent.parameters.has(name));
    }
  });

  test('say the same when they are asked themselves', async () => {
    const without: Run = async (program, args, options) =>
      program === 'crm_resource' ? { end: 'missing', stdout: '', stderr: '' } : run(program, args, options);
    const own = new Map(
      (await readOf(await machineAgents({ ...quiet, run: without }))).map((agent) => [agent.id, agent]),
    );
    const ocf = byPacemaker.filter(({ id }) => id.startsWith('ocf:'));
    const missing = ocf.filter(({ id }) => !own.has(id)).map(({ id }) => id);
    assert.deepEqual(missing, []);
    for (const agent of ocf) assert.deepEqual(own.get(agent.id)?.parameters, agent.parameters, agent.id);
  }).timeout(300_000);

  test('are the same over an ssh that runs its line here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linux-ha-ssh-'));
    try {
      writeFileSync(join(folder, 'ssh'), '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n');
      chmodSync(join(folder, 'ssh'), 0o755);
      const env = { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH']}` };
      const start = performance.now();
      const answer = await nodeAgents('node1', {
        ...quiet,
        run: (name, args, options) => run(name, args, { ...options, env }),
      });
      const overSsh = await readOf(answer);
      console.log(`      ${overSsh.length} agents in ${((performance.now() - start) / 1000).toFixed(1)} s`);
      assert.deepEqual(
        overSsh.map(({ id }) => id),
        byPacemaker.map(({ id }) => id),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }).timeout(300_000);
});
