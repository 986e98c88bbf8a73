import type { CrmModel } from '../../../server/src/languages/crm/model';
import { serviceWith } from '../../support/service';

/** A place to ask for completions: behind `prefix`, the last line of a cluster that `text` describes. */
export interface Position {
  readonly text: string;
  readonly prefix: string;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Places in the statements of a text: behind each word and its blank, and within some words. The line is cut there and
 * put behind `context`.
 */
export function positionsIn(text: string, context: string, random: () => number): Position[] {
  const { service, uri } = serviceWith('crm', text);
  return (service.workspace.file(uri)?.units ?? []).flatMap((unit) => {
    const { parsed } = unit.model as CrmModel;
    const { statement } = parsed;
    if (!statement || statement.shell || statement.id?.value.startsWith('id=')) return [];
    const words = parsed.words.map(({ start, end }) => unit.text.slice(start, end));
    return words.flatMap((word, i) => {
      const before = words
        .slice(0, i)
        .map((other) => `${other} `)
        .join('');
      const within =
        word.length > 1 && random() < 0.3 ? [word.slice(0, 1 + Math.floor(random() * (word.length - 1)))] : [];
      return ['', ...within].map((part) => ({ text: context, prefix: before + part }));
    });
  });
}
