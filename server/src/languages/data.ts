import { crmData } from './crm/data';
import { drbdData } from './drbd/data';
import type { LanguageData } from './index';

/** The data of all languages: the entry of the facts bundle. */
export const languageData: LanguageData = { crm: crmData, drbd: drbdData };
