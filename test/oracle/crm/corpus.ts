import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const shared = join(import.meta.dirname, '../../../../shared');

/** A real file. */
export interface CorpusFile {
  readonly name: string;
  readonly text: string;
}

/** Real files that lie beside the project; none where they do not. */
export function corpusFiles(): CorpusFile[] {
  const { files = [] } = read<{ files?: { file: string }[] }>('corpus/index.json');
  return files
    .filter(({ file }) => file.startsWith('crm/'))
    .map(({ file }) => ({ name: file, text: readFileSync(join(shared, 'corpus', file), 'utf8') }));
}

/** Lines made up to be surprising, each with the cluster that it is added to; none where they are not there. */
export function traps(): { readonly context: string; readonly lines: readonly string[] } {
  const { traps: rows = [] } = read<{ traps?: { text: string }[] }>('spec/crm-traps.json');
  const { contexts } = read<{ contexts?: { full: { crm: string } } }>('spec/crm-completion-cases.json');
  return { context: contexts?.full.crm ?? '', lines: rows.map(({ text }) => text) };
}

function read<T extends object>(path: string): Partial<T> {
  const file = join(shared, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : {};
}
