import type { Span } from '../../base/span';
import { type Entry, readSuppression, type Suppression, type UnitModel } from '../../core/model/entries';
import { type Item, readItems, type Word, walk } from './ast';
import type { DrbdFacts } from './facts';
import { targetInComment } from './generation';
import { readEntries } from './model/entries';
import { type ResourceView, readResource } from './model/resource';
import type { DrbdParsed } from './parser/reader';

/** What a unit of a DRBD file says. */
export interface DrbdModel extends UnitModel {
  readonly text: string;
  readonly parsed: DrbdParsed;
  readonly facts: DrbdFacts;
  readonly items: readonly Item[];
  /** The resource sections of the unit (one, as a rule). */
  readonly resources: readonly ResourceView[];
  /** Words that a template engine or a shell still has to fill in. */
  readonly templates: readonly Span[];
}

/** Reads a parsed unit: its statements and sections, its names, and what its comments switch off. */
export function analyseDrbd(text: string, parsed: DrbdParsed, facts: DrbdFacts): DrbdModel {
  const items = readItems(parsed.root, text);
  const suppressions: Suppression[] = [];
  const templates: Span[] = [];
  for (const token of parsed.tokens) {
    const span = { start: token.start, end: token.end };
    if (token.kind === 'template') templates.push(span);
    if (token.kind !== 'comment') continue;
    const suppression = readSuppression(text.slice(token.start, token.end), span);
    if (suppression) suppressions.push(suppression);
  }
  const broken =
    parsed.problems.length > 0 || parsed.badNames.length > 0 || templates.length > 0 || walk(items).some(hasNoPlace);
  const resources = items.filter((item) => item.kind === 'resource').map((item) => readResource(item, broken));
  const entries: Entry[] = readEntries(items, resources, templates, facts);
  const target = readTarget(text, parsed);
  if (target) entries.push(target);
  return { text, parsed, facts, items, resources, templates, entries, suppressions };
}

/** The comment in front of a section that says which DRBD the files are for. */
function readTarget(text: string, { tokens }: DrbdParsed): Entry | undefined {
  for (const { kind, start, end } of tokens) {
    const value = kind === 'comment' ? targetInComment(text.slice(start, end)) : undefined;
    if (value) return { namespace: 'drbd.target', name: '*', role: 'mark', span: { start, end }, value };
    if (kind !== 'comment' && kind !== 'blank' && kind !== 'odd-blank') return undefined;
  }
  return undefined;
}

const hasNoPlace = (item: Item): boolean => item.kind === 'unknown' || item.kind === 'unknown-section';

/** Every option of a unit, with the section that it stands in. */
export function* optionsOf(model: DrbdModel): Generator<{ readonly option: Item; readonly value: Word | undefined }> {
  for (const item of walk(model.items)) if (item.kind === 'option') yield { option: item, value: item.args[0] };
}
