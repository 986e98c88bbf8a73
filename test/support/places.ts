import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/base/edits';
import type { LanguageService } from '../../server/src/core/service';
import { readLabels } from './markers';
import { newService } from './service';

interface Opened {
  readonly service: LanguageService;
  /** Address and offset of the cursor. */
  readonly uri: string;
  readonly offset: number;
  readonly texts: ReadonlyMap<string, string>;
  /** What the caret lines say: `NAME LINE:COLUMN-END label`. */
  readonly labels: readonly string[];
}

const folder = 'file:///w/';
const languageOf = (name: string): string =>
  name.endsWith('.crm') ? 'crm' : name.endsWith('.conf') && name.includes('corosync') ? 'corosync' : 'drbd';

/**
 * Opens several files: a line `== NAME ==` stands in front of each, `<|>` is the cursor, a caret line labels the line
 * above it.
 */
export function openFiles(marked: string): Opened {
  const service = newService();
  const texts = new Map<string, string>();
  const labels: string[] = [];
  let cursor: { uri: string; offset: number } | undefined;
  const parts = marked.replace(/^\n/, '').split(/^== (.+) ==\n/m);
  for (let i = 1; i < parts.length; i += 2) {
    const [name = '', part = ''] = parts.slice(i, i + 2);
    const read = readLabels(part.replace('<|>', ''));
    const uri = folder + name;
    if (part.includes('<|>')) {
      const before = readLabels(part.slice(0, part.indexOf('<|>'))).text;
      cursor = { uri, offset: before.length };
    }
    texts.set(uri, read.text);
    service.workspace.open(uri, languageOf(name), read.text);
    for (const { start, end, text } of read.labels) labels.push(place(uri, read.text, start, end, text));
  }
  if (!cursor) throw new Error('no <|> in the test text');
  return { service, ...cursor, texts, labels };
}

function place(uri: string, text: string, start: number, end: number, label: string): string {
  const line = text.slice(0, start).split('\n').length;
  return `${uri.slice(folder.length)}:${line} ${JSON.stringify(text.slice(start, end))} at ${start} ${label}`;
}

/** Declarations and references of the name at the cursor match the caret lines (`declaration`, `reference`) one to one. */
export function checkPlaces(marked: string): void {
  const { service, uri, offset, texts, labels } = openFiles(marked);
  const found = service
    .occurrences(uri, offset)
    .map((one) => place(one.uri, texts.get(one.uri) ?? '', one.span.start, one.span.end, one.role));
  assert.deepEqual(found.sort(), [...labels].sort());
}

/** Renaming at the cursor gives the files of the other text. */
export function checkRename(marked: string, newName: string, after: string): void {
  const { service, uri, offset, texts } = openFiles(marked);
  assert.equal(service.renameObstacle(uri, offset, newName)?.en, undefined);
  const edits = service.rename(uri, offset, newName);
  const result = [...texts]
    .map(([each, text]) => `== ${each.slice(folder.length)} ==\n${applyEdits(text, edits.get(each) ?? [])}`)
    .join('');
  assert.equal(result, after.replace(/^\n/, ''));
}

/** Renaming at the cursor is refused, with a text that holds `reason`. */
export function checkRefused(marked: string, newName: string, reason: string): void {
  const { service, uri, offset } = openFiles(marked);
  assert.match(service.renameObstacle(uri, offset, newName)?.en ?? 'nothing', new RegExp(reason));
}
