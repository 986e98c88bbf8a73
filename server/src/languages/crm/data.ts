import type { AgentRow } from './agent-row';
import agentReleases from './data/agent-releases.json';
import agentTexts from './data/agent-texts.json';
import agents from './data/agents.generated.json';
import fenceParameters from './data/fence-parameters.json';
import keywords from './data/keywords.json';
import manuals from './data/manuals.json';
import meta from './data/meta.json';
import nodeAttributes from './data/node-attributes.json';
import opAttributes from './data/op-attributes.json';
import pacemakerOptions from './data/pacemaker-options.json';
import properties from './data/properties.json';
import words from './data/words.json';
import type { CrmData } from './facts';

// JSON gives wider types than the rows have; a test holds the rows against their schema.
const rows = <T>(list: unknown): readonly T[] => list as readonly T[];
const options = rows<CrmData['properties'][number]>(pacemakerOptions);

/** The rows of the crm language. Kept apart from the code, since they are loaded after start-up. */
export const crmData: CrmData = {
  keywords: rows(keywords),
  words: rows(words),
  properties: [
    ...options.filter(({ category }) => category === 'property'),
    ...rows<(typeof options)[number]>(properties),
  ],
  meta: rows(meta),
  opAttributes: rows(opAttributes),
  nodeAttributes: rows(nodeAttributes),
  fenceParameters: [
    ...options.filter(({ category }) => category === 'parameter'),
    ...rows<(typeof options)[number]>(fenceParameters),
  ],
  agents: rows<AgentRow>(agents),
  agentReleases: rows(agentReleases),
  agentTexts: agentTexts as CrmData['agentTexts'],
  manuals: rows(manuals),
};
