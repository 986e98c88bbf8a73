import type { Rule } from '../../../core/lint/rule';
import type { DrbdModel } from '../model';
export const drbdRules: readonly Rule<DrbdModel>[] = [];
