import type { Surroundings } from '../../../core/language';
import type { CrmFacts } from '../facts';
import type { CrmModel } from '../model';
import type { SetOwner } from '../slot-kinds';
import type { CrmParsed } from '../statement';

/** Where the question is asked, and what stands round it. */
export interface Cursor {
  readonly facts: CrmFacts;
  readonly around: Surroundings;
  /** The word under the cursor, without quotes; empty between words. */
  readonly typed: string;
  /** The character behind the word; empty at the end. */
  readonly next: string;
  /** The whole line, what is behind the cursor too. */
  readonly line: CrmParsed;
}

/** Nothing follows on the line. */
export const endsHere = ({ next }: Cursor): boolean => next === '' || next === '\n' || next === '\r';

/** The agent that a set or an operation is for: the one that is written, or that of the template. */
export function agentOf(
  { agent, template }: Pick<SetOwner, 'agent' | 'template'>,
  around: Pick<Surroundings, 'declarations'>,
): string | undefined {
  if (agent !== undefined || template === undefined) return agent;
  const [found] = around.declarations('crm.template', template);
  return (found?.unit.model as CrmModel | undefined)?.statement?.agent?.value;
}

/** A value as one word: crm reads quotes as a shell does (crmsh 4.4.1, crmsh/parse.py, shlex). */
export const quoted = (value: string): string =>
  /^[\w.:/@,+%=*?~-]*$/.test(value) ? value : `"${value.replace(/["\\]/g, (character) => `\\${character}`)}"`;
