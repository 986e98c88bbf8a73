import type { Span } from '../../base/span';
import { type Element, isNode, type Node, type Token } from '../../core/syntax/tree';
import { isTrivia, isWord, wordValue } from './lexer';
import type { Place } from './parser/slot-notes';

/** A word of the file: `text` is what it stands for, without quotes. */
export interface Word {
  readonly text: string;
  readonly span: Span;
  /** The token's kind: `word`, `string`, `number`, … */
  readonly kind: string;
}

export interface Address {
  readonly family?: Word;
  readonly ip?: Word;
  readonly port?: Word;
  readonly span: Span;
}

/** A statement or a section, as a reading of its node. */
export interface Item {
  /** The node's kind: `resource`, `on`, `option`, `device`, `disk` (a block), `disk-path`, … */
  readonly kind: string;
  /** Where it stands. */
  readonly place: Place;
  readonly keyword: Word;
  /** The words behind the first, up to the brace or the semicolon, without those of an address. */
  readonly args: readonly Word[];
  readonly address?: Address;
  /** What a section holds; undefined for a statement. */
  readonly body?: readonly Item[];
  /** The place that a section's inside is. */
  readonly inner?: Place;
  readonly span: Span;
}

/** All statements and sections of a unit, outer ones only. */
export function readItems(root: Node, text: string): Item[] {
  return itemsIn(root, text, 'top');
}

function itemsIn(node: Node, text: string, place: Place): Item[] {
  const items: Item[] = [];
  for (const child of node.children) {
    if (!isNode(child) || child.kind === 'error' || child.kind === 'addr') continue;
    const item = readItem(child, text, place);
    if (item) items.push(item);
  }
  return items;
}

function readItem(node: Node, text: string, place: Place): Item | undefined {
  const words: Word[] = [];
  let braces = false;
  let address: Address | undefined;
  for (const child of node.children) {
    if (isNode(child)) {
      if (child.kind === 'addr') address ??= readAddress(child, text);
      else if (child.kind !== 'error') braces = true;
    } else if (child.kind === '{') braces = true;
    else if (isWord(child) && !braces) words.push(wordOf(child, text));
  }
  const [keyword, ...args] = words;
  if (!keyword) return undefined;
  const inner = innerPlace(node.kind, place);
  return {
    kind: node.kind,
    place,
    keyword,
    args,
    span: spanOf(node),
    ...(address && { address }),
    ...(inner && braces && { inner }),
    ...(braces && {
      body: opaque.has(node.kind) ? [] : itemsIn(node, text, inner ?? (node.kind === 'endpoint' ? 'host' : place)),
    }),
  };
}

const opaque = new Set(['skip', 'unknown-section']);

const wordOf = (token: Token, text: string): Word => ({
  text: wordValue(token, text),
  span: { start: token.start, end: token.end },
  kind: token.kind,
});

/** A node's span without trivia at its ends. */
function spanOf(node: Node): Span {
  const last = lastToken(node);
  return { start: node.start, end: last?.end ?? node.end };
}

function lastToken(element: Element): Token | undefined {
  if (!isNode(element)) return isTrivia(element) ? undefined : element;
  for (let i = element.children.length - 1; i >= 0; i--) {
    const child = element.children[i];
    const found = child && lastToken(child);
    if (found) return found;
  }
  return undefined;
}

function readAddress(node: Node, text: string): Address {
  const words = node.children.filter((c): c is Token => !isNode(c) && isWord(c)).map((c) => wordOf(c, text));
  const colon = node.children.findLastIndex((c) => c.kind === ':');
  const port = colon < 0 ? undefined : words.find((word) => word.span.start >= (node.children[colon]?.end ?? 0));
  const rest = words.filter((word) => word !== port);
  const family = rest.length > 0 && /^(ipv4|ipv6|ssocks|sdp|sci)$/.test(rest[0]?.text ?? '') ? rest[0] : undefined;
  const ip = rest.find((word) => word !== family);
  return { span: spanOf(node), ...(family && { family }), ...(ip && { ip }), ...(port && { port }) };
}

const samePlace = new Set<string>([
  'resource',
  'common',
  'global',
  'net',
  'options',
  'startup',
  'handlers',
  'syncer',
  'proxy',
  'proxy-on',
  'plugin',
  'connection',
  'mesh',
  'path',
  'stacked',
]);

/** The place that a section's inside is, by the section's kind and the place where it stands. */
function innerPlace(kind: string, outer: Place): Place | undefined {
  if (samePlace.has(kind)) return kind as Place;
  if (kind === 'on' || kind === 'floating' || kind === 'this-host') return 'host';
  const linked = outer === 'connection' || outer === 'connection-volume';
  if (kind === 'disk') return linked ? 'peer-disk' : 'disk';
  if (kind === 'volume') return linked ? 'connection-volume' : outer === 'stacked' ? 'stacked-volume' : 'volume';
  return undefined;
}

/** The items and all items below them, outer before inner. A list, since it is asked for often. */
export function walk(items: readonly Item[]): readonly Item[] {
  const found: Item[] = [];
  const add = (list: readonly Item[]): void => {
    for (const item of list) {
      found.push(item);
      if (item.body) add(item.body);
    }
  };
  add(items);
  return found;
}

/** The direct members of a kind. */
export const members = (item: Item, ...kinds: string[]): Item[] =>
  (item.body ?? []).filter((child) => kinds.includes(child.kind));

/** Whether a word comes from a template that is not filled in yet, so that nothing is known about it. */
export const isTemplate = (word: Word | undefined): boolean => word?.kind === 'template';
