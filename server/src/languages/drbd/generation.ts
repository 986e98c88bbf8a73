import type { RuleContext } from '../../core/lint/rule';
import type { Severity } from '../../core/workspace/unit';

/** The parsers that facts tell apart; `master` is what comes after 9.22. */
export type Generation = '8.3' | '8.4' | '9' | 'master';

export interface Target {
  readonly generation: Generation;
  /** The user has set it; else it is what the files' words tell. */
  readonly set: boolean;
}

/** The DRBD that the files are for: as set, else by words that only one era has, else 9. */
export function targetOf(context: RuleContext): Target {
  const set = context.settings.target['drbd'];
  if (set !== undefined) return { generation: generationOf(set), set: true };
  const has = (era: string) => context.lookup('drbd.era', era).length > 0;
  if (has('master')) return { generation: 'master', set: false };
  return { generation: has('8') && !has('9') ? '8.4' : '9', set: false };
}

/** The generation of a version as people write it: `8.4.11`, `9`, `9.2`, `master`. */
export function generationOf(version: string): Generation {
  if (/^8\.[0-3]\b/.test(version)) return '8.3';
  if (/^8/.test(version)) return '8.4';
  return /^(master|head|git)/i.test(version) ? 'master' : '9';
}

/** How a thing weighs that drbdadm 9 refuses: with an older target its parser is another one, with its own mind. */
export const refusal = (context: RuleContext): Severity =>
  targetOf(context).generation.startsWith('8') ? 'warning' : 'error';
