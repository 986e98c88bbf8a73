import type { Slot } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { DrbdModel } from './model';
export const drbdSlotAt = (_unit: Unit<DrbdModel>, _offset: number, _around: Surroundings): Slot | undefined =>
  undefined;
