import type { Span } from '../../base/span';

/** A leaf: a stretch of text. Blanks, comments and garbage are tokens too. Offsets count from the unit's start. */
export interface Token extends Span {
  readonly kind: string;
}

/** An inner node; its children's texts, joined, are its text. Offsets count from the unit's start. */
export interface Node extends Span {
  readonly kind: string;
  readonly children: readonly Element[];
}

export type Element = Node | Token;

export const isNode = (element: Element): element is Node => 'children' in element;

/** All tokens below a node, in order. */
export function* tokens(node: Node): Generator<Token> {
  for (const child of node.children) {
    if (isNode(child)) yield* tokens(child);
    else yield child;
  }
}

/** The node and all nodes below it, outer before inner. */
export function* descendants(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (isNode(child)) yield* descendants(child);
}

/** The direct child nodes, of one kind if `kind` is given. */
export const childNodes = (node: Node, kind?: string): Node[] =>
  node.children.filter((child): child is Node => isNode(child) && (kind === undefined || child.kind === kind));

/** The first direct child (node or token) of a kind; undefined if there is none. */
export const child = (node: Node, kind: string): Element | undefined => node.children.find((c) => c.kind === kind);

/** The text of a node or token within its unit's text. */
export const textOf = (unitText: string, element: Span): string => unitText.slice(element.start, element.end);

/**
 * The nodes round an offset, innermost first, and the token there. A cursor between two tokens belongs to the one
 * that ends there if `side` is -1, to the one that starts there if it is 1.
 */
export function pathAt(root: Node, offset: number, side: -1 | 1): { token: Token | undefined; nodes: Node[] } {
  const nodes: Node[] = [root];
  let token: Token | undefined;
  for (let node: Node | undefined = root; node; ) {
    const found: Element | undefined = node.children.find((c) =>
      side < 0 ? c.start < offset && offset <= c.end : c.start <= offset && offset < c.end,
    );
    node = undefined;
    if (found && isNode(found)) {
      nodes.unshift(found);
      node = found;
    } else token = found;
  }
  return { token, nodes };
}

/** The tree as indented text, for people and test fixtures. */
export function printTree(unitText: string, element: Element, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (!isNode(element)) return `${indent}${element.kind} ${JSON.stringify(textOf(unitText, element))}\n`;
  return `${indent}${element.kind}\n${element.children.map((c) => printTree(unitText, c, depth + 1)).join('')}`;
}
