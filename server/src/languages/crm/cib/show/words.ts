import type { XmlElement } from '../xml';

/** How to print, and what printing one object asks of the rest of the CIB. */
export interface ShowContext {
  /** Print so that loading gives the same CIB; else as crmsh prints. */
  readonly exact: boolean;
  /** The id of this element has to be written. */
  readonly saysId: (element: XmlElement) => boolean;
  /** The names of all nodes. */
  readonly nodeNames: readonly string[];
}

/** Stands in a text where crm's syntax has no words for something. No XML can hold it. */
export const unsayable = '\0';

/** Printed bare (crmsh 4.4.1, crmsh/utils.py, noquotes). */
const isPlain = (text: string): boolean => /^[\p{L}\p{N}_.-]+\n?$/u.test(text);

/** A value, quoted if need be (crmsh 4.4.1, crmsh/cliformat.py, quote_wrap: a backslash is not escaped). */
export function quoted(text: string | undefined, { exact }: ShowContext): string {
  if (text === undefined) return unsayable;
  if (isPlain(text)) return text;
  return `"${(exact ? text.replaceAll('\\', '\\\\') : text).replaceAll('"', '\\"')}"`;
}

/** What crmsh prints as it is; exact text quotes it where a shell would take it for something else. */
export function bare(text: string | undefined, context: ShowContext): string {
  if (!context.exact) return text ?? 'None';
  if (text === undefined) return unsayable;
  return /^[^\s"'\\]+$/.test(text) ? text : quoted(text, context);
}

/** `NAME=VALUE`, or the name alone (crmsh 4.4.1, crmsh/cliformat.py, nvpair_format). */
export const pair = (name: string, value: string | undefined, context: ShowContext): string =>
  value === undefined ? name : `${name}=${quoted(value, context)}`;

/** `ID:` or `$id="ID"` in front of a name (crmsh 4.4.1, crmsh/cliformat.py, head_id_format). */
export const headId = (id: string): string => (isPlain(id) ? `${id}:` : `$id="${id}"`);

/** `NAME=VALUE` for each attribute of an element, in its order. */
export const pairs = (of: XmlElement, context: ShowContext, without: readonly string[] = []): string[] =>
  [...of.attributes].flatMap(([name, value]) => (without.includes(name) ? [] : [pair(name, value, context)]));

/** The description behind the head of a statement. */
export function description({ attributes }: XmlElement, context: ShowContext): string[] {
  const text = attributes.get('description');
  return text ? [pair('description', text, context)] : [];
}
