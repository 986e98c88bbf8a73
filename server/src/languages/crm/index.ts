import type { LanguageModule } from '../../core/language';
import { crmActions } from './actions/index';
import { crmConversions, modernise } from './convert/modernise';
import { type CrmFacts, noCrmFacts } from './facts';
import { crmFolds, isCrmComment } from './folds';
import { formatCrm } from './format/format';
import { cleanPastedCrm } from './format/pasted';
import { formatTypedCrm } from './format/typed';
import { crmFormAt } from './forms';
import { crmHighlights } from './highlights';
import { syntaxMessages } from './messages';
import { analyseCrm, type CrmModel } from './model';
import { crmNaming } from './naming';
import { savedCib } from './neighbours/cib';
import { corosync } from './neighbours/corosync';
import { crmOutline } from './outline';
import { parseCrm } from './parser/parse';
import { crmPremises } from './premises';
import { crmRules } from './rules/index';
import { crmHints } from './shown/hints';
import { crmLenses } from './shown/lenses';
import { crmLinks } from './shown/links';
import { crmSequence } from './shown/sequence';
import { crmSlotAt } from './slots';
import { crmSymbolOf } from './symbols';
import { nextUnit } from './units';

export { aboutCrmWord, type WordFact } from './about';
export { type CrmTextOptions, cibTextOf, crmTextOf } from './exchange';
export { buildCrmFacts, type CrmData, type CrmFacts } from './facts';
export { agentIdOf, isAgentId } from './metadata/agent-id';
export { type ImportedAgents, toImportedAgents } from './metadata/imported';
export { metadataProblemText } from './metadata/messages';
export { readMetadata } from './metadata/read-metadata';
export type { CrmModel } from './model';
export { noCrmFacts };

/** Other files of a cluster that hold names: `corosync.conf`, a saved `cib.xml`. */
export const crmNeighbours = [corosync, savedCib];

/** The crm language. `facts` is asked anew each time, since they are loaded after start-up. */
export const createCrm = (facts: () => CrmFacts): LanguageModule<CrmModel> => ({
  id: 'crm',
  aliases: ['crmsh', 'pcmk', 'pacemaker'],
  initialState: '',
  nextUnit,
  parse: parseCrm,
  analyse: (text, parsed) => analyseCrm(text, parsed, facts()),
  slotAt: (unit, offset, around) => crmSlotAt(unit, offset, around, facts()),
  formAt: (unit, offset, around) => crmFormAt(unit, offset, around, facts()),
  symbolOf: (entry, _unit, around) => crmSymbolOf(entry, around),
  naming: crmNaming,
  sequence: (name, direction, around) => crmSequence(name, direction, around, facts()),
  links: crmLinks,
  lenses: crmLenses,
  hints: crmHints,
  outline: crmOutline,
  highlights: crmHighlights,
  isComment: isCrmComment,
  folds: crmFolds,
  format: formatCrm,
  formatTyped: formatTypedCrm,
  cleanPasted: cleanPastedCrm,
  premises: crmPremises,
  actions: crmActions,
  conversions: crmConversions,
  convert: (unit) => modernise(unit),
  syntaxMessages,
  rules: crmRules,
});
