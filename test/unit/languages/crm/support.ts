import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageModule } from '../../../../server/src/core/language';
import { SourceFile } from '../../../../server/src/core/workspace/source-file';
import { crmData } from '../../../../server/src/languages/crm/data';
import { buildCrmFacts, createCrm } from '../../../../server/src/languages/crm/index';

const facts = buildCrmFacts(crmData);

/** The language with its facts; it gets only units that it made itself. */
export const crm = createCrm(() => facts) as unknown as LanguageModule;

export const fileOf = (text: string): SourceFile => new SourceFile('file:///test/cluster.crm', crm, text);

export const fixtureFolder = join(import.meta.dirname, 'fixtures');

/** Fixtures by name. */
export const fixtures = (): [name: string, text: string][] =>
  readdirSync(fixtureFolder)
    .filter((name) => name.endsWith('.crm'))
    .map((name) => [name, readFileSync(join(fixtureFolder, name), 'utf8')]);
