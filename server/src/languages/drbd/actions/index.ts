import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import type { DrbdModel } from '../model';
import { addHost } from './add-host';
import { addVolume } from './add-volume';

/** The changes that are offered for DRBD resources. */
export const drbdActions = (place: ActionPlace<DrbdModel>, around: Surroundings): LanguageAction[] =>
  [addHost, addVolume].flatMap((make) => make(place, around) ?? []);
