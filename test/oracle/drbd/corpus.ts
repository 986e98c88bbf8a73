import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from './ask';

/** A configuration with a name. */
export interface Known extends Question {
  readonly id: string;
}

const shared = join(import.meta.dirname, '../../../../shared');

/** Real files that lie beside the project, where they do. */
export function corpus(): Known[] {
  const { files = [] } = read<{ files?: { file: string }[] }>('corpus/index.json');
  return files
    .filter(({ file }) => file.startsWith('drbd/'))
    .map(({ file }) => ({ id: file, text: readFileSync(join(shared, 'corpus', file), 'utf8') }));
}

/** Made-up files that lie beside the project, where they do. */
export function traps(): Known[] {
  const { cases = [] } = read<{ cases?: Known[] }>('spec/drbd-traps.json');
  return cases.map(({ id, text, files }) => ({ id, text, ...(files && { files }) }));
}

function read<T extends object>(path: string): Partial<T> {
  const file = join(shared, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : {};
}
