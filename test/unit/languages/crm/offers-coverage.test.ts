import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrmModel } from '../../../../server/src/languages/crm/model';
import type { SlotKind } from '../../../../server/src/languages/crm/slot-kinds';
import type { CrmParsed } from '../../../../server/src/languages/crm/statement';
import { serviceWith } from '../../../support/service';

const root = join(import.meta.dirname, '../../../..');
const corpus = join(root, '../shared/corpus/crm');

/** Types whose values nobody can guess. */
const freeTypes = new Set([
  'string',
  'path',
  'address',
  'port',
  'version',
  'xpath',
  'regex',
  'host',
  'integer',
  'percentage',
]);

/** Why nothing need be offered for a slot; undefined where something should be. */
function whyFree(slot: SlotKind | undefined, { facts }: CrmModel): string | undefined {
  switch (slot?.kind) {
    case undefined:
      return 'the id of a set or a rule';
    case 'new-id':
      return 'a new name';
    case 'text':
      return slot.what;
    case 'reference':
      return 'a name that nothing declares';
    case 'attribute-value': {
      const type = facts.attributes(slot.owner)?.get(slot.name)?.type;
      if (type === undefined) return 'a value of an unknown attribute';
      return freeTypes.has(type.kind) || type.kind === 'reference' ? 'a free value' : undefined;
    }
    default:
      return undefined;
  }
}

/** The slot of the word that begins at an offset. */
const slotAt = ({ slots }: CrmParsed, offset: number): SlotKind | undefined =>
  slots
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort((one, other) => other.span.start - one.span.start)[0]?.slot;

interface Counts {
  places: number;
  readonly free: Map<string, number>;
  readonly empty: string[];
}

/** Asks at the beginning of each word, and of each value, of the statements that we can read. */
function count(text: string, counts: Counts): void {
  const { service, uri } = serviceWith('crm', text);
  const file = service.workspace.file(uri);
  for (const unit of file?.units ?? []) {
    const model = unit.model as CrmModel;
    if (!file || !model.statement || model.statement.shell || unit.parsed.problems.length > 0) continue;
    const start = file.startOf(unit);
    for (const word of model.parsed.words) {
      const equals = word.offsets[word.value.indexOf('=')];
      for (const at of word.value.includes('=') && equals !== undefined ? [word.start, equals + 1] : [word.start]) {
        counts.places++;
        const before = text.slice(0, start + at);
        const asked = serviceWith('crm', before + text.slice(start + unit.text.trimEnd().length));
        if (asked.service.completion(asked.uri, before.length, 'en')?.items.length) continue;
        const why = whyFree(slotAt(model.parsed, at), model);
        if (why === undefined) counts.empty.push(`${unit.text.slice(0, at)}<|>`);
        else counts.free.set(why, (counts.free.get(why) ?? 0) + 1);
      }
    }
  }
}

suite('crm completion has something to offer', () => {
  test('at every word of real statements, unless it is free text', () => {
    if (!existsSync(corpus)) console.log('      no corpus here: the examples alone');
    const files = [join(root, 'examples'), ...(existsSync(corpus) ? [corpus] : [])].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => folder === corpus || name.endsWith('.crm'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
    const counts: Counts = { places: 0, free: new Map(), empty: [] };
    for (const text of files) count(text, counts);
    const listed = [...counts.free]
      .sort(([, one], [, other]) => other - one)
      .map(([why, number]) => `${why} ${number}`);
    console.log(`      ${counts.places} places; nothing for: ${listed.join(', ')}`);
    assert.deepEqual(counts.empty, []);
  }).timeout(120_000);
});
