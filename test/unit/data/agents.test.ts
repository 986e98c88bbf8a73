import assert from 'node:assert/strict';
import type { Text } from '../../../server/src/base/text';
import { crmData } from '../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../server/src/languages/crm/facts';
import { fits } from '../../../server/src/languages/crm/values';

const longest = { en: 300, ja: 200 };
const facts = buildCrmFacts(crmData);

suite('data of agents', () => {
  test('every agent is explained, in both languages', () => {
    for (const { id } of crmData.agents) checkText(id, id, facts.agent(id)?.fact.text);
  });

  test('every parameter is explained, in both languages', () => {
    for (const { id } of crmData.agents)
      for (const { name, text } of facts.agent(id)?.parameters.values() ?? []) checkText(`${id} ${name}`, name, text);
  });

  test('every operation that an agent offers is explained', () => {
    const words = facts.words('action');
    const open = crmData.agents
      .flatMap(({ actions }) => actions.map(({ name }) => name))
      .filter((name) => !words.has(name));
    assert.deepEqual([...new Set(open)], []);
  });

  test('defaults are values that their parameters can have', () => {
    for (const { id, parameters } of crmData.agents)
      for (const { name, type, default: standard } of parameters)
        assert.ok(standard === undefined || fits(standard, type), `${id} ${name}: ${standard} is no ${type.kind}`);
  });

  test('older names lead to parameters of the same agent', () => {
    for (const { id, parameters } of crmData.agents) {
      const names = new Set(parameters.map(({ name }) => name));
      for (const { name, obsoletes } of parameters) assert.notEqual(obsoletes, name, id);
      for (const fact of facts.agent(id)?.parameters.values() ?? [])
        if (fact.deprecated?.replacedBy !== undefined) assert.ok(names.has(fact.deprecated.replacedBy), fact.id);
    }
  });

  test('what the cluster says to fence agents is not demanded from people', () => {
    for (const { id, parameters } of crmData.agents.filter((row) => row.id.startsWith('stonith:fence_')))
      for (const { name, required } of parameters)
        if (['action', 'plug', 'port'].includes(name)) assert.ok(!required, `${id} ${name}`);
  });

  test('texts belong to agents that exist, or to all of a class', () => {
    const ids = new Set(crmData.agents.map(({ id }) => id));
    const lost = Object.keys(crmData.agentTexts).filter((id) => !ids.has(id) && !id.endsWith(':*'));
    assert.deepEqual(lost, []);
  });
});

function checkText(what: string, name: string, text: Text | undefined): void {
  assert.ok(text, `${what} has no text`);
  assert.ok(text.en.length >= 3 && text.en.length <= longest.en, `${what}: ${text.en}`);
  assert.ok(text.ja.length >= 2 && text.ja.length <= longest.ja, `${what}: ${text.ja}`);
  assert.match(text.ja, /[\u3040-\u30ff\u4e00-\u9fff]/, what);
  const plain = (words: string) => words.toLowerCase().replace(/[^a-z0-9]/g, '');
  assert.notEqual(plain(text.en), plain(name), what);
}
