import { getOrAdd } from '../../base/maps';
import type { OwnConfiguration } from '../../core/language';
import type { RuleContext } from '../../core/lint/rule';
import type { Severity } from '../../core/workspace/unit';
import type { OldGeneration } from './parser/old/words';

/** The parsers that facts tell apart; `master` is what comes after 9.22. */
export type Generation = '8.3' | '8.4' | '9' | 'master';

export interface Target {
  readonly generation: Generation;
  /** The user has said so; else it is what the files' words tell. */
  readonly set: boolean;
}

/** Who can be asked: a rule's context, or the configuration that a file belongs to. */
type Asked = OwnConfiguration & { readonly has?: RuleContext['has'] };

/** The DRBD that the files are for: as a comment says, as set, else by words that only one era has, else 9. */
export function targetOf(context: Asked): Target {
  // A rule's context lives for one unit, and is asked this by most rules.
  return context.has ? getOrAdd(known, context, () => workedOut(context)) : workedOut(context);
}

const known = new WeakMap<Asked, Target>();

function workedOut(context: Asked): Target {
  const said = context.lookup('drbd.target', '*')[0]?.entry.value ?? context.settings.target['drbd'];
  if (said !== undefined) return { generation: generationOf(said), set: true };
  const has = (era: string) => context.has?.('drbd.era', era) ?? context.lookup('drbd.era', era).length > 0;
  if (has('master')) return { generation: 'master', set: false };
  if (has('9')) return { generation: '9', set: false };
  if (has('8.3') && !has('8.4')) return { generation: '8.3', set: false };
  return { generation: has('8') || has('8.3') || has('8.4') ? '8.4' : '9', set: false };
}

/** The generation of a version as people write it: `8.4.11`, `9`, `9.2`, `master`. */
export function generationOf(version: string): Generation {
  if (/^8\.[0-3]\b/.test(version)) return '8.3';
  if (/^8/.test(version)) return '8.4';
  return /^(master|head|git)/i.test(version) ? 'master' : '9';
}

/** The version in a comment that says which DRBD a file is for: `# linux-ha: drbd 8.4`. */
export function targetInComment(comment: string): string | undefined {
  return /^\s*#+\s*linux-ha:\s{0,9}drbd[\s=]{1,9}(8\.[0-4](?:\.\d+)?|9(?:\.\d+)*|master)\s*$/i.exec(comment)?.[1];
}

/** The 8.x that the files are for; undefined for 9 and later. */
export function oldGeneration(context: RuleContext): OldGeneration | undefined {
  const { generation } = targetOf(context);
  return generation === '8.3' || generation === '8.4' ? generation : undefined;
}

/** How a thing weighs that drbdadm refuses from 9 on, and that 8.x takes. */
export const refusal = (context: RuleContext): Severity => (oldGeneration(context) ? 'warning' : 'error');
