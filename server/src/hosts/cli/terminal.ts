/** Colours for a terminal; without them the text itself. */
export type Paint = (style: Style, text: string) => string;

export type Style = 'bold' | 'dim' | 'error' | 'warning' | 'information' | 'hint' | 'added' | 'removed';

const codes: Readonly<Record<Style, string>> = {
  bold: '1',
  dim: '2',
  error: '1;31',
  warning: '1;33',
  information: '1;34',
  hint: '1;36',
  added: '32',
  removed: '31',
};

export const painter =
  (coloured: boolean): Paint =>
  (style, text) =>
    coloured && text !== '' ? `\u001b[${codes[style]}m${text}\u001b[0m` : text;

/** Whether to colour: as the option says; `auto`: on a terminal that can, unless NO_COLOR is set (no-color.org). */
export function wantsColour(option: string | undefined, isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (option === 'always' || option === 'never') return option === 'always';
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

/**
 * Text that files or users wrote, so that it can do nothing to a terminal: control characters and those that turn the
 * direction of writing become visible. Tabs and line ends too, so it stays on its line.
 */
export const harmless = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu, escaped);

const escaped = (c: string): string => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;

/** How many columns of a terminal a text takes: East Asian wide characters take two, combining ones none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const c of text) width += isWide(c.codePointAt(0) ?? 0) ? 2 : /\p{Mark}/u.test(c) ? 0 : 1;
  return width;
}

const isWide = (c: number): boolean =>
  (c >= 0x1100 && c <= 0x115f) ||
  (c >= 0x2e80 && c <= 0xa4cf && c !== 0x303f) ||
  (c >= 0xac00 && c <= 0xd7a3) ||
  (c >= 0xf900 && c <= 0xfaff) ||
  (c >= 0xfe30 && c <= 0xfe6f) ||
  (c >= 0xff00 && c <= 0xff60) ||
  (c >= 0xffe0 && c <= 0xffe6) ||
  (c >= 0x1f300 && c <= 0x1faff) ||
  (c >= 0x20000 && c <= 0x3fffd);
