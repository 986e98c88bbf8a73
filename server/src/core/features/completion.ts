import type { Span } from '../../base/span';
import type { Locale } from '../../base/text';
import type { Fact, ValueType } from '../facts/types';
import type { SourceFile } from '../workspace/source-file';
import type { Workspace } from '../workspace/workspace';
import { describeFact, describeType } from './describe';
import { slotAt } from './locate';
import type { Offer } from './slot';

/** One thing that may be inserted. */
export interface CompletionItem {
  readonly label: string;
  /** What sort of thing it is, for the icon: a fact's category, `value`, `symbol` or `snippet`. */
  readonly kind: string;
  /** Replaces the span of the list. */
  readonly insertText: string;
  /** `insertText` is in VS Code's snippet notation. */
  readonly isSnippet: boolean;
  /** The next list should open by itself. */
  readonly goesOn: boolean;
  readonly detail?: string;
  readonly deprecated: boolean;
  /** Orders the list: by group, then as offered. */
  readonly sortText: string;
  readonly documentation?: (locale: Locale) => string;
}

export interface CompletionList {
  /** The word that an accepted item replaces, in offsets of the file. */
  readonly span: Span;
  readonly items: readonly CompletionItem[];
  /** There is more than the list holds: ask again after the next key. */
  readonly incomplete: boolean;
}

/** Longest list that is sent; names of a large cluster are filtered by what is typed before. */
const longest = 1000;

/** What may be written at an offset; undefined where nothing can be offered. */
export function completion(
  workspace: Workspace,
  uri: string,
  offset: number,
  locale: Locale,
): CompletionList | undefined {
  const file = workspace.file(uri);
  const slot = file && slotAt(workspace, file, offset);
  if (!file || !slot || slot.offers.length === 0) return undefined;
  const unit = file.unitAt(slot.span.start);
  const typed = unit ? unit.text.slice(slot.span.start - file.startOf(unit), offset - file.startOf(unit)) : '';
  const all = unique(slot.offers.flatMap((offer, group) => expand(workspace, file, offer, group, locale)));
  const fitting =
    all.length > longest ? all.filter((item) => item.label.toLowerCase().includes(typed.toLowerCase())) : all;
  return { span: slot.span, items: fitting.slice(0, longest), incomplete: all.length > longest };
}

function expand(workspace: Workspace, file: SourceFile, offer: Offer, group: number, locale: Locale): CompletionItem[] {
  switch (offer.kind) {
    case 'facts':
      return factItems(file, offer, group, locale);
    case 'symbols':
      return symbolItems(workspace, file, offer, group);
    case 'values':
      return valueItems(file, offer, group, locale);
    case 'snippet':
      return [
        {
          ...plain(offer.label, 'snippet', group, 0),
          insertText: indented(offer.body, file),
          isSnippet: true,
          documentation: (l) => offer.text[l],
        },
      ];
  }
}

/** How many units of a file are looked at for its style. */
const lookedAt = 100;

/** A snippet with the indentation that the file has already; tabs, which editors turn into what is set, where it has none. */
function indented(body: string, file: SourceFile): string {
  if (!body.includes('\n\t')) return body;
  const style = file.units.slice(0, lookedAt).flatMap(({ text }) => /\n([ \t]+)\S/.exec(text)?.[1] ?? [])[0] ?? '\t';
  return body.replace(/^\t+/gm, (tabs) => style.repeat(tabs.length));
}

function factItems(
  file: SourceFile,
  offer: Extract<Offer, { kind: 'facts' }>,
  group: number,
  locale: Locale,
): CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const fact of offer.facts) {
    if (offer.except?.has(fact.name)) continue;
    // Required words first, deprecated ones last, each in the order of the table.
    const rank = fact.required ? 0 : fact.deprecated ? 20_000 : 10_000;
    items.push({
      ...plain(fact.name, fact.category, group, rank + items.length),
      insertText: fact.name + (offer.suffix ?? ''),
      goesOn: offer.goesOn ?? false,
      ...detail(factDetail(fact, locale)),
      deprecated: fact.deprecated !== undefined,
      documentation: (l) => describeFact(fact, file.language.id, l),
    });
  }
  return items;
}

function symbolItems(
  workspace: Workspace,
  file: SourceFile,
  offer: Extract<Offer, { kind: 'symbols' }>,
  group: number,
): CompletionItem[] {
  const items: CompletionItem[] = [];
  for (const namespace of offer.namespaces) {
    for (const { name, entry } of workspace.declared(namespace, file)) {
      if (offer.except?.has(name) || offer.accept?.(entry.value, name) === false) continue;
      const label = (offer.prefix ?? '') + name;
      items.push({
        ...plain(label, 'symbol', group, items.length),
        insertText: label + (offer.suffix ?? ''),
        goesOn: offer.suffix !== undefined,
        ...detail(entry.value),
      });
    }
  }
  return items;
}

function valueItems(
  file: SourceFile,
  offer: Extract<Offer, { kind: 'values' }>,
  group: number,
  locale: Locale,
): CompletionItem[] {
  const { fact, suffix = '' } = offer;
  const values = usualValues(offer.type);
  const first = fact?.default;
  const ordered = first === undefined || first === '' ? values : [first, ...values.filter((value) => value !== first)];
  return ordered.map((value, index) => {
    const text = fact?.valueTexts && Object.hasOwn(fact.valueTexts, value) ? fact.valueTexts[value] : undefined;
    return {
      ...plain(value, 'value', group, index),
      insertText: (offer.quote?.(value) ?? value) + suffix,
      goesOn: offer.goesOn ?? false,
      ...detail(value === first ? defaultWord[locale] : undefined),
      ...(text && { documentation: (l: Locale) => text[l] }),
      ...(!text && fact && { documentation: (l: Locale) => describeFact(fact, file.language.id, l) }),
    };
  });
}

const defaultWord = { en: 'default', ja: '既定値' };

/** Values worth offering for a type; empty for free text. */
function usualValues(type: ValueType): readonly string[] {
  switch (type.kind) {
    case 'enum':
      return type.values;
    case 'boolean':
      return ['true', 'false'];
    case 'duration':
      return ['10s', '20s', '30s', '60s', '120s'];
    case 'score':
      return ['INFINITY', '-INFINITY', '0', '100', '1000'];
    default:
      return [];
  }
}

function factDetail(fact: Fact, locale: Locale): string | undefined {
  const type = describeType(fact.type, locale);
  const value = fact.default !== undefined && fact.default !== '' ? ` = ${fact.default}` : '';
  return type + value || undefined;
}

const detail = (text: string | undefined): { detail?: string } => (text ? { detail: text } : {});

function plain(label: string, kind: string, group: number, place: number): CompletionItem {
  const sortText = `${String(group).padStart(2, '0')}${String(place).padStart(5, '0')}`;
  return { label, kind, insertText: label, isSnippet: false, goesOn: false, deprecated: false, sortText };
}

/** The first of what looks and does the same: earlier offers are the likelier ones. */
function unique(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label, insertText }) => {
    const key = `${label}\0${insertText}`;
    return !seen.has(key) && seen.add(key);
  });
}
