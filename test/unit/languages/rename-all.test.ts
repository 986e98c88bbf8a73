import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../server/src/base/edits';
import type { Entry } from '../../../server/src/core/model/entries';
import { canonical, ourCib } from '../../oracle/crm/cibs';
import { newService } from '../../support/service';

const root = join(import.meta.dirname, '../../..');
const corpus = join(root, '../shared/corpus');

interface Known {
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

const filesIn = (folder: string, language: string, names: RegExp): Known[] =>
  readdirSync(folder)
    .filter((name) => names.test(name))
    .map((name) => ({ name, language, text: readFileSync(join(folder, name), 'utf8') }));

/** Renames every name of a file that can be renamed, and renames it back; returns how many those are. */
function renameAll({ name, language, text }: Known): number {
  const service = newService();
  const uri = `file:///w/${name}`;
  service.workspace.open(uri, language, text);
  const file = service.workspace.file(uri);
  assert.ok(file);
  const places = file.units.flatMap((unit) =>
    unit.entries.filter(isDeclaration).map((entry) => ({ entry, at: file.startOf(unit) + inner(entry, unit.text) })),
  );
  const names = new Map(places.map((place) => [`${place.entry.namespace} ${place.entry.name}`, place]));
  let renamed = 0;
  for (const { entry, at } of names.values()) {
    const newName = entry.namespace === 'drbd.volume-number' ? '4711' : 'zq9zq';
    const old = service.renameTarget(uri, at)?.name;
    if (old === undefined || service.renameObstacle(uri, at, newName)) continue;
    const edits = [...(service.rename(uri, at, newName).get(uri) ?? [])].sort((a, b) => a.span.start - b.span.start);
    assert.ok(edits.length > 0, `${name}: ${entry.name}`);
    assert.ok(
      edits.every(({ span }, i) => i === 0 || (edits[i - 1]?.span.end ?? 0) <= span.start),
      `${name}: edits of ${entry.name} overlap`,
    );
    renamed++;
    const after = applyEdits(text, edits);
    if (language === 'crm') assert.deepEqual(cibLines(after, newName, old), cibLines(text), `${name}: ${old}`);
    // Short names of hosts come back as long ones.
    if (entry.namespace !== 'drbd.host')
      assert.equal(back(after, { name, language }, edits[0]?.span.start ?? 0, old), text);
  }
  return renamed;
}

/** What crm makes of a text, in no order, with another name for one. */
const cibLines = (text: string, name = '', other = ''): string[] =>
  canonical(ourCib(text))
    .replaceAll(name === '' ? '\0' : name, other)
    .split('\n')
    .map((line) => line.trim())
    .sort();

const isDeclaration = ({ role }: Entry): boolean => role === 'declaration';

/** Behind a quote. */
const inner = ({ span }: Entry, text: string): number => span.start + (/["']/.test(text[span.start] ?? '') ? 1 : 0);

function back(text: string, { name, language }: Omit<Known, 'text'>, at: number, old: string): string {
  const service = newService();
  const uri = `file:///w/${name}`;
  service.workspace.open(uri, language, text);
  const start = at + (/["']/.test(text[at] ?? '') ? 1 : 0);
  return applyEdits(text, service.rename(uri, start, old).get(uri) ?? []);
}

suite('every name', () => {
  test('of the examples is renamed, and renamed back', () => {
    const examples = join(root, 'examples');
    const files = [...filesIn(examples, 'crm', /\.crm$/), ...filesIn(join(examples, 'drbd.d'), 'drbd', /\./)];
    assert.ok(files.map(renameAll).reduce((sum, count) => sum + count, 0) > 60);
  });

  test('of real files', function () {
    if (!existsSync(corpus)) {
      console.log('      no corpus of real files here: nothing renamed');
      this.skip();
    }
    const files = [...filesIn(join(corpus, 'crm'), 'crm', /./), ...filesIn(join(corpus, 'drbd'), 'drbd', /./)];
    assert.ok(files.map(renameAll).reduce((sum, count) => sum + count, 0) > 500);
  }).timeout(60_000);
});
