import type { OwnConfiguration, Premise } from '../../core/language';
import { targetOf } from './generation';

/** The DRBD that the files are for. */
export function drbdPremises(own: Required<OwnConfiguration>): readonly Premise[] {
  const value = targetOf(own).generation;
  const setting = 'target.drbd';
  const comment = own.lookup('drbd.target', '*')[0];
  if (comment) return [{ setting, value, from: 'comment', comment }];
  if (own.settings.target['drbd'] !== undefined) return [{ setting, value, from: 'setting' }];
  const telling = eras.some((era) => own.has('drbd.era', era));
  return [{ setting, value, from: telling ? 'words' : 'nothing' }];
}

/** What the model marks words with that only some DRBD has. */
const eras = ['master', '9', '8', '8.4', '8.3'];
