import type { Element, Node, Token } from './tree';

interface Open {
  readonly kind: string;
  readonly children: Element[];
}

/**
 * Builds a lossless tree from a token list. Every token goes into the tree once and in order: trivia (blanks,
 * comments) is taken along in front of the token that follows it, and `finish` takes what is left. So whatever a
 * parser does, the leaves joined are the text.
 */
export class TreeBuilder {
  private readonly stack: Open[] = [];
  private position = 0;
  /** Index of the next token that is not trivia. */
  private next: number;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly isTrivia: (token: Token) => boolean,
    rootKind: string,
  ) {
    this.stack.push({ kind: rootKind, children: [] });
    this.next = this.significant(0);
  }

  /** The next token that is not trivia; undefined at the end. */
  get current(): Token | undefined {
    return this.tokens[this.next];
  }

  /** The token that is not trivia `ahead` places behind the current one. */
  peek(ahead = 1): Token | undefined {
    let index = this.next;
    for (let i = 0; i < ahead && index < this.tokens.length; i++) index = this.significant(index + 1);
    return this.tokens[index];
  }

  /** Offset where the last taken token that is not trivia ends; 0 before the first. */
  lastEnd = 0;

  /** Starts a node; trivia in front of its first token stays outside. */
  open(kind: string): void {
    if (this.next < this.tokens.length) this.takeUntil(this.next);
    this.stack.push({ kind, children: [] });
  }

  /** Ends the node opened last and returns it. */
  close(): Node {
    const top = this.stack.length > 1 ? this.stack.pop() : undefined;
    if (!top) throw new Error('close() without open()');
    const node = toNode(top, this.lastEnd);
    this.top.children.push(node);
    return node;
  }

  /** Takes the current token into the open node; undefined at the end. */
  bump(): Token | undefined {
    const token = this.current;
    if (!token) return undefined;
    this.takeUntil(this.next + 1);
    this.lastEnd = token.end;
    this.next = this.significant(this.next + 1);
    return token;
  }

  /** Takes the current token into a node of its own. */
  bumpAs(kind: string): Node | undefined {
    if (!this.current) return undefined;
    this.open(kind);
    this.bump();
    return this.close();
  }

  /** Closes what is open, takes what is left and returns the root. */
  finish(): Node {
    while (this.stack.length > 1) this.close();
    this.takeUntil(this.tokens.length);
    const root = this.top;
    return { kind: root.kind, start: 0, end: this.tokens.at(-1)?.end ?? 0, children: root.children };
  }

  private get top(): Open {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no open node');
    return top;
  }

  private takeUntil(index: number): void {
    for (; this.position < index; this.position++) {
      const token = this.tokens[this.position];
      if (token) this.top.children.push(token);
    }
  }

  private significant(from: number): number {
    let index = from;
    for (let token = this.tokens[index]; token && this.isTrivia(token); token = this.tokens[index]) index++;
    return index;
  }
}

function toNode({ kind, children }: Open, emptyAt: number): Node {
  return { kind, start: children[0]?.start ?? emptyAt, end: children.at(-1)?.end ?? emptyAt, children };
}
