import { isElement, type XmlElement, type XmlNode } from '../xml';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const numbered = (character: string): string => `&#${character.codePointAt(0)};`;
const inHex = (character: string): string => `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;

/** As lxml writes it in ASCII. The numbers in the outermost element are hexadecimal, but for those of blanks. */
function escaped(text: string, outermost: boolean): string {
  const known = text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
  return known.replace(/[\n\r\t]/g, numbered).replace(/[\u{80}-\u{10ffff}]/gu, outermost ? inHex : numbered);
}

/**
 * `xml …` as crmsh prints what it has no words for (crmsh 4.4.1, crmsh/cibconfig.py, _repr_cli_xml): lines of lxml's XML.
 * Where blanks stand behind a comment lxml takes them for text, and breaks no lines of that element.
 */
export function showXml(node: XmlElement): string {
  const lines = printed(node, '', true).split('\n');
  return `xml ${lines.filter((line) => line !== '').join(' \\\n')}`;
}

function printed(node: XmlNode, indent: string, pretty: boolean): string {
  if (!isElement(node)) return `<!--${node.comment.replace(/[\u{80}-\u{10ffff}]/gu, numbered)}-->`;
  const { tag, attributes, children } = node;
  const head = `<${tag}${[...attributes].map(([name, value]) => ` ${name}="${escaped(value, indent === '')}"`).join('')}`;
  if (children.length === 0) return `${head}/>`;
  const breaks = pretty && !children.some((child) => !isElement(child) && child.after);
  const below = `${indent}  `;
  const inner = children.map((child) => {
    const text = printed(child, below, breaks);
    return breaks ? `\n${below}${text}` : `${text}${isElement(child) ? '' : (child.after ?? '')}`;
  });
  return `${head}>${inner.join('')}${breaks ? `\n${indent}` : ''}</${tag}>`;
}

/**
 * `xml …` so that loading gives the same element. crmsh parts the line at blanks and joins it with single ones, so other
 * blanks are written as numbers.
 */
export function exactXml(node: XmlElement, wrapper: string | undefined): string {
  const element =
    wrapper === undefined ? node : { tag: wrapper, attributes: new Map<string, string>(), children: [node] };
  return `xml ${exactLines(element, '').join(' \\\n')}`;
}

function exactLines(node: XmlNode, indent: string): string[] {
  if (!isElement(node)) return [`${indent}<!--${node.comment.replace(/\s+/g, ' ')}-->`];
  const { tag, attributes, children } = node;
  const head = `${indent}<${tag}${[...attributes].map(([name, value]) => ` ${name}="${exactly(value)}"`).join('')}`;
  if (children.length === 0) return [`${head}/>`];
  return [`${head}>`, ...children.flatMap((child) => exactLines(child, `${indent}  `)), `${indent}</${tag}>`];
}

const exactly = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character).replace(/(?! )\s|(?<=\s) /gu, numbered);
