import type { DrbdData } from './facts';
export const drbdData: DrbdData = { options: [], statements: [] };
