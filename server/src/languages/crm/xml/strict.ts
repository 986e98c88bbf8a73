import { parseXml, XmlDocumentType, XmlElement, XmlError } from '@rgrove/parse-xml';

/** Why a text is no XML. `offset` counts from the text's start. */
export interface XmlProblem {
  readonly problem: string;
  readonly offset: number;
}

/** Deeper trees are refused: none of ours is, and whoever walks the tree may call himself for each level. */
const deepest = 200;

/**
 * Reads one XML document with the library, strictly. Nothing that a document type declares is ever expanded or fetched;
 * with `refused` (the default) there must be none at all, with `external` it may name a file, but declare nothing itself.
 */
export function parseStrictly(text: string, documentType: 'refused' | 'external' = 'refused'): XmlElement | XmlProblem {
  const declaration = text.search(/<!DOCTYPE/);
  if (documentType === 'refused' && declaration >= 0) return { problem: 'DOCTYPE', offset: declaration };
  try {
    const document = parseXml(text, { preserveComments: true, preserveDocumentType: true, includeOffsets: true });
    if (document.children.some((child) => child instanceof XmlDocumentType && child.internalSubset !== null))
      return { problem: 'DOCTYPE', offset: Math.max(declaration, 0) };
    const { root } = document;
    if (!root) return { problem: 'no element', offset: 0 };
    return isTooDeep(root) ? { problem: 'too deep', offset: root.start } : root;
  } catch (error) {
    if (error instanceof XmlError) return { problem: error.message.split('\n', 1)[0] ?? '', offset: error.pos };
    // The library calls itself for each level: thousands of them end its stack.
    if (error instanceof RangeError) return { problem: 'too deep', offset: 0 };
    throw error;
  }
}

function isTooDeep(root: XmlElement): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((element) => elementsIn(element));
  }
  return false;
}

/** The elements directly below an element; of one name if it is given. */
export const elementsIn = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && (name === undefined || child.name === name),
  );
