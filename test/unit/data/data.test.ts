import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020';
import type { Fact } from '../../../server/src/core/facts/types';
import { crmData } from '../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../server/src/languages/crm/facts';
import { manualOf } from '../../../server/src/languages/crm/manuals';
import { fits } from '../../../server/src/languages/crm/values';
import { drbdData } from '../../../server/src/languages/drbd/data';

const languages = join(import.meta.dirname, '../../../server/src/languages');
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const ajv = new Ajv2020({ allErrors: true });
ajv.addSchema(read(join(languages, '../../schema/fact.schema.json')) as object);
ajv.addSchema(read(join(languages, '../../schema/agent.schema.json')) as object);
ajv.addSchema(read(join(languages, '../../schema/agent-release.schema.json')) as object);
ajv.addSchema(read(join(languages, '../../schema/manual.schema.json')) as object);

const tables = ['crm', 'drbd'].flatMap((language) =>
  readdirSync(join(languages, language, 'data')).map((file) => join(languages, language, 'data', file)),
);
const factTables = tables.filter((path) => !/agent|manuals/.test(path));

suite('data', () => {
  for (const path of factTables) {
    const name = path.slice(languages.length + 1);
    test(`${name}: rows are as the schema says, ids unique`, () => {
      const rows = read(path) as Fact[];
      assert.ok(ajv.validate('fact.schema.json', rows), ajv.errorsText(ajv.errors?.slice(0, 5)));
      assert.deepEqual(twice(rows.map(({ id }) => id)), []);
    });

    test(`${name}: defaults fit their types, ranges are ranges, texts say more than the name`, () => {
      for (const { id, name: word, type, default: standard, text, valueTexts } of read(path) as Fact[]) {
        if (type?.kind === 'integer') assert.ok((type.min ?? -Infinity) <= (type.max ?? Infinity), id);
        if (type && standard !== undefined)
          assert.ok(fits(standard, type), `${id}: default ${standard} is no ${type.kind}`);
        if (text) assert.ok(text.en !== word && text.ja !== word && text.en !== text.ja, id);
        if (text) assert.match(text.ja, /[\u3040-\u30ff\u4e00-\u9fff]/, id);
        const values = type?.kind === 'enum' ? type.values : [];
        for (const value of Object.keys(valueTexts ?? {}))
          assert.ok(values.length === 0 || values.includes(value), `${id}: ${value}`);
      }
    });
  }

  test('every word of the crm tables is explained, in both languages', () => {
    const explained = new Set(crmData.properties.filter(({ text }) => text).map(({ name }) => name));
    const renamed = new Set(crmData.properties.filter(({ deprecated }) => deprecated).map(({ name }) => name));
    const { keywords, words, meta, opAttributes, nodeAttributes } = crmData;
    for (const fact of [...keywords, ...words, ...meta, ...opAttributes, ...nodeAttributes])
      assert.ok(fact.text, fact.id);
    const open = crmData.properties
      .filter(({ name }) => !explained.has(name) && !renamed.has(name))
      .map(({ name }) => name);
    assert.deepEqual([...new Set(open)].sort(), []);
  });

  test('every option and section of DRBD is explained', () => {
    const open = [...drbdData.options, ...drbdData.statements].filter(({ text }) => !text).map(({ id }) => id);
    assert.deepEqual(open, []);
  });

  test('replacements are words that exist', () => {
    const { keywords, words, properties, meta, opAttributes, fenceParameters } = crmData;
    for (const rows of [keywords, words, properties, meta, opAttributes, fenceParameters, drbdData.options]) {
      const names = new Set(rows.map(({ name }) => name));
      for (const { id, deprecated } of rows)
        if (deprecated?.replacedBy !== undefined)
          assert.ok(names.has(deprecated.replacedBy.split(' ')[0] ?? ''), `${id}: ${deprecated.replacedBy}`);
    }
  });

  test('where single values are explained, all of them are', () => {
    const { words, properties, meta, opAttributes, fenceParameters } = crmData;
    for (const { id, type, valueTexts } of [
      ...[words, properties, meta, opAttributes, fenceParameters].flat(),
      ...drbdData.options,
    ])
      if (valueTexts && type?.kind === 'enum')
        assert.deepEqual(Object.keys(valueTexts).sort(), [...type.values].sort(), id);
  });

  test('agents are as their schema says, sorted, each once', () => {
    assert.ok(ajv.validate('agent.schema.json', crmData.agents), ajv.errorsText(ajv.errors?.slice(0, 5)));
    const ids = crmData.agents.map(({ id }) => id);
    assert.deepEqual(ids, [...ids].sort());
    assert.deepEqual(twice(ids), []);
    for (const { id, parameters } of crmData.agents)
      assert.deepEqual(twice(parameters.map(({ name }) => name)), [], id);
  });

  test('releases of agents are as their schema says, of agents that exist', () => {
    const { agents, agentReleases } = crmData;
    assert.ok(ajv.validate('agent-release.schema.json', agentReleases), ajv.errorsText(ajv.errors?.slice(0, 5)));
    const ids = new Set(agents.map(({ id }) => id));
    assert.deepEqual(twice(agentReleases.map(({ id }) => id)), []);
    for (const { id, deprecated } of agentReleases) {
      assert.ok(ids.has(id), id);
      if (deprecated?.replacedBy !== undefined) assert.ok(ids.has(deprecated.replacedBy), `${id}: replacement`);
    }
  });

  test('every word of crm has a manual, every area of a manual words', () => {
    const { agents, manuals, keywords, words, properties, meta, opAttributes, nodeAttributes, fenceParameters } =
      crmData;
    assert.ok(ajv.validate('manual.schema.json', manuals), ajv.errorsText(ajv.errors?.slice(0, 5)));
    const facts = [keywords, words, properties, meta, opAttributes, nodeAttributes, fenceParameters].flat();
    const areas = [...agents.map(({ id }) => `agent/${id}`), ...facts.map(({ category }) => category)];
    assert.deepEqual(
      areas.filter((area) => manualOf(manuals, area) === undefined),
      [],
    );
    for (const { area, except } of manuals) {
      const fitting = areas.filter((known) => manualOf([{ area, link: 'https://x' }], known) !== undefined);
      assert.ok(fitting.length > 0, area);
      for (const type of except ?? [])
        assert.ok(
          fitting.some((known) => known.endsWith(`:${type}`)),
          `${area} ${type}`,
        );
    }
  });

  test('a manual names the agent, and nothing where an agent is only imported', () => {
    const facts = buildCrmFacts(crmData, [{ id: 'ocf:heartbeat:mine', parameters: [], actions: [] }]);
    assert.match(facts.agent('IPaddr2')?.fact.link ?? '', /ocf_heartbeat_IPaddr2\.7/);
    assert.equal(facts.agent('mine')?.fact.link, undefined);
    assert.match(
      facts.attributes({ set: 'property', statement: 'property', present: new Set() })?.get('no-quorum-policy')?.link ??
        '',
      /cluster-options/,
    );
  });

  test('texts of agents belong to parameters that exist', () => {
    const agents = new Map(crmData.agents.map((row) => [row.id, new Set(row.parameters.map(({ name }) => name))]));
    for (const [id, { parameters }] of Object.entries(crmData.agentTexts)) {
      if (id.endsWith(':*') || !agents.has(id)) continue;
      for (const name of Object.keys(parameters ?? {})) assert.ok(agents.get(id)?.has(name), `${id} has no ${name}`);
    }
  });
});

const twice = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);
