/** A sentence for people, in every language we speak. A missing translation does not compile. */
export interface Text {
  readonly en: string;
  readonly ja: string;
}

/** The languages that texts exist in. */
export type Locale = keyof Text;

/** All of them. */
export const locales: readonly Locale[] = ['en', 'ja'];

/**
 * Maps an editor's locale (`ja`, `ja-JP`, `en-us`, …) to one we have texts for.
 * Anything unknown is English.
 */
export function toLocale(tag: string | undefined): Locale {
  return tag !== undefined && /^ja\b/i.test(tag) ? 'ja' : 'en';
}

/** Replaces each `{name}` in `template` by its argument; a name without argument stays as it is. */
export function fill(template: string, args: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{([a-zA-Z0-9]+)\}/g, (whole, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : whole,
  );
}

/** Says things in one language: of two wordings the one that is wanted. */
export type Speaker = (en: string, ja: string) => string;

export const speak =
  (locale: Locale): Speaker =>
  (en, ja) =>
    locale === 'ja' ? ja : en;
