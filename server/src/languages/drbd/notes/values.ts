import { durationWords, sizeWords } from '../../../base/human';
import { code } from '../../../base/markdown';
import type { Locale } from '../../../base/text';
import type { OptionFact } from '../facts';
import { numberOf, type OptionRules } from '../values';

/** What a value of an option means: a number in units that people think in, or what the word stands for. */
export function valueMeaning(value: string, fact: OptionFact | undefined, locale: Locale): string | undefined {
  const texts = fact?.valueTexts;
  const known = texts && Object.hasOwn(texts, value) ? texts[value] : undefined;
  if (known) return known[locale];
  const rules = fact && (fact.generations['9'] ?? Object.values(fact.generations)[0]);
  const number = rules && numberIn(value, rules);
  if (!rules || number === undefined) return undefined;
  return quantity(number, rules, locale);
}

function numberIn(value: string, { type, unitPrefix }: OptionRules): number | undefined {
  const number = type === 'number' || type === 'symbol' ? numberOf(value, unitPrefix) : undefined;
  return number === Number.MAX_SAFE_INTEGER ? undefined : number;
}

function quantity(number: number, { unit = '', unitPrefix }: OptionRules, locale: Locale): string | undefined {
  if (unit.startsWith('1/10')) return durationWords(number / 10, locale);
  if (unit === 'seconds') return durationWords(number, locale);
  if (unit === 'milliseconds') return durationWords(number / 1000, locale);
  if (unitPrefix !== 'k' && unitPrefix !== 's' && !/byte/.test(unit)) return undefined;
  const size = sizeWords(number * (unitPrefix === 'k' ? 1024 : unitPrefix === 's' ? 512 : 1));
  return /\/s/.test(unit) ? `${size}/s` : size;
}

/** A value as code, with its meaning where that says more. */
export function shownValue(value: string, fact: OptionFact | undefined, locale: Locale): string {
  const number = /^\d/.test(value) ? valueMeaning(value, fact, locale) : undefined;
  return code(value) + (number ? ` = ${number}` : '');
}
