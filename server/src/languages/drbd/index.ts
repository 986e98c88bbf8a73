import type { LanguageModule } from '../../core/language';
import { drbdActions } from './actions/index';
import { convertUnit, drbdConversions, targetOfConversion } from './convert/convert';
import { buildDrbdFacts, type DrbdData, type DrbdFacts, noDrbdFacts } from './facts';
import { foldsDrbd } from './folds';
import { formatDrbd } from './format/format';
import { cleanPastedDrbd } from './format/pasted';
import { formatTypedDrbd } from './format/typed';
import { drbdFormAt } from './forms';
import { highlightsDrbd } from './highlights';
import { syntaxMessages } from './messages';
import { analyseDrbd, type DrbdModel } from './model';
import { drbdNaming } from './naming';
import { outlineDrbd } from './outline';
import { asDrbd, parseDrbd } from './parser/parse';
import { drbdPremises } from './premises';
import { rootsDrbd } from './roots';
import { drbdRules } from './rules/index';
import { drbdHints } from './shown/hints';
import { drbdLenses } from './shown/lenses';
import { drbdLinks } from './shown/links';
import { drbdSequence } from './shown/sequence';
import { drbdSlotAt } from './slots';
import { drbdSymbolOf } from './symbols';
import { nextUnit } from './units';

export { aboutDrbdWord } from './about';
export { buildDrbdFacts, type DrbdData, type DrbdFacts, type DrbdModel, noDrbdFacts };

/** DRBD configuration (`drbd.conf`, `drbd.d/*.res`), 8.3 to 9. `facts` gives what is loaded by now. */
export const createDrbd = (facts: () => DrbdFacts): LanguageModule<DrbdModel> => ({
  id: 'drbd',
  initialState: '',
  nextUnit,
  parse: parseDrbd,
  analyse: (text, parsed) => analyseDrbd(text, asDrbd(parsed), facts()),
  slotAt: drbdSlotAt,
  formAt: drbdFormAt,
  symbolOf: (entry, _unit, around) => drbdSymbolOf(entry, around),
  naming: drbdNaming,
  sequence: drbdSequence,
  links: drbdLinks,
  lenses: drbdLenses,
  hints: drbdHints,
  outline: outlineDrbd,
  highlights: highlightsDrbd,
  folds: foldsDrbd,
  format: formatDrbd,
  formatTyped: formatTypedDrbd,
  cleanPasted: cleanPastedDrbd,
  premises: drbdPremises,
  roots: rootsDrbd,
  systemFolders: new Set(['drbd.d', 'etc']),
  actions: drbdActions,
  conversions: drbdConversions,
  convert: ({ model }, conversion, around) => convertUnit(model, around, targetOfConversion(conversion)),
  syntaxMessages,
  rules: drbdRules,
});
