import type { Text } from '../../base/text';
import { type Fact, factTable } from '../../core/facts/types';
import { buildCrmFacts, type CrmData, type CrmFacts } from './facts';

/** What a word means somewhere; `where` says where, if the fact does not. */
export interface WordFact {
  readonly fact: Fact;
  readonly where?: Text;
}

/** All that a word of a crm file can mean; two words: a parameter of an agent. */
export function aboutCrmWord(data: CrmData, words: readonly string[]): WordFact[] {
  const facts = buildCrmFacts(data);
  const [first = '', second] = words;
  if (second !== undefined) {
    const found = words.length === 2 ? facts.agent(first)?.parameters.get(second) : undefined;
    return found ? [{ fact: found }] : [];
  }
  const { keywords, properties, meta, opAttributes, nodeAttributes, fenceParameters } = data;
  const tables = [keywords, properties, meta, opAttributes, nodeAttributes, fenceParameters];
  const plain = tables.flatMap((rows) => factTable(rows).get(first) ?? []);
  const others = data.words.filter(({ name }) => name === first);
  return [
    ...[...plain, ...others].map((fact) => ({ fact })),
    ...agentNamed(facts, first),
    ...parametersNamed(facts, first),
  ];
}

function agentNamed(facts: CrmFacts, written: string): WordFact[] {
  const agent = facts.agent(written);
  if (!agent) return [];
  const names = agent.row.parameters.map(({ name, required }) => (required ? `${name}*` : name)).join(' ');
  return [
    { fact: agent.fact, where: { en: `parameters, * required: ${names}`, ja: `パラメータ（* は必須）: ${names}` } },
  ];
}

/** Parameters of this name, of one agent with text if there is one, with the agents that have it. */
function parametersNamed(facts: CrmFacts, name: string): WordFact[] {
  if (facts.fenceParameters.has(name)) return [];
  const owners = [...facts.agents()].filter(({ row }) => row.parameters.some((parameter) => parameter.name === name));
  const found = owners.flatMap(({ parameters }) => parameters.get(name) ?? []);
  const fact = found.find(({ text }) => text) ?? found[0];
  if (!fact) return [];
  if (owners.length === 1) return [{ fact, where: { en: `of ${owners[0]?.row.id}`, ja: owners[0]?.row.id ?? '' } }];
  const ids = owners.slice(0, 5).map(({ row }) => row.id);
  const [type = ''] = ids;
  return [
    {
      fact,
      where: {
        en: `of ${owners.length} agents: ${ids.join(', ')}…; explain ${type} ${name} says it of one`,
        ja: `${owners.length} 個のエージェント: ${ids.join(', ')} など。explain ${type} ${name} で個別の説明`,
      },
    },
  ];
}
