import type { Fact } from '../../core/facts/types';
import type { Place } from './parser/slot-notes';

export interface DrbdData {
  readonly options: readonly Fact[];
  readonly sections: readonly Fact[];
}
export interface DrbdFacts {
  readonly loaded: boolean;
  statements(place: Place): readonly Fact[];
}
export const noDrbdFacts: DrbdFacts = { loaded: false, statements: () => [] };
export const buildDrbdFacts = (_data: DrbdData): DrbdFacts => ({ ...noDrbdFacts, loaded: true });
