import type { LanguageModule } from '../core/language';
import {
  aboutCrmWord,
  buildCrmFacts,
  type CrmData,
  createCrm,
  crmNeighbours,
  type ImportedAgents,
  noCrmFacts,
  type WordFact,
} from './crm/index';
import { aboutDrbdWord, buildDrbdFacts, createDrbd, type DrbdData, noDrbdFacts } from './drbd/index';

export {
  agentIdOf,
  type CrmTextOptions,
  cibTextOf,
  crmTextOf,
  type ImportedAgents,
  isAgentId,
  metadataProblemText,
  readMetadata,
  toImportedAgents,
} from './crm/index';

/** The data rows of all languages; loaded after start-up as a bundle of their own. */
export interface LanguageData {
  readonly crm: CrmData;
  readonly drbd: DrbdData;
}

/** All languages, and a way to give them their facts once these are loaded. Until then they are quiet. */
export interface Languages {
  readonly modules: readonly LanguageModule[];
  /** `imported`: what the user's own cluster says of its agents; it comes before the bundled rows. */
  useFacts(data: LanguageData, imported?: ImportedAgents): void;
}

/** Makes the languages. A new one gets its line here and in `data.ts` and `detect.ts`. */
export function createLanguages(): Languages {
  let crm = noCrmFacts;
  let drbd = noDrbdFacts;
  return {
    // A module only ever gets units that it made itself, so its own model type is safe behind the common one.
    modules: [
      createCrm(() => crm) as unknown as LanguageModule,
      createDrbd(() => drbd) as unknown as LanguageModule,
      ...crmNeighbours,
    ],
    useFacts(data, imported) {
      crm = buildCrmFacts(data.crm, imported?.agents);
      drbd = buildDrbdFacts(data.drbd);
    },
  };
}

/** All that a word can mean, with the language it is a word of; two words: one within another (`IPaddr2 ip`, `net protocol`). */
export function factsAbout(data: LanguageData, words: readonly string[]): readonly (WordFact & { language: string })[] {
  return [
    ...aboutCrmWord(data.crm, words).map((found) => ({ ...found, language: 'crm' })),
    ...aboutDrbdWord(data.drbd, words).map((found) => ({ ...found, language: 'drbd' })),
  ];
}
