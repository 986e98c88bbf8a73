import type { LanguageModule } from '../core/language';
import { buildCrmFacts, type CrmData, createCrm, noCrmFacts } from './crm/index';
import { buildDrbdFacts, createDrbd, type DrbdData, noDrbdFacts } from './drbd/index';

/** The data rows of all languages; loaded after start-up as a bundle of their own. */
export interface LanguageData {
  readonly crm: CrmData;
  readonly drbd: DrbdData;
}

/** All languages, and a way to give them their facts once these are loaded. Until then they are quiet. */
export interface Languages {
  readonly modules: readonly LanguageModule[];
  useFacts(data: LanguageData): void;
}

/** Makes the languages. A new one gets its line here and in `data.ts` and `detect.ts`. */
export function createLanguages(): Languages {
  let crm = noCrmFacts;
  let drbd = noDrbdFacts;
  return {
    // A module only ever gets units that it made itself, so its own model type is safe behind the common one.
    modules: [createCrm(() => crm) as unknown as LanguageModule, createDrbd(() => drbd) as unknown as LanguageModule],
    useFacts(data) {
      crm = buildCrmFacts(data.crm);
      drbd = buildDrbdFacts(data.drbd);
    },
  };
}
