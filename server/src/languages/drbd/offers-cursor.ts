import type { Span } from '../../base/span';
import type { Offer } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import { type Item, members } from './ast';
import { type Generation, targetOf } from './generation';
import type { DrbdModel } from './model';

/** Where the question is asked, and what stands round it. */
export interface Cursor {
  readonly model: DrbdModel;
  /** The sections round the cursor, outer before inner. */
  readonly path: readonly Item[];
  readonly span: Span;
  /** The word under the cursor; empty between words. */
  readonly word: string;
  /** First words of the statements beside the cursor's own. */
  readonly present: ReadonlySet<string>;
  /** The unit's text in front of the word, and behind it. */
  readonly before: string;
  readonly rest: string;
  readonly around: Surroundings;
}

/** What is typed behind a value that ends its statement. */
export const ends = ({ rest }: Cursor): string => (/^\s*;/.test(rest) ? '' : ';');

/** What is typed behind the name of a section. */
export const opens = ({ rest }: Cursor): string => (/^\s*\{/.test(rest) ? '' : ' {');

/** Values that are known one by one, the likeliest first. */
export const wordOffers = (values: readonly string[], suffix = '', goesOn = false): Offer[] =>
  values.length === 0 ? [] : [{ kind: 'values', type: { kind: 'enum', values }, suffix, goesOn }];

/** The generation that the words are for; 9 where nothing says so. */
export const generationAt = ({ around }: Cursor): Generation => (around.own ? targetOf(around.own).generation : '9');

/** Whether a generation has all that came with 9. */
export const isModern = (generation: Generation): boolean => generation === '9' || generation === 'master';

/** The text of the statement that the cursor is in, up to the cursor. */
export const lastStatement = ({ before }: Cursor): string => /[^;{}]*$/.exec(before)?.[0].trimStart() ?? '';

/** The resource round the cursor. */
export const resourceAt = ({ path }: Cursor): Item | undefined => path.find(({ kind }) => kind === 'resource');

/** The hosts of the resource round the cursor, as its sections name them. */
export const ownHosts = (cursor: Cursor): string[] => {
  const resource = resourceAt(cursor);
  return resource ? members(resource, 'on').flatMap(({ args }) => args.map(({ text }) => text)) : [];
};
