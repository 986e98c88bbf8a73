import { LanguageService } from '../../server/src/core/service';
import { languageData } from '../../server/src/languages/data';
import { createLanguages } from '../../server/src/languages/index';

const languages = createLanguages();
languages.useFacts(languageData);

/** A service with all languages and their facts, and no files. An exception in a rule is thrown. */
export const newService = (): LanguageService => new LanguageService({ languages: languages.modules });

/** A service with one file of a language. */
export function serviceWith(languageId: string, text: string): { service: LanguageService; uri: string } {
  const service = newService();
  const uri = `file:///test/file.${languageId}`;
  service.workspace.open(uri, languageId, text);
  return { service, uri };
}
