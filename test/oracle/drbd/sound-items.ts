import type { CompletionItem } from '../../../server/src/core/features/completion';
import { slotAt } from '../../../server/src/core/features/locate';
import type { LanguageService } from '../../../server/src/core/service';
import { type Item, walk } from '../../../server/src/languages/drbd/ast';
import type { DrbdModel } from '../../../server/src/languages/drbd/model';
import { newService } from '../../support/service';
import type { Parser } from './ask';

/** An item of ours at a place, and texts in which it was accepted there; one of them drbdadm should take. */
export interface Accepted {
  readonly label: string;
  /** The name of the place. */
  readonly slot: string;
  readonly shown: string;
  readonly texts: readonly string[];
  /** The text without the item. */
  readonly without: string;
}

/** A place of a text: what stands in front of it and behind it, and which ends of statements fit. */
interface Hole {
  readonly before: string;
  readonly after: string;
  /** A word was here; its statement's other words still stand. */
  readonly inStatement: boolean;
}

const uri = 'file:///test/t.res';

function serviceFor(text: string, parser: Parser): LanguageService {
  const service = newService();
  service.workspace.configure({ target: { drbd: parser } });
  service.workspace.open(uri, 'drbd', text);
  return service;
}

/** Accepts items at a random place of a text that drbdadm takes; `most` of them as a rule. */
export function acceptedItems(text: string, parser: Parser, random: () => number, most: number): Accepted[] {
  const hole = holeIn(text, parser, random);
  if (!hole) return [];
  const list = listAt(hole.before, hole.after, parser);
  const chosen = list.items.filter(() => random() < most / list.items.length);
  return chosen.map((item) => {
    const line = hole.before.slice(0, list.start) + asText(item);
    const ends = goneOn(line, hole, parser);
    return {
      label: item.label,
      slot: list.slot,
      shown: ends[0]?.slice(Math.max(0, list.start - 40)).replace(/\s+/g, ' ') ?? '',
      texts: [...new Set(ends)].map((end) => end + hole.after),
      without: hole.before + hole.after,
    };
  });
}

/** A word to replace, a statement to replace, or a place for a further statement. */
function holeIn(text: string, parser: Parser, random: () => number): Hole | undefined {
  const file = serviceFor(text, parser).workspace.file(uri);
  const units = file?.units.filter(({ model }) => (model as DrbdModel).items.length > 0) ?? [];
  const unit = units[Math.floor(random() * units.length)];
  if (!file || !unit) return undefined;
  const start = file.startOf(unit);
  const model = unit.model as DrbdModel;
  const items = walk(model.items);
  const item = items[Math.floor(random() * items.length)] as Item;
  const kind = random();
  if (kind < 0.3) return around(text, start + item.span.start, start + item.span.start);
  if (kind < 0.5) return around(text, start + item.span.start, start + item.span.end);
  if (kind < 0.65 && item.body) return around(text, start + item.span.end - 1, start + item.span.end - 1);
  const notes = model.parsed.notes.filter(({ slot }) => slot.kind !== 'statement' && slot.kind !== 'skipped');
  const note = notes[Math.floor(random() * notes.length)];
  return (
    note && {
      before: text.slice(0, start + note.span.start),
      after: text.slice(start + note.span.end),
      inStatement: true,
    }
  );
}

const around = (text: string, start: number, end: number): Hole => ({
  before: `${text.slice(0, start)}\n`,
  after: `\n${text.slice(end)}`,
  inStatement: false,
});

/** What a snippet looks like with its placeholders left as they are. */
const asText = ({ insertText, isSnippet }: CompletionItem): string =>
  isSnippet ? insertText.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$0/g, '') : insertText;

interface Listed {
  readonly items: readonly CompletionItem[];
  readonly start: number;
  readonly slot: string;
}

/** What is offered between two texts, the likeliest first. */
export function listAt(before: string, after: string, parser: Parser): Listed {
  const service = serviceFor(before + after, parser);
  const list = service.completion(uri, before.length, 'en');
  const file = service.workspace.file(uri);
  const slot = file ? (slotAt(service.workspace, file, before.length)?.kind ?? '') : '';
  const items = [...(list?.items ?? [])].sort((one, other) => (one.sortText < other.sortText ? -1 : 1));
  return { items, start: list?.span.start ?? before.length, slot };
}

/** What people write where nothing can be offered. */
const freeText: Readonly<Record<string, string>> = {
  address: '10.77.0.9',
  port: '7999',
  'disk-path': '/dev/vg/zz9',
  'meta-disk': '/dev/vg/zz8',
  'host-name': 'zz9',
  'resource-name': 'zz9',
  'option-value': '"zz9"',
  file: '"zz9.res"',
};

/** Whether a statement or section is whole. */
const isWhole = (line: string): boolean => /[;}]\s*$/.test(line);

/** The text up to the end of the statement that the item begins, and that of a section with what it needs. */
function goneOn(begun: string, { after, inStatement }: Hole, parser: Parser): string[] {
  let line = begun;
  if (inStatement && !/\{\s*$/.test(begun)) return withinStatement(line, after, parser);
  for (let step = 0; step < 6 && !isWhole(line) && !/\{\s*$/.test(line); step++) line = nextWord(line, after, parser);
  if (!/\{\s*$/.test(line)) return [line, `${line};`];
  const header = /([\w-]+)[^;{}]*\{\s*$/.exec(line.slice(line.lastIndexOf('\n') + 1))?.[1] ?? '';
  const own = Object.hasOwn(bodies, header) ? (bodies[header] ?? []) : [''];
  const [one, other] = [...(line + after).matchAll(/\bon ([\w.-]+)/g)].map(([, name]) => name);
  const ways = header === 'path' ? [`host ${one} address 10.77.0.9:7999; host ${other} address 10.77.0.8:7999;`] : [];
  return [...own, ...ways].map((body) => `${line} ${body} }`);
}

/** A word that replaces one: what it asks for goes in between, what stands behind it stays or goes. */
function withinStatement(line: string, after: string, parser: Parser): string[] {
  const next =
    /\s$/.test(line) && !/^\s*(?:\w|\[)/.test(after) ? nextWord(line, after, parser).replace(/;$/, '') : line;
  const address = after.startsWith(':') ? next.replace(/:\d+$/, '') : next;
  return [address, line, `${line};`];
}

function nextWord(line: string, after: string, parser: Parser): string {
  const before = /\s$|:$/.test(line) ? line : `${line} `;
  const { items, start, slot } = listAt(before, after, parser);
  const statement = /[^;{}]*$/.exec(before)?.[0].trim() ?? '';
  const header = /(?:^|\s)(resource|on|stacked-on-top-of|floating)$/.exec(statement)?.[1];
  if (header) {
    const own = items[0] && header === 'stacked-on-top-of' ? asText(items[0]).replace(/ \{$/, '') : 'zz9';
    return `${before}${header === 'floating' ? '10.77.0.9:7999' : own} {`;
  }
  const part = items.find(({ isSnippet }) => !isSnippet);
  const kind = slot.split(' ').find((name) => name !== 'family' && Object.hasOwn(freeText, name));
  if (kind === 'address') return `${before}${/ipv6 $/.test(before) ? '[fd00::9]' : freeText['address']}:7999;`;
  if (part) return before.slice(0, start) + asText(part);
  return kind ? `${before}${freeText[kind]}` : `${line.trimEnd()};`;
}

const volume = 'device minor 77; disk /dev/vg/zz9; meta-disk internal;';
/** What a section cannot do without. */
const bodies: Readonly<Record<string, readonly string[]>> = {
  on: [
    'address 10.77.0.9:7999;',
    'address 10.77.0.9:7999; node-id 30;',
    `address 10.77.0.9:7999; ${volume} node-id 30;`,
    `${volume} address 10.77.0.9:7999;`,
  ],
  resource: [
    '',
    `protocol C; on stranger { ${volume} address 10.77.0.9:7999; } on zz { ${volume} address 10.77.0.8:7999; }`,
  ],
  floating: ['', 'node-id 30;', `${volume} node-id 30;`, volume],
  volume: ['', volume, 'disk { c-max-rate 1M; }', 'device minor 77;'],
  'stacked-on-top-of': ['device minor 77; address 10.77.0.9:7999;', 'address 10.77.0.9:7999;'],
  proxy: ['', 'inside 127.0.0.1:7998; outside 10.77.0.9:7997;'],
};
