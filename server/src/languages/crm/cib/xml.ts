import { XmlComment as ParsedComment, XmlElement as ParsedElement, XmlText as ParsedText } from '@rgrove/parse-xml';
import { parseStrictly, type XmlProblem } from '../xml/strict';

export type { XmlProblem };

/** An element of a CIB. A CIB has no text between its elements. Attributes keep their order. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
}

export interface XmlComment {
  /** What stands between `<!--` and `-->`. */
  readonly comment: string;
  /** The blanks behind it as they were read: crmsh prints them again. */
  readonly after?: string;
}

export type XmlNode = XmlElement | XmlComment;

export const isElement = (node: XmlNode): node is XmlElement => 'tag' in node;

/** A new element; attributes that are undefined are left out. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given = new Map<string, string>();
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (value !== undefined) given.set(name, value);
  }
  return { tag, attributes: given, children: [...children] };
}

/** The elements below an element, without comments; of one tag if it is given. */
export const childrenOf = (parent: XmlElement, tag?: string): XmlElement[] =>
  parent.children.filter(isElement).filter((child) => tag === undefined || child.tag === tag);

/** The element itself and all below it, in document order. */
export function descendants(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (at: XmlElement): void => {
    found.push(at);
    for (const child of at.children) if (isElement(child)) walk(child);
  };
  walk(root);
  return found;
}

/**
 * Reads one XML document. A document type declaration is refused: what it declares would not be kept,
 * and entities are how small texts become huge ones.
 */
export function readXml(text: string): XmlElement | XmlProblem {
  const root = parseStrictly(text);
  return root instanceof ParsedElement ? copy(root) : root;
}

function copy(from: ParsedElement): XmlElement {
  const children: XmlNode[] = [];
  for (const [i, child] of from.children.entries()) {
    if (child instanceof ParsedComment) {
      const next = from.children[i + 1];
      children.push({ comment: child.content, ...(next instanceof ParsedText && { after: next.text }) });
    }
    if (child instanceof ParsedElement) children.push(copy(child));
  }
  return { tag: from.name, attributes: new Map(Object.entries(from.attributes)), children };
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Prints an element, one a line, indented by two blanks a level; ends with a line end. */
export function writeXml(root: XmlElement, indent = ''): string {
  const attributes = [...root.attributes].map(
    ([name, value]) => ` ${name}="${value.replace(/[&<>"\n\r\t]/g, (character) => escapes[character] ?? character)}"`,
  );
  const head = `${indent}<${root.tag}${attributes.join('')}`;
  if (root.children.length === 0) return `${head}/>\n`;
  const inner = root.children.map((child) =>
    isElement(child) ? writeXml(child, `${indent}  `) : `${indent}  <!--${child.comment}-->\n`,
  );
  return `${head}>\n${inner.join('')}${indent}</${root.tag}>\n`;
}
