import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingsOf } from '../support/catalogue';

/** What the project says of a mistake of the catalogue: our code for it, or why there is none. */
type Row =
  | string
  | { readonly left: string }
  | {
      readonly code: string;
      readonly bad?: string;
      readonly good?: string;
      readonly target?: Record<string, string>;
      readonly why: string;
    };

interface Mistake {
  readonly id: string;
  readonly lang: string;
  readonly bad?: string;
  readonly good?: string;
}

const maps = join(import.meta.dirname, '../catalogue');
const rows = new Map<string, Row>();
for (const file of readdirSync(maps))
  for (const [id, row] of Object.entries(JSON.parse(readFileSync(join(maps, file), 'utf8')) as Record<string, Row>)) {
    assert.ok(!rows.has(id), `${id} is in two maps`);
    rows.set(id, row);
  }

suite("crmsh's own checks", () => {
  for (const [id, row] of rows) {
    if (!id.startsWith('sanity:') || typeof row === 'string' || 'left' in row) continue;
    test(`${id}: ${row.code}`, () => {
      assert.ok(row.bad !== undefined && row.good !== undefined, 'no examples');
      assert.ok(findingsOf('crm', row.bad).includes(row.code), `not found in:\n${row.bad}`);
      assert.ok(!findingsOf('crm', row.good).includes(row.code), `found in:\n${row.good}`);
    });
  }
});

/** The catalogue of mistakes that the project was measured by; it lies beside it where it is developed. */
const catalogue = join(import.meta.dirname, '../../../shared/spec/catalogue.json');

suite('the catalogue of mistakes', () => {
  if (!existsSync(catalogue)) {
    // Its examples are not part of the project; the rules' own examples are run everywhere (rule-examples.test.ts).
    test.skip('../shared/spec/catalogue.json is not here: its examples are not run');
    return;
  }
  const { diagnostics } = JSON.parse(readFileSync(catalogue, 'utf8')) as { diagnostics: Mistake[] };

  test('every mistake has a rule of ours, or a reason', () => {
    const open = diagnostics.filter(({ id }) => !rows.has(id)).map(({ id }) => id);
    assert.deepEqual(open, []);
    // What the catalogue writes there is no text of files.
    const vague = diagnostics.filter(({ id, lang }) => lang === 'cross' && typeof rows.get(id) === 'string');
    assert.deepEqual(vague, [], 'mistakes across languages need examples of their own');
  });

  for (const mistake of diagnostics) {
    const row = rows.get(mistake.id);
    if (row === undefined || (typeof row === 'object' && 'left' in row)) continue;
    const { code, bad, good, target } = { target: {}, ...mistake, ...(typeof row === 'string' ? { code: row } : row) };
    test(`${mistake.id}: ${code}`, () => {
      if (bad !== undefined) assert.ok(findingsOf(mistake.lang, bad, target).includes(code), `not found in:\n${bad}`);
      if (good !== undefined) assert.ok(!findingsOf(mistake.lang, good, target).includes(code), `found in:\n${good}`);
    });
  }
});

/** Conditions of DRBD files that drbdadm does not look at; beside the project, too. */
const conditions = join(import.meta.dirname, '../../../shared/spec/drbd-lint.json');

suite('conditions that drbdadm does not look at', () => {
  if (!existsSync(conditions)) {
    // Its examples are not part of the project either.
    test.skip('../shared/spec/drbd-lint.json is not here: its examples are not run');
    return;
  }
  const { rules } = JSON.parse(readFileSync(conditions, 'utf8')) as {
    rules: { readonly id: string; readonly generations: readonly string[]; readonly example?: string }[];
  };

  test('every condition has a rule of ours, or a reason', () => {
    assert.deepEqual(
      rules.filter(({ id }) => !rows.has(`lint:${id}`)).map(({ id }) => id),
      [],
    );
  });

  for (const { id, generations, example } of rules) {
    const row = rows.get(`lint:${id}`);
    if (row === undefined || (typeof row === 'object' && 'left' in row)) continue;
    const { code, bad, target } = typeof row === 'string' ? { code: row, bad: example, target: undefined } : row;
    if (!bad) continue; // some conditions are given in words only
    const drbd = generations.includes('9') ? {} : { drbd: generations[0] ?? '' };
    test(`${id}: ${code}`, () =>
      assert.ok(findingsOf('drbd', bad, target ?? drbd).includes(code), `not found in:\n${bad}`));
  }
});
