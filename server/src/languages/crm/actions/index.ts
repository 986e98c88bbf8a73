import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import type { CrmModel } from '../model';
import { addOperations, adviseOperations } from './advise-operations';
import { joinLines, splitLines } from './continuation-lines';
import { extractTemplate } from './extract-template';
import { groupSelected } from './group-selected';
import { sortStatements } from './sort-statements';
import { tieToDrbd } from './tie-to-drbd';

type Maker = (place: ActionPlace<CrmModel>, around: Surroundings) => LanguageAction | undefined;

const makers: readonly Maker[] = [
  groupSelected,
  extractTemplate,
  tieToDrbd,
  adviseOperations,
  addOperations,
  splitLines,
  joinLines,
  sortStatements,
];

/** The changes that are offered for crm statements, those that have something to do. */
export const crmActions = (place: ActionPlace<CrmModel>, around: Surroundings): LanguageAction[] =>
  makers.flatMap((make) => make(place, around) ?? []);
