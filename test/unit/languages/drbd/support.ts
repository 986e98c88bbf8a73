import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageModule } from '../../../../server/src/core/language';
import { SourceFile } from '../../../../server/src/core/workspace/source-file';
import { drbdData } from '../../../../server/src/languages/drbd/data';
import { buildDrbdFacts, createDrbd } from '../../../../server/src/languages/drbd/index';

const facts = buildDrbdFacts(drbdData);

/** The language with its facts; it gets only units that it made itself. */
export const drbd = createDrbd(() => facts) as unknown as LanguageModule;

export const fileOf = (text: string): SourceFile => new SourceFile('file:///test/r0.res', drbd, text);

const fixtureFolder = join(import.meta.dirname, 'fixtures');

/** Fixtures by name. */
export const fixtures = (): [name: string, text: string][] =>
  readdirSync(fixtureFolder)
    .filter((name) => name.endsWith('.drbd'))
    .map((name) => [name, readFileSync(join(fixtureFolder, name), 'utf8')]);

/** The expected tree beside a fixture; undefined if there is none yet. */
export function expectedTree(name: string): string | undefined {
  const path = join(fixtureFolder, name.replace(/\.drbd$/, '.tree'));
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
