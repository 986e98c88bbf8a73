import type { CompletionItem } from '../../../server/src/core/features/completion';
import type { CrmModel } from '../../../server/src/languages/crm/model';
import { serviceWith } from '../../support/service';

/** An item of ours at a place, and texts in which it was accepted there; one of them crmsh should take. */
export interface Accepted {
  /** The statement up to the item, with it. */
  readonly line: string;
  readonly label: string;
  readonly texts: readonly string[];
}

/** What a snippet looks like with its placeholders left as they are. */
const asText = ({ insertText, isSnippet }: CompletionItem): string =>
  isSnippet
    ? insertText
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
        .replace(/\$\{?\d+\}?/g, '')
        .replaceAll('\\\\', '\\')
    : insertText;

/** Names that our own snippets begin with, declared, so that what a snippet refers to is there. */
const placeholders = ['rsc', 'rsc1', 'rsc2', 'with-rsc', 'first', 'then', 'st1', 'st2'];

/** Accepts items at a random place of a text that crmsh takes; `most` of them at most. */
export function acceptedItems(text: string, random: () => number, most: number): Accepted[] {
  const { service, uri } = serviceWith('crm', text);
  const file = service.workspace.file(uri);
  const units = (file?.units ?? []).filter((unit) => (unit.model as CrmModel).parsed.statement?.shell === false);
  const unit = units[Math.floor(random() * units.length)];
  if (!file || !unit) return [];
  const start = file.startOf(unit);
  const { words } = (unit.model as CrmModel).parsed;
  const at = Math.floor(random() * (words.length + 1));
  const word = words[at];
  const whole = `\n${text.slice(start)}`;
  const behind = `\n${text.slice(start + unit.text.length)}`;
  // At the beginning of a statement another one is begun in front of it.
  const after = at === 0 ? whole : behind;
  const head = unit.text.slice(0, word?.start ?? unit.text.trimEnd().length);
  const before = text.slice(0, start) + (at === 0 ? '' : `${head.replace(/[\\\s]+$/, '')} `);
  const ends =
    word && at > 0 ? [unit.text.slice(word.end), ` ${unit.text.slice(word.start)}`].map((end) => end.trimEnd()) : [];
  const list = itemsAt(before, after);
  // Commands are for the interpreter; podman is for a newer crmsh.
  const chosen = list.items.filter(
    ({ kind, label }) => kind !== 'command' && label !== 'podman' && random() < most / list.items.length,
  );
  return chosen.map((item) => {
    const line = accept(before, list.start, item, after);
    const there = text + line.slice(start);
    const missing = item.isSnippet ? placeholders.filter((name) => !there.includes(`primitive ${name} `)) : [];
    const declared = [...missing, 'zz8', 'zz7'].map((name) => `primitive ${name} Dummy\n`).join('');
    const texts = [...ends, ...goneOn(line, after), ...freeText(item.label)].map(
      (end) => declared + line + end + after,
    );
    return { line: line.slice(start), label: item.label, texts: [...new Set(texts)] };
  });
}

/** What people write where nothing can be offered. */
const freeText = (label: string): readonly string[] =>
  ({
    xml: [' <primitive id="zz9" class="ocf" provider="heartbeat" type="Dummy"/>'],
    rsc_ticket: [' zz9 T: zz8'],
    colocation: [' zz9 inf: zz8 zz7'],
    collocation: [' zz9 inf: zz8 zz7'],
    order: [' zz9 zz8 zz7'],
    property: [' zz9: zz8=1'],
    rsc_defaults: [' zz9: zz8=1'],
    op_defaults: [' zz9: zz8=1'],
    user: [' zz9 role:zz8'],
    rule: [' #uname eq zz9', ' #uname eq zz9 }'],
    meta: ['zz8'],
    params: ['zz8'],
    utilization: ['zz8'],
    location: ['zz8', ' zz9 zz8 1: zz7'],
    attr: ['zz9'],
    attribute: ['zz9'],
    monitor: [' zz8 77'],
    xpath: ['/cib'],
    ref: ['zz9'],
    reference: ['zz9'],
    tag: ['zz9'],
    type: ['zz9'],
    role: ['zz9'],
  })[label] ?? [];

interface Offered {
  readonly items: readonly CompletionItem[];
  /** Where an accepted item begins. */
  readonly start: number;
}

/** What is offered between two texts, the likeliest first. */
function itemsAt(before: string, after: string): Offered {
  const { service, uri } = serviceWith('crm', before + after);
  const list = service.completion(uri, before.length, 'en');
  const items = [...(list?.items ?? [])].sort((one, other) => (one.sortText < other.sortText ? -1 : 1));
  return { items, start: list?.span.start ?? before.length };
}

/** The text up to the end of the word that an item makes: where the word goes on, with what is offered next in it. */
function accept(before: string, start: number, item: CompletionItem, after: string): string {
  let line = before.slice(0, start) + asText(item);
  for (let goesOn = item.goesOn || line.endsWith('='), i = 0; goesOn && /\S$/.test(line) && i < 4; i++) {
    const { items, start: next } = itemsAt(line, after);
    const part = items.find(({ isSnippet }) => !isSnippet);
    if (part && next === line.length - (/[^\s=:]*$/.exec(line)?.[0].length ?? 0))
      line = line.slice(0, next) + asText(part);
    else if (part && /:$/.test(line) && next < line.length)
      line =
        line.slice(0, next) +
        asText(items.find(({ label }) => line.slice(next) !== label && label.startsWith(line.slice(next))) ?? part);
    else if (line.endsWith('=') || /\S[^\s:]*:$/.test(line) === false) line += item.label.startsWith('$') ? 'zz9' : '1';
    goesOn = part?.goesOn === true;
  }
  return line.trimEnd();
}

/** Ways to go on with a statement until it is whole: always with the first word that is offered, a name where none is. */
function goneOn(line: string, after: string): string[] {
  const ends = [''];
  let whole = line;
  for (let step = 0; step < 6; step++) {
    const before = `${whole} `;
    const { items, start } = itemsAt(before, after);
    const words = items.filter(({ isSnippet }) => !isSnippet);
    const next = words.find(({ label }) => !label.startsWith('$')) ?? words[0];
    whole = next ? accept(before, start, next, after) : `${before}x${step}`;
    ends.push(whole.slice(line.length));
  }
  return ends;
}
